package id.pamong.lifecycle.revocation;

import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Role;
import id.pamong.office.notification.Attachment;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.page.Dates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the owner, and whoever decides, what became of a case. */
@Component
class CaseNotices {
    private final Notifications notifications;
    private final Certificates certificates;
    private final Accounts accounts;
    private final LocalGovernments governments;
    private final Dates dates;

    CaseNotices(
            Notifications notifications,
            Certificates certificates,
            Accounts accounts,
            LocalGovernments governments,
            Dates dates) {
        this.notifications = notifications;
        this.certificates = certificates;
        this.accounts = accounts;
        this.governments = governments;
        this.dates = dates;
    }

    /** To the owner; the message is {@code revocation-<what>}. */
    void tellOwner(LocalGovernmentId government, RevocationCase it, String what) {
        tellOwner(government, it, what, List.of());
    }

    void tellOwner(
            LocalGovernmentId government,
            RevocationCase it,
            String what,
            List<Attachment> attachments) {
        notifications.tell(
                government,
                it.person(),
                "revocation-" + what,
                arguments(government, it),
                "/pencabutan/" + it.id(),
                attachments);
    }

    /** To the heads of the RA office, who decide objections. */
    void tellHeads(LocalGovernmentId government, RevocationCase it, String what) {
        accounts.holdersOf(government, Role.RA_HEAD)
                .forEach(head ->
                        notifications.tell(
                                government,
                                head,
                                "revocation-" + what,
                                arguments(government, it),
                                "/pencabutan/" + it.id(),
                                List.of()));
    }

    private Map<String, String> arguments(LocalGovernmentId government, RevocationCase it) {
        LocalGovernment home = governments.get(government);
        RegisteredCertificate certificate =
                certificates.byId(government, it.certificate()).orElseThrow();
        Map<String, String> arguments = new HashMap<>();
        arguments.put("number", it.number());
        arguments.put("serial", certificate.serial());
        arguments.put("subject", certificate.subject());
        arguments.put("reason", it.explanation().isEmpty() ? "-" : it.explanation());
        arguments.put("at", dates.at(it.openedAt(), home));
        arguments.put("until", it.objectUntil() == null ? "-" : dates.on(it.objectUntil()));
        return arguments;
    }
}
