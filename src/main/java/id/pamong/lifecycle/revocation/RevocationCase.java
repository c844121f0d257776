package id.pamong.lifecycle.revocation;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to revoke a certificate with everything that came of it.
 *
 * @param number as shown to people, such as {@code CBT/0001/MADIUN-OP/2026}
 * @param person whose certificate it is
 * @param emergency whether the notice comes after the block
 * @param explanation what happened, in the words of who opened it
 * @param invalidSince since when the key is in doubt, if known
 * @param openedBy null when an urgent channel or the program opened it
 * @param objectUntil last day of an objection, or null where none is asked for
 * @param authorityAnswer the authority's last code or reference, or null
 * @param history oldest first
 */
public record RevocationCase(
        RevocationCaseId id,
        String number,
        CertificateId certificate,
        PersonId person,
        Origin origin,
        Ground ground,
        boolean emergency,
        String explanation,
        @Nullable Instant invalidSince,
        CaseState state,
        int version,
        Instant openedAt,
        @Nullable PersonId openedBy,
        @Nullable LocalDate objectUntil,
        @Nullable String authorityAnswer,
        List<CaseEntry> history,
        List<ShownProof> proofs) {
    public RevocationCase {
        history = List.copyOf(history);
        proofs = List.copyOf(proofs);
    }

    /** Blocked here, and the authority has not revoked it. */
    public boolean isOnlyHere() {
        return state == CaseState.ORDERED || state == CaseState.BY_HAND;
    }

    RevocationCase with(List<CaseEntry> steps, List<ShownProof> shown) {
        return new RevocationCase(
                id,
                number,
                certificate,
                person,
                origin,
                ground,
                emergency,
                explanation,
                invalidSince,
                state,
                version,
                openedAt,
                openedBy,
                objectUntil,
                authorityAnswer,
                steps,
                shown);
    }
}
