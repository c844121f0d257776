package id.pamong.office.page.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.pamong.office.page.FormProblem;
import id.pamong.office.page.SpooledFile;
import id.pamong.office.protection.SecretBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bounded reader on bytes, without a server. */
class FormReadingTest {
    private static final String BOUNDARY = "XyZ";

    @TempDir Path folder;

    @Test
    void texts_are_decoded_and_secrets_never_become_parameters() throws Exception {
        ParsedForm form =
                urlencoded("name=Siti+Aminah%2C+S.Kom.&passphrase=r%C3%A4hasia+1&x=&x=2", 1000);

        assertThat(form.text("name")).isEqualTo("Siti Aminah, S.Kom.");
        assertThat(form.texts("x")).containsExactly("", "2");
        assertThat(form.texts()).doesNotContainKey("passphrase");
        assertThat(plain(form.secret("passphrase").orElseThrow())).isEqualTo("rähasia 1");
    }

    @Test
    void the_name_of_a_secret_is_known_however_it_is_escaped() throws Exception {
        ParsedForm form = urlencoded("%70assphrase=a&totp=123456", 1000);

        assertThat(form.texts()).isEmpty();
        assertThat(form.secret("passphrase")).isPresent();
        assertThat(form.secret("totp")).isPresent();
    }

    @Test
    void secrets_are_wiped_when_the_form_is_closed() throws Exception {
        ParsedForm form = urlencoded("pin=4711", 1000);
        SecretBytes pin = form.secret("pin").orElseThrow();

        form.close();

        assertThat(plain(pin)).isEqualTo("\0\0\0\0");
    }

    @Test
    void control_characters_that_no_table_can_hold_are_dropped() throws Exception {
        assertThat(urlencoded("a=x%00y%1Bz%0Aw", 1000).text("a")).isEqualTo("xyz\nw");
    }

    @Test
    void a_cut_escape_is_unreadable() {
        assertThatThrownBy(() -> urlencoded("a=%4", 1000)).isInstanceOf(UnreadableForm.class);
        assertThatThrownBy(() -> urlencoded("a=%zz", 1000)).isInstanceOf(UnreadableForm.class);
    }

    @Test
    void a_body_over_the_limit_is_read_to_its_end_and_refused() throws Exception {
        FormBounds bounds = new FormBounds(50, -1);
        ByteArrayInputStream wire =
                new ByteArrayInputStream(
                        ("a=1&b=" + "x".repeat(500)).getBytes(StandardCharsets.UTF_8));
        ParsedForm form = new ParsedForm();

        UrlencodedReader.read(new BoundedBody(wire, bounds), form, bounds);

        assertThat(bounds.problem()).isEqualTo(FormProblem.tooLarge(50));
        assertThat(wire.available()).isZero();
    }

    @Test
    void a_body_far_over_the_limit_costs_no_more_than_reading_it() {
        byte[] wire = ("a=" + "x".repeat(8 << 20)).getBytes(StandardCharsets.UTF_8);
        FormBounds bounds = new FormBounds(1 << 20, wire.length);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () ->
                        UrlencodedReader.read(
                                new BoundedBody(new ByteArrayInputStream(wire), bounds),
                                new ParsedForm(),
                                bounds));
    }

    @Test
    void a_file_comes_back_as_it_was_sent_and_may_be_read_twice() throws Exception {
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        ParsedForm form =
                multipart(
                        parts(
                                text("note", "satu\r\n--Xy tipuan"),
                                file("paper", "C:\\tmp\\ktp.pdf", content)),
                        1 << 20);

        SpooledFile paper = form.file("paper").orElseThrow();
        assertThat(paper.name()).isEqualTo("ktp.pdf");
        assertThat(paper.size()).isEqualTo(content.length);
        assertThat(paper.bytes()).isEqualTo(content);
        try (InputStream in = paper.open()) {
            assertThat(in.readAllBytes()).isEqualTo(content);
            assertThat(in.read()).isEqualTo(-1);
        }
        assertThat(form.text("note")).isEqualTo("satu\r\n--Xy tipuan");
        form.close();
    }

    @Test
    void a_file_on_disk_is_neither_named_nor_readable() throws Exception {
        byte[] content = "NIK 3577010101800001 ".repeat(5000).getBytes(StandardCharsets.UTF_8);
        ParsedForm form = multipart(parts(file("paper", "ktp.pdf", content)), 1 << 20);

        try (var left = Files.list(folder)) {
            assertThat(left.toList()).isEmpty();
        }
        form.close();
    }

    @Test
    void a_field_without_a_chosen_file_is_empty() throws Exception {
        ParsedForm form = multipart(parts(file("paper", "", new byte[0])), 1000);

        assertThat(form.file("paper")).isEmpty();
        assertThat(form.files("paper")).isEmpty();
    }

    @Test
    void a_chosen_file_without_content_is_there_to_be_refused_by_name() throws Exception {
        ParsedForm form = multipart(parts(file("paper", "kosong.pdf", new byte[0])), 1000);

        assertThat(form.file("paper").orElseThrow().name()).isEqualTo("kosong.pdf");
        assertThat(form.file("paper").orElseThrow().size()).isZero();
        form.close();
    }

    @Test
    void a_secret_in_a_multipart_form_is_a_secret_too() throws Exception {
        ParsedForm form = multipart(parts(text("passphrase", "kuda hijau tenang")), 1000);

        assertThat(form.texts()).isEmpty();
        assertThat(plain(form.secret("passphrase").orElseThrow())).isEqualTo("kuda hijau tenang");
    }

    @Test
    void texts_around_a_file_that_is_too_large_are_kept() throws Exception {
        FormBounds bounds = new FormBounds(10_000, -1);
        ParsedForm form = new ParsedForm();
        byte[] wire =
                parts(
                        text("before", "1"),
                        file("paper", "big.pdf", new byte[50_000]),
                        text("after", "2"));

        MultipartReader.read(
                new BoundedBody(new ByteArrayInputStream(wire), bounds),
                BOUNDARY,
                form,
                bounds,
                folder);

        assertThat(bounds.problem()).isNotNull();
        assertThat(form.text("before")).isEqualTo("1");
        assertThat(form.text("after")).isEqualTo("2");
        assertThat(form.files("paper")).isEmpty();
    }

    @Test
    void broken_multipart_bodies_are_unreadable_and_never_anything_else() throws Exception {
        byte[] whole = parts(text("a", "1"), file("paper", "x.pdf", new byte[100]));
        for (int length = 0; length < whole.length - 4; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> multipart(cut, 10_000)).isInstanceOf(UnreadableForm.class);
        }
        for (String bad :
                List.of(
                        "--XyZ\r\n\r\nno disposition\r\n--XyZ--",
                        "--XyZ\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--XyZ--",
                        "--XyZ\r\nContent-Disposition: form-data; name=\"open\r\n\r\nx\r\n--XyZ--",
                        "--XyZtail\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--XyZ--",
                        "--XyZ\r\nX: " + "y".repeat(9000) + "\r\n\r\nx\r\n--XyZ--")) {
            assertThatThrownBy(() -> multipart(bad.getBytes(StandardCharsets.UTF_8), 100_000))
                    .as(bad.substring(0, Math.min(40, bad.length())))
                    .isInstanceOf(UnreadableForm.class);
        }
    }

    @Test
    void random_bytes_end_in_a_form_or_are_unreadable() {
        Random random = new Random(20261122);
        byte[] alphabet =
                "--XyZ\r\n:;=\"namefilenContent-Disposition form-data"
                        .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3000; round++) {
            byte[] wire = new byte[random.nextInt(200)];
            for (int i = 0; i < wire.length; i++) {
                wire[i] = alphabet[random.nextInt(alphabet.length)];
            }
            try {
                multipart(wire, 1000).close();
            } catch (UnreadableForm expected) {
                // a sentence, not a crash
            } catch (IOException other) {
                throw new AssertionError(other);
            }
        }
    }

    private static ParsedForm urlencoded(String body, long limit) throws IOException {
        ParsedForm form = new ParsedForm();
        FormBounds bounds = new FormBounds(limit, -1);
        UrlencodedReader.read(
                new BoundedBody(
                        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), bounds),
                form,
                bounds);
        assertThat(bounds.problem()).isNull();
        return form;
    }

    private ParsedForm multipart(byte[] wire, long limit) throws IOException {
        ParsedForm form = new ParsedForm();
        FormBounds bounds = new FormBounds(limit, -1);
        MultipartReader.read(
                new BoundedBody(new ByteArrayInputStream(wire), bounds),
                BOUNDARY,
                form,
                bounds,
                folder);
        return form;
    }

    private static String plain(SecretBytes secret) {
        return secret.reveal(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static byte[] text(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] file(String name, String fileName, byte[] content) {
        return part("name=\"" + name + "\"; filename=\"" + fileName + "\"", content);
    }

    private static byte[] part(String parameters, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                ("--XyZ\r\nContent-Disposition: form-data; "
                                + parameters
                                + "\r\nContent-Type: text/plain\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(content);
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static byte[] parts(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        out.writeBytes("--XyZ--\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
