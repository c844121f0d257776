package id.pamong.lifecycle.revocation;

import id.pamong.office.organization.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken.
 *
 * @param by null when the program took it
 * @param note what was written with it: the evaluation minute, the objection, the answer; or the
 *     authority's code
 */
public record CaseEntry(
        Instant at, CaseStep step, CaseState to, @Nullable PersonId by, String note) {}
