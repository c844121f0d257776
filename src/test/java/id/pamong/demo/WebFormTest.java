package id.pamong.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebFormTest {
    private static final String PAGE =
            """
            <main><form method="post" action="/madiun/permohonan/1/isian">
            <input type="hidden" name="_csrf" value="t1">
            <input name="officialEmail" value="a@b.go.id">
            <input type="checkbox" name="uses" value="DIGITAL_SIGNATURE" checked>
            <input type="checkbox" name="uses" value="TLS_CLIENT">
            <input type="radio" name="way" value="mail" checked>
            <input name="gone" value="x" disabled>
            <select name="duty"><option value="A">Surat</option><option value="B">Pos-el</option></select>
            <textarea name="purpose">Menandatangani surat</textarea>
            <button formaction="/madiun/permohonan/1/ajukan" name="go" value="1">Ajukan</button>
            </form></main>
            """;

    private final WebForm form =
            new WebPage(
                            URI.create("http://localhost:1/madiun/permohonan/1"),
                            200,
                            "text/html;charset=UTF-8",
                            PAGE.getBytes(StandardCharsets.UTF_8))
                    .formTo("/isian");

    @Test
    void what_stands_in_the_form_is_sent_as_a_browser_would() {
        assertThat(form.values())
                .containsEntry("_csrf", List.of("t1"))
                .containsEntry("uses", List.of("DIGITAL_SIGNATURE"))
                .containsEntry("way", List.of("mail"))
                .containsEntry("duty", List.of("A"))
                .containsEntry("purpose", List.of("Menandatangani surat"))
                .doesNotContainKeys("gone", "go");
    }

    @Test
    void an_option_is_chosen_by_its_words_too() {
        assertThat(form.fill("duty", "Pos-el").values()).containsEntry("duty", List.of("B"));
    }

    @Test
    void a_button_may_send_the_form_elsewhere() {
        form.pressTo("/ajukan");
        assertThat(form.action()).hasPath("/madiun/permohonan/1/ajukan");
        assertThat(form.values()).containsEntry("go", List.of("1"));
    }

    @Test
    void a_field_that_is_not_there_cannot_be_filled() {
        assertThatThrownBy(() -> form.fill("nik", "1"))
                .isInstanceOf(StepFailed.class)
                .hasMessageContaining("nik");
    }
}
