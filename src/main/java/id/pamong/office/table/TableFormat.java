package id.pamong.office.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a table goes out. */
public enum TableFormat {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    TableFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Ending of a file name. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TableFormat> of(String written) {
        return Arrays.stream(values()).filter(one -> one.ending().equals(written)).findFirst();
    }
}
