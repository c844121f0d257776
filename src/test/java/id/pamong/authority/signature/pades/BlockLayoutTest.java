package id.pamong.authority.signature.pades;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.gateway.Standing;
import id.pamong.authority.signature.SignatureBlock;
import id.pamong.authority.signature.SignaturePlacement;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing leaves the signature block, whatever stands in it. */
class BlockLayoutTest {
    private static final String LONG_POST =
            "Kepala Dinas Perumahan, Kawasan Permukiman, Pertanahan, Pekerjaan Umum, Penataan Ruang,"
                    + " Pemberdayaan Perempuan, Perlindungan Anak dan Pengendalian Penduduk";
    private static final String LONG_NAME =
            "Prof. Dr. Ir. H. Raden Mas Adipati Arya Kusumawardhana Tjokrodiningrat, S.T., M.Sc.,"
                    + " M.M., Ph.D.";

    static Stream<Arguments> blocks() {
        List<String> posts =
                List.of(
                        "Guru Ahli Muda",
                        "Plt. Kepala Dinas Pendidikan",
                        "a.n. Wali Kota Madiun\nSekretaris Daerah",
                        "a.n. Wali Kota Madiun\nSekretaris Daerah\nu.b.\nAsisten Administrasi Umum",
                        LONG_POST,
                        "a.n. Wali Kota Madiun\nPlh. Sekretaris Daerah\nu.b.\n" + LONG_POST,
                        "Kepala".repeat(30),
                        "");
        List<String> names =
                List.of("Siti Aminah, S.Pd.", LONG_NAME, "أحمد بن عبد الرحمن", "N".repeat(150));
        List<float[]> sizes =
                List.of(
                        new float[] {230, 100},
                        new float[] {160, 60},
                        new float[] {100, 40},
                        new float[] {100, 200},
                        new float[] {400, 40});
        return posts.stream()
                .flatMap(post ->
                        names.stream()
                                .flatMap(name ->
                                        sizes.stream()
                                                .map(size ->
                                                        Arguments.of(
                                                                post, name, size[0], size[1]))));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void every_line_stays_inside_and_the_name_is_there(
            String post, String name, float width, float height) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDType0Font regular = font(document, "LiberationSans-Regular.ttf");
            PDType0Font bold = font(document, "LiberationSans-Bold.ttf");

            BlockLayout layout =
                    BlockLayout.of(block(post, name, width, height), regular, bold, width, height);

            for (BlockLayout.Line line : layout.lines()) {
                float end = line.x() + line.font().getStringWidth(line.text()) / 1000 * line.size();
                assertThat(line.x()).isGreaterThanOrEqualTo(0);
                assertThat(end).as(line.text()).isLessThanOrEqualTo(width + 0.01f);
                assertThat(line.y()).isBetween(0f, height - line.size() * 0.6f);
            }
            assertThat(layout.lines()).extracting(BlockLayout.Line::font).contains(bold);
            assertThat(layout.qrLeft() + layout.qrSide()).isLessThanOrEqualTo(width);
            assertThat(layout.qrBottom() + layout.qrSide()).isLessThanOrEqualTo(height + 0.01f);
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void lines_of_the_text_do_not_lie_on_each_other(
            String post, String name, float width, float height) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDType0Font regular = font(document, "LiberationSans-Regular.ttf");
            PDType0Font bold = font(document, "LiberationSans-Bold.ttf");

            List<BlockLayout.Line> body =
                    BlockLayout.of(block(post, name, width, height), regular, bold, width, height)
                            .lines()
                            .stream()
                            .toList();

            for (int at = 1; at < body.size(); at++) {
                BlockLayout.Line above = body.get(at - 1);
                BlockLayout.Line below = body.get(at);
                assertThat(above.y()).isGreaterThan(below.y() + below.size() * 0.7f);
            }
        }
    }

    private static SignatureBlock block(String post, String name, float width, float height) {
        return new SignatureBlock(
                new SignaturePlacement(1, 10, 10, width, height),
                post,
                name,
                "19671213 199503 1 003",
                Standing.TRIAL,
                "Otoritas Sertifikat Contoh",
                URI.create("https://pamong.contoh.go.id/madiun/periksa/Zk3v9QnX2bT7aL0pR5sW1g"));
    }

    private static PDType0Font font(PDDocument document, String name) throws IOException {
        try (InputStream in =
                BlockLayoutTest.class.getResourceAsStream("/fonts/liberation/" + name)) {
            return PDType0Font.load(document, Objects.requireNonNull(in), true);
        }
    }
}
