package id.pamong.lifecycle.revocation;

import id.pamong.lifecycle.certificate.BlockKind;
import id.pamong.lifecycle.certificate.CertificateState;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Role;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.ContractExtended;
import id.pamong.office.organization.ContractOver;
import id.pamong.office.page.Dates;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A contract that is over holds the certificates of its person (MDN-7(2), CJR-8(2)): extensions
 * come late as often as not, so nothing is revoked by itself, and the hold is lifted with the
 * extension. An officer may revoke what stays held. A system keeps its certificate.
 */
@Component
class OverContracts {
    private static final Locale INDONESIAN = Locale.of("id");

    private final CaseFile file;
    private final CaseRows rows;
    private final CaseNotices notices;
    private final NoticeLetters noticeLetters;
    private final Certificates certificates;
    private final Accounts accounts;
    private final Notifications notifications;
    private final Dates dates;
    private final MessageSource messages;
    private final TenantTransactions transactions;

    OverContracts(
            CaseFile file,
            CaseRows rows,
            CaseNotices notices,
            NoticeLetters noticeLetters,
            Certificates certificates,
            Accounts accounts,
            Notifications notifications,
            Dates dates,
            MessageSource messages,
            TenantTransactions transactions) {
        this.file = file;
        this.rows = rows;
        this.notices = notices;
        this.noticeLetters = noticeLetters;
        this.certificates = certificates;
        this.accounts = accounts;
        this.notifications = notifications;
        this.dates = dates;
        this.messages = messages;
        this.transactions = transactions;
    }

    /** In the transaction that tells it; a case that is open already goes on as it stands. */
    @EventListener
    void over(ContractOver contract) {
        transactions.inTenant(
                contract.government(),
                () ->
                        certificates.of(contract.government(), contract.person()).stream()
                                .filter(one -> one.system() == null)
                                .filter(one -> !one.isRevoked() && !one.isExpiredAt(file.now()))
                                .filter(one -> rows.openOf(one.id()).isEmpty())
                                .forEach(one -> hold(contract, one)));
    }

    private void hold(ContractOver contract, RegisteredCertificate certificate) {
        String minute =
                messages.getMessage(
                        "revocation.contract-over",
                        new Object[] {dates.on(contract.until())},
                        INDONESIAN);
        RevocationCase opened =
                file.open(
                        contract.government(),
                        Origin.RA,
                        new Opening(Ground.END_OF_CONTRACT, false, minute, null),
                        certificate,
                        null,
                        CaseState.HELD);
        file.block(contract.government(), opened, BlockKind.SUSPENDED);
        noticeLetters.give(contract.government(), opened);
        accounts.holdersOf(contract.government(), Role.RA_OFFICER)
                .forEach(officer ->
                        notifications.tell(
                                contract.government(),
                                officer,
                                "revocation-contract-over",
                                Map.of(
                                        "subject", certificate.subject(),
                                        "serial", certificate.serial(),
                                        "last", dates.on(contract.until())),
                                "/pencabutan/" + opened.id(),
                                List.of()));
        file.record("revocation.hold-at-contract-end", null, opened, "HELD", file.facts(opened));
    }

    /** In the transaction of the entry; what was held for another reason stays held. */
    @EventListener
    void extended(ContractExtended contract) {
        transactions.inTenant(
                contract.government(),
                () ->
                        certificates.of(contract.government(), contract.person()).stream()
                                .filter(OverContracts::isOnlyHeld)
                                .flatMap(one -> rows.openOf(one.id()).stream())
                                .filter(it -> it.ground() == Ground.END_OF_CONTRACT)
                                .filter(it ->
                                        CaseTransitions.after(it.state(), CaseStep.EXTENDED)
                                                .isPresent())
                                .forEach(it -> release(contract, it)));
    }

    /** A key that was reported meanwhile stays blocked. */
    private static boolean isOnlyHeld(RegisteredCertificate certificate) {
        return certificate.state() instanceof CertificateState.Blocked(Instant at, BlockKind kind)
                && kind == BlockKind.SUSPENDED;
    }

    private void release(ContractExtended contract, RevocationCase it) {
        LocalGovernmentId government = contract.government();
        RevocationCase now = file.hold(it.id());
        boolean heldThere = AuthorityRoad.HELD.equals(now.authorityAnswer());
        RevocationCase released =
                file.move(
                        now,
                        CaseStep.EXTENDED,
                        null,
                        messages.getMessage(
                                "revocation.contract-extended",
                                new Object[] {dates.on(contract.until()), contract.decree()},
                                INDONESIAN),
                        heldThere);
        certificates.unblock(government, released.certificate());
        notices.tellOwner(government, released, "released");
        file.record(
                "revocation.hold-at-contract-end",
                null,
                released,
                "RELEASED",
                file.facts(released));
    }
}
