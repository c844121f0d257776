package id.pamong.office.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file {@code permissions.table}: a line {@code command | role | states | scope | factor} per
 * row, {@code no-page command} for a command that no page performs, {@code #} for a comment. What
 * cannot be read stops the start with the line and the reason.
 */
final class PermissionTable {
    static final String ANY_STATE = "*";
    private static final String FILE = "permissions.table";
    private static final Pattern COMMAND = Pattern.compile("[a-z][a-z-]*\\.[a-z][a-z0-9-]*");

    private final Map<String, List<PermissionRow>> rows;
    private final Set<String> withoutPage;

    private PermissionTable(Map<String, List<PermissionRow>> rows, Set<String> withoutPage) {
        this.rows = rows;
        this.withoutPage = withoutPage;
    }

    static PermissionTable ofClasspath() {
        try (InputStream in = PermissionTable.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the file " + FILE + " is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PermissionTable parse(String text) {
        Map<String, List<PermissionRow>> rows = new LinkedHashMap<>();
        Set<String> withoutPage = new TreeSet<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String content = line.strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            try {
                if (content.startsWith("no-page ")) {
                    withoutPage.add(command(content.substring("no-page ".length())));
                } else {
                    PermissionRow row = row(content);
                    rows.computeIfAbsent(row.command(), any -> new ArrayList<>()).add(row);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(
                        FILE + ", line " + number + ": " + e.getMessage(), e);
            }
        }
        return new PermissionTable(rows, withoutPage);
    }

    private static PermissionRow row(String content) {
        List<String> cells = Arrays.stream(content.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != 5) {
            throw new IllegalArgumentException(
                    "expected: command | role | states | scope | factor");
        }
        Set<String> states =
                cells.get(2).equals(ANY_STATE)
                        ? Set.of()
                        : Arrays.stream(cells.get(2).split("[, ]+")).collect(Collectors.toSet());
        boolean factor =
                switch (cells.get(4)) {
                    case "2" -> true;
                    case "-" -> false;
                    case String other ->
                            throw new IllegalArgumentException("factor is - or 2, not " + other);
                };
        return new PermissionRow(
                command(cells.get(0)),
                Role.valueOf(cells.get(1)),
                states,
                Scope.valueOf(cells.get(3)),
                factor);
    }

    private static String command(String cell) {
        String name = cell.strip();
        if (!COMMAND.matcher(name).matches()) {
            throw new IllegalArgumentException("not a command: " + name);
        }
        return name;
    }

    List<PermissionRow> rowsOf(String command) {
        return rows.getOrDefault(command, List.of());
    }

    List<PermissionRow> rows() {
        return rows.values().stream().flatMap(List::stream).toList();
    }

    Set<String> commands() {
        return rows.keySet();
    }

    /** Commands that only other rooms or the scheduler run. */
    Set<String> withoutPage() {
        return withoutPage;
    }
}
