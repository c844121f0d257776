package id.pamong.office.page;

import id.pamong.office.organization.LocalGovernment;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the layout shows around a page; templates know it as {@code page}.
 *
 * @param government null on pages of no local government
 * @param navigation what the reader may open, in order
 * @param commands that some role of the reader has, whatever state and scope
 * @param displayName of who is signed in, or null
 * @param language {@code id} or {@code en}
 * @param path of this page, for the language switch
 * @param demo whether this is the demonstration: a banner says so on every page
 * @param correlation id that leads from a page to the log
 */
public record PageFrame(
        @Nullable LocalGovernment government,
        List<NavItem> navigation,
        Set<String> commands,
        @Nullable String displayName,
        String language,
        String path,
        boolean demo,
        String correlation) {
    /** Request attribute and name in templates. */
    public static final String ATTRIBUTE = "page";

    /** So many entries fit into one line. */
    private static final int FITTING = 7;

    /** Entries from this position on are of the registration authority's desk. */
    private static final int DESK = 40;

    /** Entries from this position on are needed less often. */
    private static final int FAR = 60;

    public PageFrame {
        navigation = List.copyOf(navigation);
        commands = Set.copyOf(commands);
    }

    /** Whether some role of the reader has the command, so that a way to it leads somewhere. */
    public boolean may(String command) {
        return commands.contains(command);
    }

    /** First segment of the paths of this local government, or empty. */
    public String base() {
        return government == null ? "" : "/" + government.slug();
    }

    /** Entries that stand in a wide window; all of them while they fit into its line. */
    public List<NavItem> nearNavigation() {
        return hasFarNavigation()
                ? navigation.stream()
                        .filter(item -> item.order() < (isCrowded() ? DESK : FAR))
                        .toList()
                : navigation;
    }

    /** The desk of the registration authority, folded apart when it does not fit into the line. */
    public List<NavItem> deskNavigation() {
        return isCrowded() ? desk() : List.of();
    }

    /** Whether even without what is needed less often the line would be too short. */
    public boolean isCrowded() {
        return hasFarNavigation()
                && desk().size() > 2
                && navigation.stream().filter(item -> item.order() < FAR).count() > FITTING;
    }

    private List<NavItem> desk() {
        return navigation.stream()
                .filter(item -> item.order() >= DESK && item.order() < FAR)
                .toList();
    }

    /** Whether the page belongs to an entry of the desk that is folded away. */
    public boolean isAtDesk() {
        return deskNavigation().stream().anyMatch(this::isIn);
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
