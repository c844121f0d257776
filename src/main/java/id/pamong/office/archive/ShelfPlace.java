package id.pamong.office.archive;

/**
 * Where paper lies: rak, boks, map.
 *
 * @param rack such as {@code R-03}, empty when unknown
 * @param box such as {@code B-17}, empty when unknown
 * @param folder such as {@code M-204}, empty when unknown
 */
public record ShelfPlace(String rack, String box, String folder) {
    /** Longest of the three, in characters. */
    public static final int LONGEST = 40;

    /** Nowhere yet. */
    public static final ShelfPlace NONE = new ShelfPlace("", "", "");

    public ShelfPlace {
        rack = rack.strip();
        box = box.strip();
        folder = folder.strip();
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return rack.isEmpty() && box.isEmpty() && folder.isEmpty();
    }

    /** Whether one of the three is too long to be written on a label. */
    public boolean isTooLong() {
        return rack.length() > LONGEST || box.length() > LONGEST || folder.length() > LONGEST;
    }
}
