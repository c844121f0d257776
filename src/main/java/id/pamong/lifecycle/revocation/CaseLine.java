package id.pamong.lifecycle.revocation;

import java.time.Instant;

/** A line of the list of cases. */
public record CaseLine(
        RevocationCaseId id,
        String number,
        String subject,
        String serial,
        Origin origin,
        Ground ground,
        boolean emergency,
        CaseState state,
        Instant openedAt) {}
