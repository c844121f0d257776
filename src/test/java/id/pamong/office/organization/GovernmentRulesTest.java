package id.pamong.office.organization;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.regulation.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class GovernmentRulesTest {

    @Test
    void madiun_is_accepted() {
        assertThat(GovernmentRules.check(madiun("madiun", "35.77", List.of("madiunkota.go.id"))))
                .isEmpty();
    }

    @Test
    void everything_wrong_is_said_at_once() {
        assertThat(GovernmentRules.check(madiun("Madiun!", "3577", List.of("go id"))))
                .extracting(Finding::field)
                .containsExactly("slug", "regionCode", "mailDomains");
    }

    @Test
    void the_first_segments_of_the_installations_own_paths_are_taken() {
        assertThat(GovernmentRules.check(madiun("pki", "35.77", List.of("madiunkota.go.id"))))
                .extracting(Finding::code)
                .containsExactly("organization.slug-taken");
    }

    private static NewLocalGovernment madiun(String slug, String code, List<String> domains) {
        return new NewLocalGovernment(
                slug,
                "Pemerintah Kota Madiun",
                GovernmentKind.KOTA,
                "Madiun",
                "Wali Kota",
                "Wakil Wali Kota",
                "Jawa Timur",
                code,
                Zone.WIB,
                "perwal-30-2019",
                domains,
                "#0b5394",
                List.of());
    }
}
