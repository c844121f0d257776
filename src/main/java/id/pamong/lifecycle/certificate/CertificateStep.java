package id.pamong.lifecycle.certificate;

import static id.pamong.lifecycle.certificate.CertificateStep.Side.AUTHORITY;
import static id.pamong.lifecycle.certificate.CertificateStep.Side.CALENDAR;
import static id.pamong.lifecycle.certificate.CertificateStep.Side.OWNER;
import static id.pamong.lifecycle.certificate.CertificateStep.Side.PERSONNEL;
import static id.pamong.lifecycle.certificate.CertificateStep.Side.RA_HEAD;
import static id.pamong.lifecycle.certificate.CertificateStep.Side.RA_OFFICER;

import java.util.Set;

/** What moves a certificate from one phase to another, and whose step it is. */
public enum CertificateStep {
    /** An officer holds it, or the contract of its owner is over. */
    SUSPEND(RA_OFFICER, PERSONNEL),
    /** The owner reports the key lost. */
    LOSE(OWNER),
    /** The owner reports the key damaged. */
    DAMAGE(OWNER),
    /** The owner reports that nobody can open the key. */
    SHUT_OUT(OWNER),
    /** The owner asks for the revocation, an officer orders it, or the owner has died. */
    ORDER(OWNER, RA_OFFICER, PERSONNEL),
    /** Released, not revoked, or the objection was right. */
    LIFT(RA_OFFICER, RA_HEAD, PERSONNEL),
    /** Its authority has revoked it. */
    REVOKE(AUTHORITY),
    /** Its last day is over. */
    EXPIRE(CALENDAR);

    /** Whose step it can be. */
    public enum Side {
        OWNER,
        RA_OFFICER,
        RA_HEAD,
        /** A fact that the personnel office has entered, taken by the program. */
        PERSONNEL,
        /** The certification authority's answer, taken by the program. */
        AUTHORITY,
        CALENDAR
    }

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Side> sides;

    CertificateStep(Side... sides) {
        this.sides = Set.of(sides);
    }

    public Set<Side> sides() {
        return sides;
    }

    /** The step that leads to a block. */
    static CertificateStep to(BlockKind kind) {
        return switch (kind) {
            case SUSPENDED -> SUSPEND;
            case LOST -> LOSE;
            case DAMAGED -> DAMAGE;
            case INACCESSIBLE -> SHUT_OUT;
            case REVOCATION -> ORDER;
        };
    }
}
