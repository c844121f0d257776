package id.pamong.authority.signature.check;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Which pages of two documents show something else. */
public final class Pages {
    private static final int MOST_PAGES = 2000;

    private Pages() {}

    /** Numbers from 1, also of pages that only one of them has; empty when that cannot be told. */
    public static List<Integer> different(PDDocument before, PDDocument after) {
        try {
            int most = Math.max(before.getNumberOfPages(), after.getNumberOfPages());
            int both = Math.min(before.getNumberOfPages(), after.getNumberOfPages());
            List<Integer> different = new ArrayList<>();
            Fingerprint left = new Fingerprint();
            Fingerprint right = new Fingerprint();
            for (int page = 0; page < Math.min(most, MOST_PAGES); page++) {
                if (page >= both
                        || !left.ofPage(before.getPage(page))
                                .equals(right.ofPage(after.getPage(page)))) {
                    different.add(page + 1);
                }
            }
            return different;
        } catch (RuntimeException | StackOverflowError e) {
            return List.of();
        }
    }
}
