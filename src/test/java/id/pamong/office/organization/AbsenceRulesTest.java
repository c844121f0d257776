package id.pamong.office.organization;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AbsenceRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final PersonId SITI = new PersonId(UUID.randomUUID());
    private static final PersonId BUDI = new PersonId(UUID.randomUUID());

    @Test
    void a_leave_with_deputy_and_letter_is_entered() {
        assertThat(codes(leave(1, 10, BUDI, "800/12"), List.of(), List.of())).isEmpty();
        assertThat(codes(leave(-3, 0, null, ""), List.of(), List.of()))
                .as("it began before it was entered")
                .isEmpty();
    }

    @Test
    void everything_wrong_is_said_at_once() {
        assertThat(codes(new NewAbsence(SITI, null, null, SITI, ""), List.of(), List.of()))
                .containsExactlyInAnyOrder(
                        "absence.from-missing",
                        "absence.until-missing",
                        "absence.own-deputy",
                        "absence.letter-missing");
        assertThat(codes(leave(5, 4, BUDI, "1"), List.of(), List.of()))
                .containsExactly("absence.until-before");
        assertThat(codes(leave(-9, -1, BUDI, "1"), List.of(), List.of()))
                .containsExactly("absence.over");
        assertThat(codes(leave(0, 400, BUDI, "1"), List.of(), List.of()))
                .containsExactly("absence.too-long");
    }

    @Test
    void two_leaves_of_one_person_and_a_deputy_on_leave_do_not_go_together() {
        assertThat(codes(leave(1, 10, BUDI, "1"), List.of(of(SITI, 10, 12)), List.of()))
                .containsExactly("absence.overlaps");
        assertThat(codes(leave(1, 10, BUDI, "1"), List.of(of(SITI, 11, 12)), List.of())).isEmpty();
        assertThat(codes(leave(1, 10, BUDI, "1"), List.of(), List.of(of(BUDI, 0, 1))))
                .containsExactly("absence.deputy-absent");
    }

    private static NewAbsence leave(int from, int until, @Nullable PersonId deputy, String letter) {
        return new NewAbsence(SITI, TODAY.plusDays(from), TODAY.plusDays(until), deputy, letter);
    }

    private static Absence of(PersonId person, int from, int until) {
        return new Absence(
                UUID.randomUUID(), person, TODAY.plusDays(from), TODAY.plusDays(until), null, "");
    }

    private static List<String> codes(NewAbsence it, List<Absence> own, List<Absence> deputys) {
        return AbsenceRules.check(it, own, deputys, TODAY).stream().map(Finding::code).toList();
    }
}
