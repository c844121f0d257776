package id.pamong.lifecycle.revocation;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * A key was reported lost, damaged or inaccessible: a security incident (MDN-24(3)a, CJR-25(3)a).
 * Published in the transaction of the report.
 *
 * @param report internal id of the report
 * @param kind {@code LOST}, {@code DAMAGED} or {@code INACCESSIBLE}
 */
public record KeyReported(
        LocalGovernmentId government, UUID report, PersonId person, String kind, Instant at) {}
