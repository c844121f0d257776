package id.pamong.lifecycle.revocation;

import id.pamong.lifecycle.certificate.BlockKind;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Role;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.DataUpdates;
import id.pamong.office.organization.LeftService;
import id.pamong.office.organization.PersonMoved;
import id.pamong.office.organization.ServiceEnd;
import id.pamong.office.page.Dates;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What follows when an owner serves no longer (MDN-7(2), CJR-8(2)), by the setting {@code
 * service.end}: a case for each certificate of the person, with notice and the time to object, or
 * only a message to the officers. Nobody can object for the dead: their certificates are blocked at
 * once and wait for an officer. A system's certificate stays; the system needs somebody else to
 * answer for it.
 */
@Component
class LeftOwners {
    private static final Locale INDONESIAN = Locale.of("id");

    private final CaseFile file;
    private final CaseRows rows;
    private final NoticeLetters noticeLetters;
    private final Certificates certificates;
    private final DataUpdates updates;
    private final Accounts accounts;
    private final Notifications notifications;
    private final Dates dates;
    private final MessageSource messages;
    private final TenantTransactions transactions;

    LeftOwners(
            CaseFile file,
            CaseRows rows,
            NoticeLetters noticeLetters,
            Certificates certificates,
            DataUpdates updates,
            Accounts accounts,
            Notifications notifications,
            Dates dates,
            MessageSource messages,
            TenantTransactions transactions) {
        this.file = file;
        this.rows = rows;
        this.noticeLetters = noticeLetters;
        this.certificates = certificates;
        this.updates = updates;
        this.accounts = accounts;
        this.notifications = notifications;
        this.dates = dates;
        this.messages = messages;
        this.transactions = transactions;
    }

    /** In the transaction that tells it, so that the end is told with its cases or not at all. */
    @EventListener
    void left(LeftService end) {
        transactions.inTenant(
                end.government(),
                () -> {
                    boolean opens =
                            file.profile(end.government())
                                    .setting("service.end")
                                    .text()
                                    .equals("REVOCATION_CASE");
                    certificates.of(end.government(), end.person()).stream()
                            .filter(one -> !one.isRevoked() && !one.isExpiredAt(file.now()))
                            .forEach(one -> follow(end, one, opens));
                });
    }

    /** Somebody else should answer for the systems left behind in the agency of before. */
    @EventListener
    void moved(PersonMoved move) {
        if (move.otherAgency()) {
            transactions.inTenant(
                    move.government(),
                    () ->
                            certificates.of(move.government(), move.person()).stream()
                                    .filter(one -> one.system() != null)
                                    .filter(one -> !one.isRevoked() && !one.isExpiredAt(file.now()))
                                    .forEach(one ->
                                            tellOfficers(
                                                    move.government(),
                                                    one,
                                                    "system-moved",
                                                    "",
                                                    "/pengelola/sistem/" + one.system())));
        }
    }

    private void follow(LeftService end, RegisteredCertificate certificate, boolean opens) {
        if (certificate.system() != null) {
            tellOfficers(
                    end.government(),
                    certificate,
                    "system-left",
                    dates.on(end.lastDay()),
                    "/pengelola/sistem/" + certificate.system());
        } else if (!opens) {
            tellOfficers(
                    end.government(),
                    certificate,
                    "left",
                    dates.on(end.lastDay()),
                    "/petugas/pencabutan/baru");
        } else {
            rows.openOf(certificate.id())
                    .ifPresentOrElse(
                            already -> join(end, certificate, already),
                            () -> open(end, certificate));
        }
    }

    /** A case goes on as it stands; of the dead the certificate is blocked all the same. */
    private void join(LeftService end, RegisteredCertificate certificate, RevocationCase already) {
        if (end.kind() == ServiceEnd.Kind.DEATH) {
            file.block(end.government(), already, BlockKind.REVOCATION);
            tellOfficers(
                    end.government(),
                    certificate,
                    "died",
                    dates.on(end.lastDay()),
                    "/pencabutan/" + already.id());
            file.record(
                    "revocation.open-at-service-end",
                    null,
                    already,
                    "BLOCKED",
                    file.facts(already));
        }
    }

    private void open(LeftService end, RegisteredCertificate certificate) {
        boolean dead = end.kind() == ServiceEnd.Kind.DEATH;
        RevocationCase opened =
                file.open(
                        end.government(),
                        Origin.RA,
                        new Opening(ground(end.kind()), false, evaluation(end), null),
                        certificate,
                        null,
                        dead ? CaseState.REQUESTED : CaseState.NOTICED);
        if (dead) {
            file.block(end.government(), opened, BlockKind.REVOCATION);
        } else {
            noticeLetters.give(end.government(), opened);
        }
        file.record(
                "revocation.open-at-service-end",
                null,
                opened,
                dead ? "BLOCKED_AND_OPENED" : "NOTICED",
                file.facts(opened));
    }

    /** The minute: what was found, from which decree, and what follows. */
    private String evaluation(LeftService end) {
        String decree =
                updates.ends(end.government(), end.person()).stream()
                        .filter(one ->
                                one.kind() == end.kind() && one.lastDay().equals(end.lastDay()))
                        .map(ServiceEnd::decree)
                        .findFirst()
                        .orElse("-");
        return messages.getMessage(
                "revocation.service-end." + end.kind(),
                new Object[] {dates.on(end.lastDay()), decree},
                INDONESIAN);
    }

    private void tellOfficers(
            LocalGovernmentId government,
            RegisteredCertificate certificate,
            String what,
            String last,
            String page) {
        accounts.holdersOf(government, Role.RA_OFFICER)
                .forEach(officer ->
                        notifications.tell(
                                government,
                                officer,
                                "revocation-" + what,
                                Map.of(
                                        "subject", certificate.subject(),
                                        "serial", certificate.serial(),
                                        "last", last),
                                page,
                                List.of()));
    }

    private static Ground ground(ServiceEnd.Kind kind) {
        return switch (kind) {
            case RETIREMENT -> Ground.RETIREMENT;
            case DEATH -> Ground.DEATH;
            case DISMISSAL -> Ground.DISMISSAL;
            case MOVED_AWAY -> Ground.TRANSFER_OUT;
        };
    }
}
