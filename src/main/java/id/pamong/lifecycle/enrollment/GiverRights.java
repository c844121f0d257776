package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says by which right a letter is given: {@code sebagai Plt. Kepala Dinas Pendidikan berdasarkan
 * keputusan nomor 821/7/2026, 1 April 2026 sampai 30 April 2026} (MDN-1.12).
 */
@Component
public class GiverRights {
    private final GiverAuthorities authorities;
    private final MessageSource messages;
    private final TenantTransactions transactions;

    GiverRights(
            GiverAuthorities authorities, MessageSource messages, TenantTransactions transactions) {
        this.authorities = authorities;
        this.messages = messages;
        this.transactions = transactions;
    }

    /** Of each letter in a dossier whose giver had one on record, by letter. */
    public Map<UUID, String> of(LocalGovernmentId government, ApplicationId id, Locale locale) {
        return transactions.inTenant(
                government,
                () ->
                        authorities.of(id).entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                right -> say(right.getValue(), locale))));
    }

    /** The post, the decree and the days, as far as they are on record. */
    public String say(GiverAuthority right, Locale locale) {
        StringBuilder text =
                new StringBuilder(text("enrollment.right." + right.basis(), locale, right.title()));
        if (!right.decree().isBlank()) {
            text.append(' ').append(text("enrollment.right.decree", locale, right.decree()));
        }
        LocalDate from = right.from();
        LocalDate until = right.until();
        if (from != null) {
            text.append(", ")
                    .append(
                            until == null
                                    ? text("enrollment.right.since", locale, on(from, locale))
                                    : text(
                                            "enrollment.right.days",
                                            locale,
                                            on(from, locale),
                                            on(until, locale)));
        }
        return text.toString();
    }

    /** Whether the title alone leaves open by which right: acting heads and signing in a name. */
    static boolean isToBeExplained(GiverAuthority right) {
        return switch (right.basis()) {
            case MANDATE -> true;
            case SUPERIOR, AGENCY_HEAD, SECRETARY, HEAD_OF_REGION, RA_MINUTE ->
                    switch (right.kind()) {
                        case null -> false;
                        case DEFINITIVE -> false;
                        case PLT, PLH, PJ -> true;
                    };
        };
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static String on(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(date);
    }
}
