package id.pamong.office.database;

/**
 * The order of a list by one column and the id, and where a page of it begins: behind the row with
 * the parameter {@code after}, whose own values are looked up, so that addresses carry an id alone.
 * Names come from a repository's own list of columns, never from outside.
 *
 * @param table with columns {@code id} and the one sorted by
 * @param alias of the table in the query
 * @param column never null in any row
 */
public record Keyset(String table, String alias, String column, boolean descending) {
    /** To be joined with {@code and}; parameter {@code after}, null for the first page. */
    public String condition() {
        return "(cast(:after as uuid) is null or (%s.%s, %s.id) %s (select k.%s, k.id from %s k where k.id = :after))"
                .formatted(alias, column, alias, descending ? "<" : ">", column, table);
    }

    /** Behind all conditions; parameter {@code limit}. */
    public String order() {
        String way = descending ? " desc" : "";
        return " order by %s.%s%s, %s.id%s limit :limit".formatted(alias, column, way, alias, way);
    }
}
