package id.pamong.lifecycle.enrollment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every step an application took, with the reasons of its decisions. */
@Repository
class ApplicationSteps {
    private final JdbcClient jdbc;

    ApplicationSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(int position, StateChange change) {}

    private record Given(int position, Reason reason) {}

    void add(
            ApplicationId id,
            Step step,
            ApplicationState from,
            ApplicationState to,
            Instant at,
            List<Reason> reasons) {
        int position =
                jdbc.sql(
                                """
                                insert into application_step
                                    (application, position, step, from_state, to_state, taken_at)
                                select :id, coalesce(max(position), 0) + 1, :step, :from, :to, :at
                                from application_step where application = :id
                                returning position
                                """)
                        .param("id", id.value())
                        .param("step", step.name())
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("at", Applications.at(at))
                        .query(Integer.class)
                        .single();
        for (int place = 0; place < reasons.size(); place++) {
            jdbc.sql(
                            """
                            insert into application_reason
                                (application, position, place, code, sentence)
                            values (:id, :position, :place, :code, :sentence)
                            """)
                    .param("id", id.value())
                    .param("position", position)
                    .param("place", place)
                    .param("code", reasons.get(place).code())
                    .param("sentence", reasons.get(place).text())
                    .update();
        }
    }

    List<StateChange> of(ApplicationId id) {
        Map<Integer, List<Reason>> reasons = new TreeMap<>();
        jdbc.sql(
                        """
                        select position, code, sentence from application_reason
                        where application = :id order by position, place
                        """)
                .param("id", id.value())
                .query((row, n) ->
                        new Given(
                                row.getInt("position"),
                                new Reason(row.getString("code"), row.getString("sentence"))))
                .list()
                .forEach(given ->
                        reasons.computeIfAbsent(
                                        given.position(), position -> new java.util.ArrayList<>())
                                .add(given.reason()));
        return jdbc
                .sql(
                        """
                        select position, step, from_state, to_state, taken_at from application_step
                        where application = :id order by position
                        """)
                .param("id", id.value())
                .query((row, n) ->
                        new Row(
                                row.getInt("position"),
                                new StateChange(
                                        Step.valueOf(row.getString("step")),
                                        ApplicationState.valueOf(row.getString("from_state")),
                                        ApplicationState.valueOf(row.getString("to_state")),
                                        Applications.requiredInstant(row, "taken_at"),
                                        List.of())))
                .list()
                .stream()
                .map(row ->
                        new StateChange(
                                row.change().step(),
                                row.change().from(),
                                row.change().to(),
                                row.change().at(),
                                reasons.getOrDefault(row.position(), List.of())))
                .toList();
    }
}
