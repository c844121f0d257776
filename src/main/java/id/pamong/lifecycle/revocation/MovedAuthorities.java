package id.pamong.lifecycle.revocation;

import id.pamong.authority.gateway.ProfileId;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.PersonMoved;
import id.pamong.office.page.Dates;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An authority by designation (bendahara, PPK) and the seal of an organisation are given by the
 * letter of an agency (MDN-6b, 10(4)c): they end with it, which the last day of the certificate
 * sees to, and with a move to another agency. Then a case opens with notice and the time to object,
 * by the setting {@code position.holderChange}.
 */
@Component
class MovedAuthorities {
    private static final Locale INDONESIAN = Locale.of("id");

    private final CaseFile file;
    private final CaseRows rows;
    private final NoticeLetters noticeLetters;
    private final Certificates certificates;
    private final Dates dates;
    private final MessageSource messages;
    private final TenantTransactions transactions;

    MovedAuthorities(
            CaseFile file,
            CaseRows rows,
            NoticeLetters noticeLetters,
            Certificates certificates,
            Dates dates,
            MessageSource messages,
            TenantTransactions transactions) {
        this.file = file;
        this.rows = rows;
        this.noticeLetters = noticeLetters;
        this.certificates = certificates;
        this.dates = dates;
        this.messages = messages;
        this.transactions = transactions;
    }

    /** In the transaction that tells the move; a case that is open already goes on as it stands. */
    @EventListener
    void moved(PersonMoved move) {
        if (!move.otherAgency()) {
            return;
        }
        transactions.inTenant(
                move.government(),
                () -> {
                    if (file.profile(move.government())
                            .setting("position.holderChange")
                            .text()
                            .equals("REVOKE_AND_APPLY")) {
                        certificates.of(move.government(), move.person()).stream()
                                .filter(MovedAuthorities::isGivenByAnAgency)
                                .filter(one -> !one.isRevoked() && !one.isExpiredAt(file.now()))
                                .filter(one -> rows.openOf(one.id()).isEmpty())
                                .forEach(one -> open(move, one));
                    }
                });
    }

    private static boolean isGivenByAnAgency(RegisteredCertificate one) {
        return one.profile() == ProfileId.ORGANISATION_SEAL
                || (one.profile() == ProfileId.POSITION_SIGNATURE && one.designated());
    }

    private void open(PersonMoved move, RegisteredCertificate certificate) {
        String named =
                certificate.profile() == ProfileId.ORGANISATION_SEAL
                        ? certificate.subject()
                        : String.valueOf(certificate.post());
        RevocationCase opened =
                file.open(
                        move.government(),
                        Origin.RA,
                        new Opening(
                                Ground.END_OF_POST,
                                false,
                                messages.getMessage(
                                        "revocation.authority-moved",
                                        new Object[] {
                                            named, certificate.agency(), dates.on(move.from())
                                        },
                                        INDONESIAN),
                                null),
                        certificate,
                        null,
                        CaseState.NOTICED);
        noticeLetters.give(move.government(), opened);
        file.record("revocation.open-at-post-end", null, opened, "NOTICED", file.facts(opened));
    }
}
