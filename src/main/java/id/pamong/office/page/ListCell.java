package id.pamong.office.page;

import org.jspecify.annotations.Nullable;

/**
 * A cell of a list.
 *
 * @param text what stands in it; for a badge or word its message key
 * @param path below the local government that it leads to, or null
 * @param badge {@code ok}, {@code wait}, {@code bad}, {@code off}, or null when it is none
 * @param isKey whether the text is a message key
 */
public record ListCell(String text, @Nullable String path, @Nullable String badge, boolean isKey) {
    public static ListCell text(@Nullable String text) {
        return new ListCell(text == null ? "" : text, null, null, false);
    }

    public static ListCell link(String text, String path) {
        return new ListCell(text, path, null, false);
    }

    public static ListCell word(String key) {
        return new ListCell(key, null, null, true);
    }

    public static ListCell badge(String kind, String key) {
        return new ListCell(key, null, kind, true);
    }

    /** Names do not reach logs by way of this. */
    @Override
    public String toString() {
        return "ListCell[…]";
    }
}
