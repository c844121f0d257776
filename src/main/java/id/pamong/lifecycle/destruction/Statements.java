package id.pamong.lifecycle.destruction;

import id.pamong.authority.custody.Custody;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.letter.LetterKind;
import id.pamong.office.letter.LetterLine;
import id.pamong.office.letter.Letters;
import id.pamong.office.letter.Signatory;
import id.pamong.office.notification.Attachment;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.page.Dates;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Ends a key and writes the numbered statement of it; in the transaction of the command. */
@Component
class Statements {
    private static final Locale INDONESIAN = Locale.of("id");

    private final KeyEndRows rows;
    private final Custody custody;
    private final Letters letters;
    private final Archive archive;
    private final Notifications notifications;
    private final People people;
    private final Dates dates;
    private final MessageSource messages;

    Statements(
            KeyEndRows rows,
            Custody custody,
            Letters letters,
            Archive archive,
            Notifications notifications,
            People people,
            Dates dates,
            MessageSource messages) {
        this.rows = rows;
        this.custody = custody;
        this.letters = letters;
        this.archive = archive;
        this.notifications = notifications;
        this.people = people;
        this.dates = dates;
        this.messages = messages;
    }

    KeyEnd.Done end(
            LocalGovernment home,
            RegisteredCertificate certificate,
            KeyEnd.By by,
            KeyEnd.Means means,
            Instant now) {
        if (means == KeyEnd.Means.SEALED) {
            custody.wipe(home.id(), certificate.key());
        }
        Person owner = people.get(home.id(), certificate.person());
        String number =
                letters.nextNumber(home.id(), LetterKind.KEY_DESTRUCTION, home.dateAt(now)).text();
        Map<String, Object> model = new HashMap<>();
        model.put("number", number);
        model.put("owner", owner);
        model.put("certificate", lines(home, certificate));
        model.put("means", means.name());
        model.put("by", by.name());
        model.put("at", now);
        if (by == KeyEnd.By.OWNER) {
            model.put(
                    "signatory",
                    new Signatory(
                            owner.post(),
                            owner.displayName(),
                            owner.rank(),
                            owner.groupedNip(),
                            word("destruction.letter.note")));
        }
        byte[] pdf = letters.pdf(home.id(), "key-destruction", model);
        FileId file = archive.store(home.id(), FileKind.KEY_STATEMENT, "application/pdf", pdf);
        KeyEnd.Done done = new KeyEnd.Done(now, by, means, number, file);
        rows.done(certificate.id(), done);
        notifications.tell(
                home.id(),
                certificate.person(),
                "key-end-done",
                Map.of("number", number, "subject", certificate.subject()),
                "/sertifikat/" + certificate.id() + "/pemusnahan",
                List.of(new Attachment("pemusnahan-kunci.pdf", "application/pdf", pdf)));
        return done;
    }

    private List<LetterLine> lines(LocalGovernment home, RegisteredCertificate certificate) {
        return List.of(
                new LetterLine(
                        word("issuance.line.kind"),
                        word("certificate.profile." + certificate.profile())),
                new LetterLine(word("issuance.line.serial"), certificate.serial()),
                new LetterLine(word("issuance.line.subject"), certificate.subject()),
                new LetterLine(word("issuance.line.issuer"), certificate.issuer()),
                new LetterLine(
                        word("destruction.line.ended"),
                        dates.at(KeyEndRule.endOf(certificate), home)));
    }

    private String word(String key) {
        return messages.getMessage(key, null, INDONESIAN);
    }
}
