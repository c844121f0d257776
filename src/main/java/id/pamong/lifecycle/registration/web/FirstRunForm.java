package id.pamong.lifecycle.registration.web;

import id.pamong.authority.gateway.Standing;
import id.pamong.lifecycle.registration.Appointment;
import id.pamong.lifecycle.registration.GovernmentEntry;
import id.pamong.lifecycle.registration.OfficeEntry;
import id.pamong.lifecycle.registration.StandingEntry;
import id.pamong.office.notification.MailRelay;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.GovernmentKind;
import id.pamong.office.organization.NewLocalGovernment;
import id.pamong.office.organization.Zone;
import id.pamong.office.page.SubmittedForm;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the forms of the first run; what does not fit becomes a value that the rules refuse. */
final class FirstRunForm {
    private FirstRunForm() {}

    static GovernmentEntry government(SubmittedForm form) {
        return new GovernmentEntry(
                new NewLocalGovernment(
                        form.text("slug"),
                        form.text("name"),
                        choice(GovernmentKind.class, form.text("kind"), GovernmentKind.KOTA),
                        form.text("place"),
                        form.text("headTitle"),
                        form.text("deputyTitle"),
                        form.text("province"),
                        form.text("regionCode"),
                        choice(Zone.class, form.text("zone"), Zone.WIB),
                        form.text("regulationId"),
                        parts(form.text("mailDomains"), "[\\s,;]+"),
                        form.text("accent").toLowerCase(Locale.ROOT),
                        parts(form.text("letterhead"), "\\R")),
                form.text("address"),
                form.text("asnScope"),
                form.text("asnReason"),
                form.text("asnBy"));
    }

    static StandingEntry standing(SubmittedForm form) {
        return new StandingEntry(
                choice(Standing.class, form.text("standing"), Standing.TRIAL),
                form.text("number"),
                date(form.text("decidedOn")),
                form.text("reason"));
    }

    static OfficeEntry office(SubmittedForm form) {
        return new OfficeEntry(
                form.text("agencyCode"),
                form.text("agencyName"),
                form.text("headPost"),
                List.of(
                        member(form, "head", Appointment.Post.HEAD),
                        member(form, "officer1", Appointment.Post.OFFICER),
                        member(form, "officer2", Appointment.Post.OFFICER)),
                form.text("appointmentNumber"),
                date(form.text("appointmentOn")),
                form.text("agreementNumber"),
                date(form.text("agreementOn")));
    }

    private static OfficeEntry.Member member(
            SubmittedForm form, String field, Appointment.Post post) {
        String at = field + "-";
        return new OfficeEntry.Member(
                field,
                post,
                form.text(at + "titleBefore"),
                form.text(at + "name"),
                form.text(at + "titleAfter"),
                choice(
                        EmploymentClass.class,
                        form.text(at + "employmentClass"),
                        EmploymentClass.OTHER),
                form.text(at + "nik"),
                form.text(at + "nip"),
                form.text(at + "officialEmail"),
                form.text(at + "post"),
                form.text(at + "rank"),
                form.text(at + "decree"),
                date(form.text(at + "decreedOn")));
    }

    static MailRelay relay(SubmittedForm form) {
        return new MailRelay(
                form.text("host"),
                number(form.text("port")),
                choice(MailRelay.Security.class, form.text("security"), MailRelay.Security.TLS),
                form.text("username"),
                form.text("sender"));
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    private static List<String> parts(String text, String between) {
        return Arrays.stream(text.split(between))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> of, String text, E otherwise) {
        return Arrays.stream(of.getEnumConstants())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElse(otherwise);
    }
}
