package id.pamong.office.page;

import id.pamong.office.organization.LocalGovernment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout shows around a page; templates know it as {@code page}.
 *
 * @param government null on pages of no local government
 * @param navigation what the reader may open, in order
 * @param displayName of who is signed in, or null
 * @param language {@code id} or {@code en}
 * @param path of this page, for the language switch
 * @param demo whether this is the demonstration: a banner says so on every page
 * @param correlation id that leads from a page to the log
 */
public record PageFrame(
        @Nullable LocalGovernment government,
        List<NavItem> navigation,
        @Nullable String displayName,
        String language,
        String path,
        boolean demo,
        String correlation) {
    /** Request attribute and name in templates. */
    public static final String ATTRIBUTE = "page";

    /** So many entries fit into one line. */
    private static final int FITTING = 7;

    /** Entries from this position on are needed less often. */
    private static final int FAR = 60;

    public PageFrame {
        navigation = List.copyOf(navigation);
    }

    /** First segment of the paths of this local government, or empty. */
    public String base() {
        return government == null ? "" : "/" + government.slug();
    }

    /** Entries that stand in a wide window; all of them while they fit into its line. */
    public List<NavItem> nearNavigation() {
        return hasFarNavigation()
                ? navigation.stream().filter(item -> item.order() < FAR).toList()
                : navigation;
    }

    /** What is needed less often, folded away in a wide window. */
    public List<NavItem> farNavigation() {
        return hasFarNavigation()
                ? navigation.stream().filter(item -> item.order() >= FAR).toList()
                : List.of();
    }

    private boolean hasFarNavigation() {
        return navigation.size() > FITTING;
    }

    /** Whether the page belongs to an entry that is folded away. */
    public boolean isFar() {
        return farNavigation().stream().anyMatch(this::isIn);
    }

    /** Whether the page belongs to the entry of the navigation. */
    public boolean isIn(NavItem item) {
        String wanted = base() + item.path();
        return path.equals(wanted) || path.startsWith(wanted + "/");
    }
}
