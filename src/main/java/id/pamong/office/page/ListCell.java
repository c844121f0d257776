package id.pamong.office.page;

import org.jspecify.annotations.Nullable;

/**
 * A cell of a list.
 *
 * @param text what stands in it; for a badge or word its message key
 * @param path below the local government that it leads to, or null
 * @param badge {@code ok}, {@code wait}, {@code bad}, {@code off}, or null when it is none
 * @param isKey whether the text is a message key
 * @param isUnbroken whether it stays on one line, as a day with its hour does
 */
public record ListCell(
        String text,
        @Nullable String path,
        @Nullable String badge,
        boolean isKey,
        boolean isUnbroken) {
    public static ListCell text(@Nullable String text) {
        return new ListCell(text == null ? "" : text, null, null, false, false);
    }

    /** A day with its hour, or a number with groups. */
    public static ListCell unbroken(String text) {
        return new ListCell(text, null, null, false, true);
    }

    public static ListCell link(String text, String path) {
        return new ListCell(text, path, null, false, false);
    }

    public static ListCell word(String key) {
        return new ListCell(key, null, null, true, false);
    }

    public static ListCell badge(String kind, String key) {
        return new ListCell(key, null, kind, true, false);
    }

    /** Names do not reach logs by way of this. */
    @Override
    public String toString() {
        return "ListCell[…]";
    }
}
