package id.pamong.lifecycle.revocation.web;

import id.pamong.lifecycle.revocation.Ground;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what these pages ask for. */
final class Typed {
    private Typed() {}

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("revocation.not-found");
        }
    }

    static @Nullable Ground ground(SubmittedForm form) {
        return Arrays.stream(Ground.values())
                .filter(one -> one.name().equals(form.text("ground")))
                .findFirst()
                .orElse(null);
    }

    /** Local date and time of an input, or null; what cannot be read becomes a finding. */
    static @Nullable Instant moment(
            SubmittedForm form, String field, LocalGovernment government, List<Finding> findings) {
        String text = form.text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text).atZone(government.zone().id()).toInstant();
        } catch (DateTimeParseException e) {
            findings.add(Finding.blocking("revocation.since", field));
            return null;
        }
    }

    static int version(SubmittedForm form) {
        try {
            return Integer.parseInt(form.text("version"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()))
                .replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }
}
