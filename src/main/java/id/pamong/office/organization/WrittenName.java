package id.pamong.office.organization;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes names apart as Indonesians write them, and brings the many spellings of one name to one
 * form to compare: titles and honorifics go, {@code Moh.} and {@code Muhammad}, {@code St.} and
 * {@code Siti} are the same word.
 */
public final class WrittenName {
    private static final Set<String> BEFORE =
            Set.of(
                    "prof", "dr", "drs", "dra", "drg", "drh", "ir", "h", "hj", "kh", "apt", "ns",
                    "ust", "ustadz", "hc", "pdt", "tgk", "bdn");
    private static final Set<String> AFTER =
            Set.of(
                    "spd", "spdi", "spdsd", "mpd", "mpdi", "msi", "mm", "mh", "mt", "mkes", "mkom",
                    "se", "sh", "st", "skom", "skm", "sked", "skep", "ssi", "ssos", "sip", "sag",
                    "sp", "spt", "spi", "spsi", "sstp", "sstt", "sst", "stp", "str", "map", "msc",
                    "ma", "mba", "phd", "amd", "amdkeb", "amdkep", "amk", "ners", "ns", "mhum",
                    "msos", "ak", "akt", "ca", "apt", "bsc", "ba", "mag", "ssn", "shut");
    private static final Map<String, String> SAME =
            Map.ofEntries(
                    Map.entry("m", "muhammad"),
                    Map.entry("md", "muhammad"),
                    Map.entry("muh", "muhammad"),
                    Map.entry("moh", "muhammad"),
                    Map.entry("mohd", "muhammad"),
                    Map.entry("much", "muhammad"),
                    Map.entry("moch", "muhammad"),
                    Map.entry("mhd", "muhammad"),
                    Map.entry("mohammad", "muhammad"),
                    Map.entry("mohamad", "muhammad"),
                    Map.entry("mohammed", "muhammad"),
                    Map.entry("muhamad", "muhammad"),
                    Map.entry("muhammed", "muhammad"),
                    Map.entry("mochamad", "muhammad"),
                    Map.entry("mochammad", "muhammad"),
                    Map.entry("muchamad", "muhammad"),
                    Map.entry("muchammad", "muhammad"),
                    Map.entry("st", "siti"),
                    Map.entry("sitti", "siti"),
                    Map.entry("stie", "siti"),
                    Map.entry("abd", "abdul"),
                    Map.entry("abdoel", "abdul"),
                    Map.entry("ach", "ahmad"),
                    Map.entry("achmad", "ahmad"),
                    Map.entry("akhmad", "ahmad"),
                    Map.entry("ahmed", "ahmad"),
                    Map.entry("akh", "ahmad"),
                    Map.entry("ah", "ahmad"),
                    Map.entry("noor", "nur"),
                    Map.entry("noer", "nur"),
                    Map.entry("nr", "nur"));

    private WrittenName() {}

    /**
     * Title, name, title out of one text: {@code Dr. Ir. H. Budi Santoso, S.T., M.T.}. A text of
     * titles alone stays as it is; for none the name is a question mark.
     */
    public static PersonName split(String written) {
        String[] parts = written.strip().split("\\s*,\\s*", 2);
        List<String> words = new ArrayList<>(List.of(parts[0].strip().split("\\s+", -1)));
        List<String> before = new ArrayList<>();
        while (words.size() > 1 && isTitleBefore(words.getFirst())) {
            before.add(words.removeFirst());
        }
        List<String> after = new ArrayList<>();
        while (words.size() > 1 && isTitleAfter(words.getLast())) {
            after.addFirst(words.removeLast());
        }
        if (parts.length > 1 && !parts[1].isBlank()) {
            after.add(parts[1].strip());
        }
        String name = String.join(" ", words);
        return name.isBlank()
                ? new PersonName("", written.isBlank() ? "?" : written, "")
                : new PersonName(String.join(" ", before), name, String.join(", ", after));
    }

    /** Whether the text holds more than a bare name. */
    public static boolean hasTitles(String written) {
        PersonName name = split(written);
        return !name.before().isEmpty() || !name.after().isEmpty();
    }

    /** One form for all spellings of a name; empty for a text without letters. */
    public static String key(String written) {
        List<String> words = words(split(written).name());
        return words.stream().collect(Collectors.joining(" "));
    }

    /**
     * Whether two keys may be of one person: equal, equal but for one letter, in another order of
     * words, or one of them with words left out or cut to their first letter.
     */
    public static boolean isAlike(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        if (one.equals(other) || Typing.isOneSlip(one, other)) {
            return true;
        }
        List<String> first = List.of(one.split(" ", -1));
        List<String> second = List.of(other.split(" ", -1));
        return first.size() <= second.size()
                ? isShortened(first, second)
                : isShortened(second, first);
    }

    /** Each word of the shorter name stands in the longer one, whole or as its first letter. */
    private static boolean isShortened(List<String> shorter, List<String> longer) {
        List<String> left = new ArrayList<>(longer);
        int whole = 0;
        for (String word : shorter) {
            boolean found = left.remove(word);
            whole += found ? 1 : 0;
            found = found || (word.length() == 1 && left.removeIf(full -> full.startsWith(word)));
            if (!found) {
                return false;
            }
        }
        return whole > 0 && (whole > 1 || shorter.size() > 1 || longer.size() <= 2);
    }

    private static List<String> words(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("['’`]", "")
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip();
        if (plain.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        String[] found = plain.split(" ", -1);
        for (int i = 0; i < found.length; i++) {
            boolean alone = found.length == 1;
            // "M." stands for Muhammad in front of another name only.
            boolean initial = found[i].length() == 1 && i > 0;
            String spelled = oldSpelling(found[i]);
            words.add(alone || initial ? spelled : SAME.getOrDefault(found[i], spelled));
        }
        return words;
    }

    /** Soeharto and Suharto, Djoko and Joko, Tjahjo and Cahjo. */
    private static String oldSpelling(String word) {
        return word.replace("oe", "u").replace("dj", "j").replace("tj", "c");
    }

    private static boolean isTitleBefore(String word) {
        String bare = bare(word);
        return BEFORE.contains(bare)
                || (Arrays.stream(word.split("\\.", -1))
                                .filter(part -> !part.isBlank())
                                .map(WrittenName::bare)
                                .allMatch(BEFORE::contains)
                        && word.contains(".")
                        && !bare.isEmpty());
    }

    /** Only with a full stop inside or behind: "SE" may be a name, "S.E." is none. */
    private static boolean isTitleAfter(String word) {
        return word.contains(".") && AFTER.contains(bare(word));
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
