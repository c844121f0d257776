package id.pamong.use.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.testkit.Forms;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Town;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How often an address may send a file to the public check. */
@RoomTest
class CheckRateTest {
    private static final int MOST = 20;
    private static final String TOO_MANY = "Terlalu banyak kiriman dari jaringan Anda";

    @Autowired private MockMvcTester http;
    @Autowired private Towns towns;
    @Autowired private CheckRate rate;
    @Autowired private MutableClock clock;

    private Town town;

    @BeforeEach
    void found() {
        clock.reset();
        town = towns.found();
    }

    @Test
    void the_address_that_sends_too_many_is_told_so_on_page_and_api_until_a_minute_has_passed() {
        String address = "198.51.100.7";
        for (int i = 0; i < MOST; i++) {
            assertThat(send("/periksa", address)).hasStatus(400);
        }

        assertThat(send("/periksa", address)).hasStatus(429).bodyText().contains(TOO_MANY);
        assertThat(send("/periksa/tiada", address)).hasStatus(429);
        assertThat(send("/api/periksa", address)).hasStatus(429);
        assertThat(send("/periksa", "198.51.100.8")).as("someone else").hasStatus(400);

        clock.advance(Duration.ofSeconds(61));
        assertThat(send("/periksa", address)).hasStatus(400);
    }

    @Test
    void a_body_that_is_too_much_is_never_read() {
        String address = "198.51.100.9";
        for (int i = 0; i < MOST; i++) {
            assertThat(rate.objection(request(address))).isEmpty();
        }

        assertThat(rate.objection(new Unreadable(request(address)))).isPresent();
        assertThat(
                        http.post()
                                .uri(town.at("/periksa"))
                                .with(request -> {
                                    request.setRemoteAddr(address);
                                    request.setContentType(MediaType.MULTIPART_FORM_DATA_VALUE);
                                    return request;
                                })
                                .exchange())
                .as("no boundary, which reading would find")
                .hasStatus(429);
    }

    @Test
    void an_address_with_an_encoded_letter_counts_like_the_same_without() {
        String address = "198.51.100.10";
        for (int i = 0; i < MOST; i++) {
            assertThat(rate.objection(request(address, town.at("/%70eriksa")))).isEmpty();
        }

        assertThat(rate.objection(request(address, town.at("/ap%69/periksa")))).isPresent();
        assertThat(rate.objection(request(address, town.at("/periksa")))).isPresent();
    }

    private MockHttpServletRequest request(String address) {
        return request(address, town.at("/periksa"));
    }

    private static MockHttpServletRequest request(String address, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setRemoteAddr(address);
        return request;
    }

    private MvcTestResult send(String path, String address) {
        return http.post()
                .uri(town.at(path))
                .with(Forms.body())
                .with(Forms.from(address))
                .exchange();
    }

    private static final class Unreadable extends HttpServletRequestWrapper {
        Unreadable(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("read");
                }

                @Override
                public int read(byte[] into, int from, int most) throws IOException {
                    throw new IOException("read");
                }

                @Override
                public boolean isFinished() {
                    return false;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {}
            };
        }
    }
}
