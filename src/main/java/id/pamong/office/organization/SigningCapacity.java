package id.pamong.office.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** In what right someone signs on a day: the own post, a post held, or another's name. */
public sealed interface SigningCapacity {
    /** Stable as long as the right lasts; names it in a form. */
    String key();

    /**
     * What stands under the letter above the name, line by line: {@code a.n. Wali Kota Madiun},
     * {@code Sekretaris Daerah}.
     */
    List<String> lines();

    /** The lines in one, as in a list or a sentence. */
    default String text() {
        return String.join(" / ", lines());
    }

    /** Whether two wordings name the same post, whatever their spacing and capitals. */
    static boolean isSame(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String title) {
        return title.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** The ordinary post of the posting. */
    record OwnPost(String title) implements SigningCapacity {
        @Override
        public String key() {
            return "own";
        }

        @Override
        public List<String> lines() {
            return title.isBlank() ? List.of() : List.of(title);
        }
    }

    /** A post held by decree, definitive or acting. */
    record Held(PostHolding holding) implements SigningCapacity {
        @Override
        public String key() {
            return "holding-" + holding.id();
        }

        @Override
        public List<String> lines() {
            return List.of(holding.signatureTitle());
        }
    }

    /**
     * In another's name (a.n., u.b.).
     *
     * @param ofTitle in whose name, as the post is held on the day
     * @param throughTitle post that passes the power on, as held on the day; empty for a.n.
     * @param by the holding of the post that has the mandate
     */
    record Mandated(SigningMandate mandate, String ofTitle, String throughTitle, PostHolding by)
            implements SigningCapacity {
        @Override
        public String key() {
            return "mandate-" + mandate.id();
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add("a.n. " + ofTitle);
            if (!throughTitle.isEmpty()) {
                lines.add(throughTitle);
                lines.add("u.b.");
            }
            lines.add(by.signatureTitle());
            return List.copyOf(lines);
        }
    }
}
