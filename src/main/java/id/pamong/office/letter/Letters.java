package id.pamong.office.letter;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.installation.PublicAddress;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.regulation.Regulations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Letters of the office as PDF/A: templates under {@code templates/letter/}, letterhead of the
 * local government, the office's number register, QR codes. Letters are written in Indonesian.
 */
@Component
public class Letters {
    private final LocalGovernments governments;
    private final People people;
    private final LetterRegister register;
    private final TenantTransactions transactions;
    private final PublicAddress address;
    private final Regulations regulations;
    private final Clock clock;
    private final LetterTemplates templates;

    Letters(
            LocalGovernments governments,
            People people,
            LetterRegister register,
            TenantTransactions transactions,
            PublicAddress address,
            Regulations regulations,
            Clock clock,
            @Value("${pamong.demo:false}") boolean demo) {
        this.governments = governments;
        this.people = people;
        this.register = register;
        this.transactions = transactions;
        this.address = address;
        this.regulations = regulations;
        this.clock = clock;
        this.templates = new LetterTemplates(demo);
    }

    /**
     * Renders a template to PDF/A-3b with embedded fonts, page numbers, and CONTOH across each page
     * of the demo. Beside its own values every template knows {@code government}, {@code words}
     * (dates), {@code site} (public address), {@code date} (today unless given) and {@code agency}
     * (name in the letterhead, the registration authority's unless given) and {@code
     * registrationAuthority} (what the regulation calls it).
     *
     * @param template name below {@code templates/letter/}, such as {@code recommendation}
     * @param model values of the template; see the comment at its head
     */
    public byte[] pdf(LocalGovernmentId tenant, String template, Map<String, Object> model) {
        LocalGovernment government = governments.get(tenant);
        Map<String, Object> values = new HashMap<>();
        values.put("date", government.dateAt(clock.instant()));
        values.put("agency", raOffice(government));
        values.put("site", address.web().toString());
        values.put("registrationAuthority", registrationAuthority(government));
        values.putAll(model);
        return templates.pdf(government, template, values);
    }

    /**
     * Takes the next number of the series in the open transaction; if that rolls back, the number
     * is free again, so the register has no gaps.
     */
    public LetterNumber nextNumber(LocalGovernmentId tenant, LetterKind kind, LocalDate on) {
        LocalGovernment government = governments.get(tenant);
        int sequence = transactions.inTenant(tenant, () -> register.next(kind, on.getYear()));
        String text =
                "%s/%04d/%s-OP/%d"
                        .formatted(
                                kind.code(),
                                sequence,
                                government.slug().toUpperCase(Locale.ROOT),
                                on.getYear());
        return new LetterNumber(kind, on.getYear(), sequence, text);
    }

    /** QR code as PNG, error correction M, quiet zone of four modules. */
    public byte[] qrPng(String text, int pixels) {
        return QrCode.png(text, pixels);
    }

    /** What the regulation calls the registration authority, such as {@code OP}. */
    public String registrationAuthority(LocalGovernment government) {
        return regulations.profile(government.regulationId()).setting("ra.label").text();
    }

    private String raOffice(LocalGovernment government) {
        return government.raOfficeAgency() == null
                ? ""
                : people.agency(government.id(), government.raOfficeAgency())
                        .map(Agency::name)
                        .orElse("");
    }
}
