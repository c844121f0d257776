package id.pamong.lifecycle.issuance;

import id.pamong.authority.gateway.CertificationAuthority;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.Standing;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.letter.LetterLine;
import id.pamong.office.letter.Letters;
import id.pamong.office.letter.Signatory;
import id.pamong.office.letter.StandardText;
import id.pamong.office.letter.StandardTexts;
import id.pamong.office.letter.TextKind;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.page.Dates;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the applicant reads and accepts, and the letters made of it, worded by the CA's standing.
 */
@Component
class ActivationTexts {
    private static final Locale INDONESIAN = Locale.of("id");

    private final StandardTexts texts;
    private final Letters letters;
    private final OrderBook orders;
    private final People people;
    private final Dates dates;
    private final MessageSource messages;

    ActivationTexts(
            StandardTexts texts,
            Letters letters,
            OrderBook orders,
            People people,
            Dates dates,
            MessageSource messages) {
        this.texts = texts;
        this.letters = letters;
        this.orders = orders;
        this.people = people;
        this.dates = dates;
        this.messages = messages;
    }

    StandardText text(LocalGovernment government, TextKind kind, ProfileId profile) {
        CertificationAuthority authority = orders.authorityOf(government.id(), profile);
        return texts.text(
                kind,
                authority.standing(government.id()).name(),
                Map.of(
                        "authority", authority.name(government.id()),
                        "office", office(government),
                        "government", government.name(),
                        "ra", letters.registrationAuthority(government)));
    }

    byte[] agreement(
            LocalGovernment government,
            Person owner,
            TextKind statement,
            ProfileId profile,
            String number,
            Instant at) {
        return letters.pdf(
                government.id(),
                "agreement",
                Map.of(
                        "number", number,
                        "texts",
                                List.of(
                                        text(government, TextKind.SUBSCRIBER_AGREEMENT, profile),
                                        text(government, statement, profile)),
                        "applicant", owner,
                        "acceptedAt", at,
                        "signatory", signatory(owner, "issuance.agreement.note")));
    }

    byte[] receipt(
            LocalGovernment government,
            Person owner,
            RegisteredCertificate certificate,
            boolean signed,
            String number,
            Instant at) {
        Standing standing = certificate.standing();
        return letters.pdf(
                government.id(),
                "receipt",
                Map.of(
                        "number", number,
                        "applicant", owner,
                        "certificate", lines(government, certificate),
                        "standing", standing.name(),
                        "ofSystem", certificate.profile().isOfSystem(),
                        "authority", certificate.issuer(),
                        "receivedAt", at,
                        "officeHead", officeHead(government),
                        "signatory",
                                signatory(
                                        owner,
                                        !signed
                                                ? "issuance.receipt.note.acknowledged"
                                                : certificate.profile().isOfSystem()
                                                        ? "issuance.receipt.note.own"
                                                        : "issuance.receipt.note")));
    }

    private List<LetterLine> lines(LocalGovernment government, RegisteredCertificate certificate) {
        String post = certificate.post();
        return List.of(
                new LetterLine(
                        word("issuance.line.kind"),
                        word("certificate.profile." + certificate.profile())),
                new LetterLine(word("issuance.line.serial"), certificate.serial()),
                new LetterLine(
                        word("issuance.line.subject"),
                        certificate.profile() == ProfileId.POSITION_SIGNATURE && post != null
                                ? certificate.subject() + ", " + post
                                : certificate.subject()),
                new LetterLine(word("issuance.line.issuer"), certificate.issuer()),
                new LetterLine(
                        word("issuance.line.validity"),
                        dates.on(certificate.notBefore(), government)
                                + " – "
                                + dates.on(certificate.notAfter(), government)),
                new LetterLine("SHA-256", certificate.sha256()));
    }

    private Signatory signatory(Person owner, String noteKey) {
        return new Signatory(
                owner.post(), owner.displayName(), owner.rank(), owner.groupedNip(), word(noteKey));
    }

    private String office(LocalGovernment government) {
        AgencyId office = government.raOfficeAgency();
        return office == null
                ? government.name()
                : people.agency(government.id(), office)
                        .map(Agency::name)
                        .orElse(government.name());
    }

    private String officeHead(LocalGovernment government) {
        AgencyId office = government.raOfficeAgency();
        return office == null
                ? ""
                : people.agency(government.id(), office).map(Agency::headPost).orElse("");
    }

    private String word(String key) {
        return messages.getMessage(key, null, INDONESIAN);
    }
}
