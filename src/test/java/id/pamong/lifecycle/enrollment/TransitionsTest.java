package id.pamong.lifecycle.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.testkit.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    private static final Path DIAGRAM = Path.of("docs", "reference", "application-states.md");

    @Test
    void every_state_but_the_final_ones_leads_somewhere_and_no_final_one_does() {
        for (ApplicationState state : ApplicationState.values()) {
            assertThat(Transitions.TABLE.stream().anyMatch(line -> line.from() == state))
                    .as(state.name())
                    .isEqualTo(!state.isFinal());
        }
    }

    @Test
    void no_step_leads_to_two_states() {
        for (ApplicationState state : ApplicationState.values()) {
            for (Step step : Step.values()) {
                assertThat(
                                Transitions.TABLE.stream()
                                        .filter(line -> line.from() == state)
                                        .filter(line -> line.step() == step))
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void every_state_is_reached_from_the_draft() {
        Set<ApplicationState> reached = EnumSet.of(ApplicationState.DRAFT);
        for (int round = 0; round < ApplicationState.values().length; round++) {
            Transitions.TABLE.stream()
                    .filter(line -> reached.contains(line.from()))
                    .map(Transition::to)
                    .toList()
                    .forEach(reached::add);
        }
        assertThat(reached).containsExactlyInAnyOrder(ApplicationState.values());
    }

    @Test
    @Article("MDN-13(3)")
    void only_an_approved_application_comes_to_the_authority() {
        assertThat(
                        Arrays.stream(ApplicationState.values())
                                .filter(state ->
                                        Transitions.after(state, Step.FORWARD).isPresent()))
                .containsExactly(ApplicationState.ACTIVATION);
        assertThat(
                        Transitions.TABLE.stream()
                                .filter(line -> line.to() == ApplicationState.ACTIVATION)
                                .filter(line -> line.step() != Step.CA_REFUSE)
                                .map(Transition::from))
                .containsExactly(ApplicationState.APPROVED);
    }

    @Test
    void the_diagram_of_the_documentation_is_made_from_the_table() throws IOException {
        String diagram = diagram();
        if (Boolean.getBoolean("pamong.write-docs")) {
            Files.writeString(DIAGRAM, diagram);
        }
        assertThat(Files.readString(DIAGRAM))
                .as("run this test with -Dpamong.write-docs=true")
                .isEqualTo(diagram);
    }

    private static String diagram() {
        StringBuilder page =
                new StringBuilder(
                        """
                        # The road of an application

                        Made from `Transitions`, the one table of states and steps.

                        ```mermaid
                        stateDiagram-v2
                            [*] --> DRAFT
                        """);
        Transitions.TABLE.forEach(line ->
                page.append("    ")
                        .append(line.from())
                        .append(" --> ")
                        .append(line.to())
                        .append(" : ")
                        .append(line.step())
                        .append('\n'));
        for (ApplicationState state : ApplicationState.values()) {
            if (state.isFinal()) {
                page.append("    ").append(state).append(" --> [*]\n");
            }
        }
        page.append("```\n\n| From | Step | To | Taken by |\n|---|---|---|---|\n");
        Transitions.TABLE.forEach(line ->
                page.append("| ")
                        .append(line.from())
                        .append(" | ")
                        .append(line.step())
                        .append(" | ")
                        .append(line.to())
                        .append(" | ")
                        .append(line.side())
                        .append(" |\n"));
        return page.toString();
    }
}
