package id.pamong.lifecycle.enrollment;

import id.pamong.lifecycle.subscriber.PolicyId;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.SystemId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what was typed about a post, a system or a sponsor, on whatever form. */
public final class TypedParticulars {
    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("d/M/uuuu");

    private TypedParticulars() {}

    /** The fields of a form. */
    public interface Fields {
        boolean has(String name);

        String text(String name);

        List<String> texts(String name);
    }

    /** Only the parts that the form has. */
    public static Particulars read(Fields form) {
        return new Particulars(
                form.has("positionName") ? position(form) : null,
                form.has("system") ? system(form) : null,
                form.has("sponsor") ? sponsorship(form) : null);
    }

    private static Particulars.PositionClaim position(Fields form) {
        return new Particulars.PositionClaim(
                Arrays.stream(PositionKind.values())
                        .filter(kind -> kind.name().equals(form.text("positionKind")))
                        .findFirst()
                        .orElse(PositionKind.POST),
                form.text("positionName"),
                form.text("decreeNumber"),
                date(form, "decreeOn"),
                form.text("decreePost"),
                date(form, "decreeFrom"),
                date(form, "decreeUntil"),
                form.text("designationNumber"),
                date(form, "designationOn"),
                form.text("designationFor"),
                date(form, "designationUntil"));
    }

    private static Particulars.SystemClaim system(Fields form) {
        return new Particulars.SystemClaim(
                id(form, "system", SystemId::new), "", form.texts("hosts"), "");
    }

    private static Particulars.Sponsorship sponsorship(Fields form) {
        return new Particulars.Sponsorship(
                id(form, "policy", PolicyId::new),
                "",
                id(form, "sponsor", AgencyId::new),
                "",
                date(form, "sponsoredUntil"));
    }

    /** As a browser sends it, or as people write it where the browser knows no dates. */
    private static @Nullable LocalDate date(Fields form, String name) {
        String text = form.text(name);
        return Stream.of(DateTimeFormatter.ISO_LOCAL_DATE, AS_TYPED)
                .flatMap(way -> parsed(text, way).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter way) {
        try {
            return Optional.of(LocalDate.parse(text, way));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    private static <T> @Nullable T id(Fields form, String name, Function<UUID, T> type) {
        try {
            return Optional.of(UUID.fromString(form.text(name))).map(type).orElse(null);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
