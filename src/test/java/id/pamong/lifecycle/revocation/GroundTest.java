package id.pamong.lifecycle.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.gateway.RevocationReason;
import id.pamong.testkit.Article;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which actor may give which code of RFC 5280, written out once more and compared whole. */
class GroundTest {
    @Test
    @Article("MDN-15(1)")
    void each_actor_gives_the_reason_codes_of_this_table_and_no_others() {
        Map<Origin, Set<RevocationReason>> expected = new TreeMap<>();
        expected.put(
                Origin.OWNER,
                Set.of(
                        RevocationReason.KEY_COMPROMISE,
                        RevocationReason.AFFILIATION_CHANGED,
                        RevocationReason.SUPERSEDED,
                        RevocationReason.CESSATION_OF_OPERATION));
        expected.put(
                Origin.RA,
                Set.of(
                        RevocationReason.KEY_COMPROMISE,
                        RevocationReason.AFFILIATION_CHANGED,
                        RevocationReason.SUPERSEDED,
                        RevocationReason.CESSATION_OF_OPERATION,
                        RevocationReason.PRIVILEGE_WITHDRAWN));
        expected.put(
                Origin.CA,
                Set.of(
                        RevocationReason.KEY_COMPROMISE,
                        RevocationReason.AFFILIATION_CHANGED,
                        RevocationReason.UNSPECIFIED));
        Map<Origin, Set<RevocationReason>> found = new TreeMap<>();
        for (Origin origin : Origin.values()) {
            found.put(
                    origin,
                    Arrays.stream(Ground.values())
                            .filter(ground -> ground.isOpenTo(origin))
                            .map(Ground::reason)
                            .collect(Collectors.toSet()));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void what_only_others_can_know_is_not_the_owners_to_say() {
        for (Ground ground : Set.of(Ground.DEATH, Ground.DISMISSAL, Ground.BREACH_OF_DUTY)) {
            assertThat(ground.isOpenTo(Origin.OWNER)).as(ground.name()).isFalse();
        }
        assertThat(Ground.CA_DECISION.isOpenTo(Origin.OWNER)).isFalse();
        assertThat(Ground.CA_DECISION.isOpenTo(Origin.RA)).isFalse();
    }
}
