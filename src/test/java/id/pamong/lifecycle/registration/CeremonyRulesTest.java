package id.pamong.lifecycle.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.gateway.Standing;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CeremonyRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tte.madiunkota.go.id",
                "https://tte.madiunkota.go.id/",
                "https://tte.madiunkota.go.id:8443",
                "http://localhost:8080"
            })
    void an_address_of_the_service_alone_is_accepted(String address) {
        assertThat(CeremonyRules.checkAddress(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tte.madiunkota.go.id",
                "http://tte.madiunkota.go.id",
                "https://tte.madiunkota.go.id/madiun",
                "https://user@tte.madiunkota.go.id",
                "https://tte.madiunkota.go.id?x=1",
                "https://a b"
            })
    void anything_else_is_refused(String address) {
        assertThat(CeremonyRules.checkAddress(address))
                .extracting(Finding::code)
                .containsExactly("first-run.address");
    }

    @Test
    void trial_needs_no_decision() {
        assertThat(CeremonyRules.check(new StandingEntry(Standing.TRIAL, "", null, ""), TODAY))
                .isEmpty();
    }

    @Test
    void internal_needs_number_date_and_reason_and_says_so_at_once() {
        assertThat(
                        CeremonyRules.check(
                                new StandingEntry(Standing.INTERNAL, "", null, "perlu"), TODAY))
                .extracting(Finding::field)
                .containsExactly("number", "decidedOn", "reason");
    }

    @Test
    void a_decision_is_not_dated_ahead() {
        assertThat(
                        CeremonyRules.check(
                                new StandingEntry(
                                        Standing.INTERNAL,
                                        "188/12/2026",
                                        TODAY.plusDays(1),
                                        "Dipakai untuk nota dinas internal saja."),
                                TODAY))
                .extracting(Finding::code)
                .containsExactly("first-run.date-ahead");
    }

    @Test
    @Article("MDN-5(1)")
    void the_builtin_authority_is_never_declared_recognised() {
        assertThat(
                        CeremonyRules.check(
                                new StandingEntry(Standing.RECOGNISED, "1", TODAY, "x"), TODAY))
                .extracting(Finding::code)
                .containsExactly("first-run.standing-recognised");
    }
}
