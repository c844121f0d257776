package id.pamong.lifecycle.certificate;

import static id.pamong.lifecycle.certificate.CertificatePhase.DAMAGED;
import static id.pamong.lifecycle.certificate.CertificatePhase.EXPIRED;
import static id.pamong.lifecycle.certificate.CertificatePhase.INACCESSIBLE;
import static id.pamong.lifecycle.certificate.CertificatePhase.IN_FORCE;
import static id.pamong.lifecycle.certificate.CertificatePhase.LOST;
import static id.pamong.lifecycle.certificate.CertificatePhase.REVOKED;
import static id.pamong.lifecycle.certificate.CertificatePhase.SUSPENDED;
import static id.pamong.lifecycle.certificate.CertificatePhase.TO_BE_REVOKED;

import java.util.List;
import java.util.Optional;

/**
 * The whole life of a certificate as one table (MDN-14 to 15, CJR-15 to 16). It begins IN_FORCE,
 * with its issue. What weighs more is never covered by what weighs less: a lost key stays lost
 * though somebody holds the certificate besides. The diagram in {@code docs/reference} is made from
 * it.
 */
public final class CertificateTransitions {
    public static final List<CertificateTransition> TABLE =
            List.of(
                    new CertificateTransition(IN_FORCE, CertificateStep.SUSPEND, SUSPENDED),
                    new CertificateTransition(IN_FORCE, CertificateStep.LOSE, LOST),
                    new CertificateTransition(IN_FORCE, CertificateStep.DAMAGE, DAMAGED),
                    new CertificateTransition(IN_FORCE, CertificateStep.SHUT_OUT, INACCESSIBLE),
                    new CertificateTransition(IN_FORCE, CertificateStep.ORDER, TO_BE_REVOKED),
                    new CertificateTransition(IN_FORCE, CertificateStep.REVOKE, REVOKED),
                    new CertificateTransition(IN_FORCE, CertificateStep.EXPIRE, EXPIRED),
                    new CertificateTransition(SUSPENDED, CertificateStep.LOSE, LOST),
                    new CertificateTransition(SUSPENDED, CertificateStep.DAMAGE, DAMAGED),
                    new CertificateTransition(SUSPENDED, CertificateStep.SHUT_OUT, INACCESSIBLE),
                    new CertificateTransition(SUSPENDED, CertificateStep.ORDER, TO_BE_REVOKED),
                    new CertificateTransition(SUSPENDED, CertificateStep.LIFT, IN_FORCE),
                    new CertificateTransition(SUSPENDED, CertificateStep.REVOKE, REVOKED),
                    new CertificateTransition(SUSPENDED, CertificateStep.EXPIRE, EXPIRED),
                    new CertificateTransition(INACCESSIBLE, CertificateStep.LOSE, LOST),
                    new CertificateTransition(INACCESSIBLE, CertificateStep.DAMAGE, DAMAGED),
                    new CertificateTransition(INACCESSIBLE, CertificateStep.LIFT, IN_FORCE),
                    new CertificateTransition(INACCESSIBLE, CertificateStep.REVOKE, REVOKED),
                    new CertificateTransition(INACCESSIBLE, CertificateStep.EXPIRE, EXPIRED),
                    new CertificateTransition(DAMAGED, CertificateStep.LOSE, LOST),
                    new CertificateTransition(DAMAGED, CertificateStep.LIFT, IN_FORCE),
                    new CertificateTransition(DAMAGED, CertificateStep.REVOKE, REVOKED),
                    new CertificateTransition(DAMAGED, CertificateStep.EXPIRE, EXPIRED),
                    new CertificateTransition(LOST, CertificateStep.LIFT, IN_FORCE),
                    new CertificateTransition(LOST, CertificateStep.REVOKE, REVOKED),
                    new CertificateTransition(LOST, CertificateStep.EXPIRE, EXPIRED),
                    new CertificateTransition(TO_BE_REVOKED, CertificateStep.LOSE, LOST),
                    new CertificateTransition(TO_BE_REVOKED, CertificateStep.LIFT, IN_FORCE),
                    new CertificateTransition(TO_BE_REVOKED, CertificateStep.REVOKE, REVOKED),
                    new CertificateTransition(TO_BE_REVOKED, CertificateStep.EXPIRE, EXPIRED));

    private CertificateTransitions() {}

    /** Where the step leads from the phase, if the table allows it. */
    public static Optional<CertificatePhase> after(CertificatePhase phase, CertificateStep step) {
        return TABLE.stream()
                .filter(line -> line.from() == phase && line.step() == step)
                .map(CertificateTransition::to)
                .findFirst();
    }
}
