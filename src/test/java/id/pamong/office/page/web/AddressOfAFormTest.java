package id.pamong.office.page.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** After a refusal the address is the form's own: opening it again is no dead end. */
@RoomTest
class AddressOfAFormTest {
    @Autowired private MockMvcTester http;
    @Autowired private Towns towns;

    @Test
    void opened_like_a_page_it_leads_to_the_page_above_and_keeps_the_language() {
        Towns.Town town = towns.found();

        MvcTestResult answer = open(town.at("/akun/klaim/kode?lang=en"), MediaType.TEXT_HTML);

        assertThat(answer).hasStatus(303);
        assertThat(answer).headers().hasValue("Location", town.at("/akun/klaim?lang=en"));
    }

    @Test
    void a_program_is_told_that_this_is_not_the_way() {
        Towns.Town town = towns.found();

        assertThat(open(town.at("/akun/klaim/kode"), MediaType.APPLICATION_JSON)).hasStatus(405);
        assertThat(open("/pki/uji/tsa", MediaType.TEXT_HTML)).hasStatus(405);
    }

    private MvcTestResult open(String address, MediaType wanted) {
        return http.get().uri(address).accept(wanted).exchange();
    }
}
