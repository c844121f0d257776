package id.pamong.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.regulation.TestRegulations;
import id.pamong.testkit.ArticledTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The list of clauses without a test is the truth, so that it can only shrink. */
class OpenClausesTest {
    private static final Path LIST = Path.of("docs", "reference", "open-clauses.txt");

    @Test
    void the_list_of_open_clauses_names_exactly_those_without_a_test() throws IOException {
        Set<String> open = new TreeSet<>();
        TestRegulations.all().forEach(profile -> open.addAll(profile.clauses().keySet()));
        open.removeAll(ArticledTests.byClause().keySet());

        assertThat(ClauseList.of(LIST))
                .as("a clause with a test leaves %s; one whose test is gone is a step back", LIST)
                .isEqualTo(open);
    }
}
