package id.pamong.office.page;

import java.util.List;
import java.util.UUID;

/**
 * A list that a room shows: what it is called, which columns it has, and where its rows come from.
 * The page, the search form, the order, the pages and the export follow from it. A room declares it
 * as a component.
 */
public interface Listing<T> {
    /** In addresses and file names, such as {@code pegawai}. */
    String name();

    /** Page below the local government, such as {@code /pengelola/pegawai}. */
    String path();

    /** As {@link #path}, for a list below something that a filter names. */
    default String path(ListQuery query) {
        return path();
    }

    /** Of the table of permissions; whoever may run it may see and export the list. */
    String command();

    /** Message key of its title. */
    String titleKey();

    /** Message key of what stands there while it is empty. */
    String emptyKey();

    /** Message key of the label of the search field; empty when it cannot be searched. */
    String searchKey();

    /** The order without a wish: one of the sortable columns, with a minus in front to turn it. */
    String order();

    List<ListFilter> filters(ListReader reader);

    List<ListColumn<T>> columns(ListReader reader);

    /** At most {@code query.limit()} rows behind {@code query.after()}, in the order wanted. */
    List<T> rows(ListReader reader, ListQuery query);

    UUID id(T row);

    /**
     * Whether it holds the reader's own few things: then search and filters stand there only once
     * there is more than a page, or while one is in use.
     */
    default boolean isPersonal() {
        return false;
    }

    /** Columns that only an export with a reason holds: what is masked on the page. */
    default List<ListColumn<T>> unmasked(ListReader reader) {
        return List.of();
    }
}
