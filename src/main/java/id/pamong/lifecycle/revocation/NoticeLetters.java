package id.pamong.lifecycle.revocation;

import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.installation.PublicAddress;
import id.pamong.office.letter.LetterKind;
import id.pamong.office.letter.Letters;
import id.pamong.office.letter.Signatory;
import id.pamong.office.notification.Attachment;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The numbered letter that tells an owner, before anything is revoked, why it is to be and how to
 * object (MDN-15(1), CJR-16(1)): kept in the archive with the case, in the owner's inbox and sent
 * by e-mail. In an emergency nothing is announced.
 */
@Component
class NoticeLetters {
    private static final Locale INDONESIAN = Locale.of("id");

    private final CaseNoticeRows rows;
    private final CaseNotices notices;
    private final Certificates certificates;
    private final Letters letters;
    private final Archive archive;
    private final People people;
    private final LocalGovernments governments;
    private final PublicAddress address;
    private final MessageSource messages;

    NoticeLetters(
            CaseNoticeRows rows,
            CaseNotices notices,
            Certificates certificates,
            Letters letters,
            Archive archive,
            People people,
            LocalGovernments governments,
            PublicAddress address,
            MessageSource messages) {
        this.rows = rows;
        this.notices = notices;
        this.certificates = certificates;
        this.letters = letters;
        this.archive = archive;
        this.people = people;
        this.governments = governments;
        this.address = address;
        this.messages = messages;
    }

    /**
     * Writes, archives and sends it in the open transaction; the message is {@code notice} or
     * {@code held}.
     */
    void give(LocalGovernmentId government, RevocationCase it) {
        LocalGovernment home = governments.get(government);
        RegisteredCertificate certificate =
                certificates.byId(government, it.certificate()).orElseThrow();
        boolean held = it.state() == CaseState.HELD;
        String number =
                letters.nextNumber(
                                government,
                                LetterKind.REVOCATION_NOTICE,
                                home.dateAt(it.openedAt()))
                        .text();
        Map<String, Object> model = new HashMap<>();
        model.put("number", number);
        model.put("date", home.dateAt(it.openedAt()));
        model.put("owner", people.get(government, it.person()));
        model.put("case", it.number());
        model.put("held", held);
        model.put("subject", certificate.subject());
        model.put("serial", certificate.serial());
        model.put("issuer", certificate.issuer());
        model.put(
                "ground",
                messages.getMessage("revocation.ground." + it.ground(), null, INDONESIAN));
        model.put("minute", it.explanation());
        model.put("objectUntil", it.objectUntil());
        model.put("address", address.web() + "/" + home.slug() + "/pencabutan/" + it.id());
        model.put("signatory", signatory(government, home, it.openedBy()));
        byte[] pdf = letters.pdf(government, "revocation-notice", model);
        FileId file = archive.store(government, FileKind.REVOCATION_NOTICE, "application/pdf", pdf);
        rows.noticed(it.id(), number, file);
        notices.tellOwner(
                government,
                it,
                held ? "held" : "notice",
                List.of(new Attachment(number.replace('/', '-') + ".pdf", "application/pdf", pdf)));
    }

    /** The officer who opened the case, or the office where a fact of the register did. */
    private Signatory signatory(
            LocalGovernmentId government, LocalGovernment home, @Nullable PersonId by) {
        String office = letters.registrationAuthority(home);
        if (by == null) {
            return new Signatory(
                    messages.getMessage("revocation.notice.office", null, INDONESIAN),
                    office,
                    "",
                    "",
                    messages.getMessage("revocation.notice.by-program", null, INDONESIAN));
        }
        Person officer = people.get(government, by);
        return new Signatory(
                messages.getMessage("revocation.notice.officer", null, INDONESIAN),
                officer.displayName(),
                officer.rank(),
                officer.groupedNip(),
                messages.getMessage("revocation.notice.by-officer", null, INDONESIAN));
    }
}
