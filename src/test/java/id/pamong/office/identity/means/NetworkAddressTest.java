package id.pamong.office.identity.means;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTest {
    @Test
    void an_ipv4_address_counts_for_itself_and_an_ipv6_address_for_its_64_bits() {
        assertThat(NetworkAddress.key("103.12.84.7")).isEqualTo("103.12.84.7");
        assertThat(NetworkAddress.key("2001:db8:1:2:aaaa::1"))
                .isEqualTo(NetworkAddress.key("2001:db8:1:2:bbbb::2"))
                .isNotEqualTo(NetworkAddress.key("2001:db8:1:3::1"));
    }

    @ParameterizedTest
    @CsvSource({
        "103.12.84.7/24, 103.12.84.0/24",
        "10.0.0.1/32, 10.0.0.1/32",
        "172.16.255.255/16, 172.16.0.0/16",
        "2001:db8:12::5/48, 2001:db8:12:0:0:0:0:0/48"
    })
    void a_network_loses_the_bits_of_its_hosts(String typed, String kept) {
        assertThat(NetworkAddress.network(typed)).hasValue(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "103.12.84.0/15",
                "103.12.84.0/33",
                "2001:db8::/31",
                "madiun.go.id/24",
                "103.12.84.0",
                "1/24",
                "::/999",
                "' or true --/24"
            })
    void what_is_no_network_of_one_office_is_refused(String typed) {
        assertThat(NetworkAddress.network(typed)).isEmpty();
    }
}
