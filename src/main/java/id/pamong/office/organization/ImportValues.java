package id.pamong.office.organization;

import id.pamong.office.table.TableCell;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Words and dates of a file as personnel systems and people write them; pure. */
final class ImportValues {
    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);
    private static final Map<Long, String> MONTHS =
            Map.ofEntries(
                    Map.entry(1L, "januari"),
                    Map.entry(2L, "februari"),
                    Map.entry(3L, "maret"),
                    Map.entry(4L, "april"),
                    Map.entry(5L, "mei"),
                    Map.entry(6L, "juni"),
                    Map.entry(7L, "juli"),
                    Map.entry(8L, "agustus"),
                    Map.entry(9L, "september"),
                    Map.entry(10L, "oktober"),
                    Map.entry(11L, "november"),
                    Map.entry(12L, "desember"));
    private static final Map<Long, String> SHORT_MONTHS =
            Map.ofEntries(
                    Map.entry(1L, "jan"),
                    Map.entry(2L, "feb"),
                    Map.entry(3L, "mar"),
                    Map.entry(4L, "apr"),
                    Map.entry(5L, "mei"),
                    Map.entry(6L, "jun"),
                    Map.entry(7L, "jul"),
                    Map.entry(8L, "agu"),
                    Map.entry(9L, "sep"),
                    Map.entry(10L, "okt"),
                    Map.entry(11L, "nov"),
                    Map.entry(12L, "des"));
    private static final List<DateTimeFormatter> DATES =
            Stream.concat(
                            Stream.of("uuuu-M-d", "d-M-uuuu", "d/M/uuuu", "d.M.uuuu", "uuuu/M/d")
                                    .map(form -> DateTimeFormatter.ofPattern(form, Locale.ROOT)),
                            Stream.of(named(MONTHS), named(SHORT_MONTHS)))
                    .map(form -> form.withResolverStyle(ResolverStyle.STRICT))
                    .toList();

    private ImportValues() {}

    private static DateTimeFormatter named(Map<Long, String> months) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("d")
                .appendLiteral(' ')
                .appendText(ChronoField.MONTH_OF_YEAR, months)
                .appendLiteral(' ')
                .appendPattern("uuuu")
                .toFormatter(Locale.ROOT);
    }

    /**
     * A date cell, a text in one of the usual forms, or the day number that a spreadsheet keeps.
     */
    static Optional<LocalDate> date(TableCell cell) {
        String text = cell.text().replaceFirst("[T ]00[:.]00([:.]00)?$", "").strip();
        if (text.matches("[2-7][0-9]{4}")) {
            return Optional.of(EXCEL_ZERO.plusDays(Long.parseLong(text)));
        }
        String spoken =
                text.matches(".*[A-Za-z].*")
                        ? text.replaceAll("[-/., ]+", " ").toLowerCase(Locale.ROOT)
                        : text;
        return DATES.stream().flatMap(form -> read(spoken, form).stream()).findFirst();
    }

    private static Optional<LocalDate> read(String written, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(written, form));
        } catch (DateTimeParseException otherForm) {
            return Optional.empty();
        }
    }

    static Optional<EmploymentClass> classOf(String written) {
        return switch (normal(written)) {
            case "PNS", "PNSD", "PEGAWAINEGERISIPIL" -> Optional.of(EmploymentClass.PNS);
            case "CPNS", "CALONPNS", "CALONPEGAWAINEGERISIPIL" -> Optional.of(EmploymentClass.CPNS);
            case "PPPK", "P3K", "PPPKPENUHWAKTU", "PEGAWAIPEMERINTAHDENGANPERJANJIANKERJA" ->
                    Optional.of(EmploymentClass.PPPK);
            case "PPPKPARUHWAKTU", "P3KPARUHWAKTU", "PPPKPW", "P3KPW" ->
                    Optional.of(EmploymentClass.PPPK_PART_TIME);
            case "KEPALADAERAH", "KDH", "WALIKOTA", "BUPATI", "GUBERNUR" ->
                    Optional.of(EmploymentClass.HEAD_OF_REGION);
            case "WAKILKEPALADAERAH", "WKDH", "WAKILWALIKOTA", "WAKILBUPATI", "WAKILGUBERNUR" ->
                    Optional.of(EmploymentClass.DEPUTY_HEAD_OF_REGION);
            case "LAINNYA", "PIHAKLAIN" -> Optional.of(EmploymentClass.OTHER);
            default -> Optional.empty();
        };
    }

    /** Empty also for someone who heads nothing. */
    static Optional<HeadshipKind> headOf(String written) {
        return switch (normal(written)) {
            case "YA", "Y", "DEFINITIF", "1" -> Optional.of(HeadshipKind.DEFINITIVE);
            case "PLT" -> Optional.of(HeadshipKind.PLT);
            case "PLH" -> Optional.of(HeadshipKind.PLH);
            case "PJ" -> Optional.of(HeadshipKind.PJ);
            default -> Optional.empty();
        };
    }

    /** "Tidak" is an answer, and the same as nothing. */
    static boolean isNoHead(String written) {
        return switch (normal(written)) {
            case "", "TIDAK", "T", "BUKAN", "0" -> true;
            default -> false;
        };
    }

    private static String normal(String value) {
        return value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
