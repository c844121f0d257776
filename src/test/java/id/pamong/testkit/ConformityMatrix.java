package id.pamong.testkit;

import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Clause;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.TestRegulations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Clause → rule or command → test → screen → evidence, for the tests of this run. A clause is
 * proved when something bound to it was seen to accept and to refuse in its tests; seen when its
 * tests passed without that (a definition has nothing to refuse); by rule when it has no test of
 * its own but a rule bound to it was seen to accept and to refuse in tests of other clauses, of
 * this or another regulation: the rule is the same code, the binding is data. Such a clause stays
 * on the list of open ones; open in the matrix when not even that was seen.
 */
final class ConformityMatrix {
    private static final Path FOLDER = Path.of("target", "conformity");

    private final Map<String, Set<String>> tests = new TreeMap<>();
    private final Map<String, Set<String>> runs = new TreeMap<>();
    private final Set<String> allRuns = new TreeSet<>();
    private final Map<String, Set<String>> every = ArticledTests.ofEveryRun();

    /** Of everything that the processes of one run of the tests have seen so far. */
    static ConformityMatrix of(List<ConformityEvidence.Line> evidence) {
        ConformityMatrix matrix = new ConformityMatrix();
        evidence.forEach(matrix::add);
        return matrix;
    }

    private void add(ConformityEvidence.Line seen) {
        tests.computeIfAbsent(seen.clause(), key -> new TreeSet<>()).add(seen.test());
        if (seen.clause().startsWith(seen.code() + "-")) {
            runs.computeIfAbsent(seen.clause(), key -> new TreeSet<>()).addAll(seen.runs());
        }
        allRuns.addAll(seen.runs());
    }

    void write() throws IOException {
        List<String> standings = new ArrayList<>();
        for (RegulationProfile profile : TestRegulations.all()) {
            List<Line> lines =
                    profile.clauses().values().stream()
                            .map(clause -> line(profile, clause))
                            .toList();
            Files.writeString(FOLDER.resolve(profile.code() + ".md"), markdown(profile, lines));
            Files.writeString(FOLDER.resolve(profile.code() + ".json"), json(profile, lines));
            lines.forEach(line -> standings.add(line.clause().id() + " " + judged(line)));
        }
        Files.write(FOLDER.resolve("standings.txt"), standings);
    }

    /** The standing, where all tests of the clause ran and there is something to prove. */
    private String judged(Line line) {
        boolean allRan = line.tests().containsAll(every.getOrDefault(line.clause().id(), Set.of()));
        return line.bound().isEmpty() ? "UNBOUND" : allRan ? line.standing() : "PARTLY";
    }

    private record Line(
            Clause clause,
            String standing,
            List<String> bound,
            Set<String> tests,
            List<String> screens,
            Set<String> evidence) {}

    private Line line(RegulationProfile profile, Clause clause) {
        List<String> bound =
                Stream.concat(
                                named(profile.rules(), clause).map(Object::toString),
                                named(profile.commands(), clause).map(Object::toString))
                        .sorted()
                        .toList();
        Set<String> evidence =
                runs.getOrDefault(clause.id(), Set.of()).stream()
                        .filter(run -> bound.contains(run.substring(1)))
                        .collect(Collectors.toCollection(TreeSet::new));
        boolean proved =
                bound.stream()
                        .anyMatch(name ->
                                evidence.contains("+" + name) && evidence.contains("-" + name));
        Set<String> its = tests.getOrDefault(clause.id(), Set.of());
        return new Line(
                clause,
                its.isEmpty() ? withoutTest(profile, clause) : proved ? "PROVED" : "SEEN",
                bound,
                its,
                named(profile.screens(), clause).map(Object::toString).sorted().toList(),
                evidence);
    }

    private String withoutTest(RegulationProfile profile, Clause clause) {
        return named(profile.rules(), clause)
                        .map(Object::toString)
                        .anyMatch(rule ->
                                allRuns.contains("+" + rule) && allRuns.contains("-" + rule))
                ? "BY_RULE"
                : "OPEN";
    }

    private static <K> Stream<K> named(Map<K, List<Citation>> bindings, Clause clause) {
        return bindings.entrySet().stream()
                .filter(binding -> binding.getValue().contains(clause.citation()))
                .map(Map.Entry::getKey);
    }

    private static String markdown(RegulationProfile profile, List<Line> lines) {
        StringBuilder page =
                new StringBuilder()
                        .append("# ")
                        .append(profile.title().english())
                        .append("\n\nProfile ")
                        .append(profile.hash())
                        .append(". `+` seen to accept, `-` seen to refuse.\n\n")
                        .append("| Clause | Standing | Rule or command | Test | Screen | Seen |\n")
                        .append("|---|---|---|---|---|---|\n");
        for (Line line : lines) {
            page.append("| ")
                    .append(line.clause().id())
                    .append(" | ")
                    .append(line.standing())
                    .append(" | ")
                    .append(String.join("<br>", line.bound()))
                    .append(" | ")
                    .append(String.join("<br>", line.tests()))
                    .append(" | ")
                    .append(String.join("<br>", line.screens()))
                    .append(" | ")
                    .append(String.join("<br>", line.evidence()))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String json(RegulationProfile profile, List<Line> lines) {
        return lines.stream()
                .map(line ->
                        "{\"clause\":%s,\"standing\":%s,\"bound\":%s,\"tests\":%s,\"screens\":%s,\"seen\":%s}"
                                .formatted(
                                        quoted(line.clause().id()),
                                        quoted(line.standing()),
                                        list(line.bound()),
                                        list(line.tests()),
                                        list(line.screens()),
                                        list(line.evidence())))
                .collect(
                        Collectors.joining(
                                ",\n",
                                "{\"regulation\":%s,\"hash\":%s,\"clauses\":[\n"
                                        .formatted(quoted(profile.id()), quoted(profile.hash())),
                                "\n]}\n"));
    }

    private static String list(java.util.Collection<String> values) {
        return values.stream()
                .map(ConformityMatrix::quoted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
