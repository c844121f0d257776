package id.pamong.conformity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A checked-in list of clauses: one a line, its id first; lines with {@code #} are remarks. */
final class ClauseList {
    private ClauseList() {}

    static Set<String> of(Path list) throws IOException {
        return Files.readAllLines(list).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
