package id.pamong.lifecycle.revocation;

import static id.pamong.lifecycle.revocation.Origin.CA;
import static id.pamong.lifecycle.revocation.Origin.OWNER;
import static id.pamong.lifecycle.revocation.Origin.RA;

import id.pamong.authority.gateway.RevocationReason;
import java.util.Set;

/**
 * Why a certificate is to be revoked, in the words of the office; who may give it as a ground, and
 * which code of RFC 5280 section 5.3.1 the authority is told. Which of them a local government
 * knows is the setting {@code revocation.grounds} of its regulation.
 */
public enum Ground {
    KEY_LOST(RevocationReason.KEY_COMPROMISE, OWNER, RA),
    KEY_COMPROMISED(RevocationReason.KEY_COMPROMISE, OWNER, RA, CA),
    WRONG_DATA(RevocationReason.AFFILIATION_CHANGED, OWNER, RA, CA),
    END_OF_POST(RevocationReason.AFFILIATION_CHANGED, OWNER, RA),
    END_OF_CONTRACT(RevocationReason.AFFILIATION_CHANGED, RA),
    TRANSFER_OUT(RevocationReason.AFFILIATION_CHANGED, OWNER, RA),
    RETIREMENT(RevocationReason.AFFILIATION_CHANGED, OWNER, RA),
    DEATH(RevocationReason.AFFILIATION_CHANGED, RA),
    DISMISSAL(RevocationReason.AFFILIATION_CHANGED, RA),
    BREACH_OF_DUTY(RevocationReason.PRIVILEGE_WITHDRAWN, RA),
    REORGANISATION(RevocationReason.AFFILIATION_CHANGED, RA),
    SYSTEM_RETIRED(RevocationReason.CESSATION_OF_OPERATION, OWNER, RA),
    CA_DECISION(RevocationReason.UNSPECIFIED, CA),
    REPLACED(RevocationReason.SUPERSEDED, OWNER, RA);

    private final RevocationReason reason;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Origin> open;

    Ground(RevocationReason reason, Origin... open) {
        this.reason = reason;
        this.open = Set.of(open);
    }

    /** What the certification authority is told. */
    public RevocationReason reason() {
        return reason;
    }

    /** Whether this actor may give it. */
    public boolean isOpenTo(Origin origin) {
        return open.contains(origin);
    }
}
