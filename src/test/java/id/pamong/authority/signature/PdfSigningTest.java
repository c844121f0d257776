package id.pamong.authority.signature;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.gateway.Standing;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.TestPki.Holder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing, and what stands against it. */
class PdfSigningTest {
    private static SigningDesk desk;

    @BeforeAll
    static void open() {
        desk = new SigningDesk();
    }

    @Nested
    class A_signed_letter {
        @Test
        @Article("MDN-7(5)a")
        void keeps_every_byte_of_the_original() {
            byte[] letter = Letters.withPages(2);
            byte[] signed = desk.sign(letter);

            assertThat(Arrays.copyOf(signed, letter.length)).isEqualTo(letter);
        }

        @Test
        void is_valid_for_poppler(@org.junit.jupiter.api.io.TempDir Path folder)
                throws IOException, InterruptedException {
            Path file = folder.resolve("signed.pdf");
            Files.write(file, desk.sign(Letters.withPages(1)));

            String said = pdfsig(file);

            assertThat(said)
                    .contains("Signature is Valid")
                    .contains("ETSI.CAdES.detached")
                    .contains("Siti Rahmawati");
        }

        @Test
        void may_carry_an_RSA_signature_and_no_block() {
            Holder rsa = desk.pki.rsaSubscriber("CN=Budi,C=ID");

            CheckReport report =
                    desk.check(desk.sign(Letters.withPages(1), rsa, (SignaturePlacement) null));

            assertThat(report.reason()).isEqualTo(ReasonCode.VALID_TRIAL);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 90, 180, 270})
        void shows_its_block_where_the_reader_wants_it(int rotation) throws IOException {
            byte[] signed =
                    desk.sign(
                            Letters.withPages(1, rotation),
                            desk.owner,
                            new SignaturePlacement(1, 300, 300, 230, 100));

            try (PDDocument pdf = Loader.loadPDF(signed)) {
                var picture = new PDFRenderer(pdf).renderImageWithDPI(0, 72);
                assertThat(hasInk(picture, 302, 302, 226, 96)).isTrue();
                assertThat(hasInk(picture, 535, 300, 30, 100)).isFalse();
                assertThat(hasInk(picture, 300, 402, 230, 30)).isFalse();
            }
        }

        @Test
        void holds_long_titles_and_right_to_left_names_inside_its_box() throws IOException {
            SignatureBlock block =
                    new SignatureBlock(
                            new SignaturePlacement(1, 100, 400, 160, 60),
                            "Kepala Bidang Pengelolaan Informasi dan Saluran Komunikasi Publik serta"
                                    + " Layanan Pengadaan Secara Elektronik pada Dinas Komunikasi",
                            "Prof. Dr. Ir. Raden Mas עברית Sastronegorowidjojokusumo, S.T., M.T., M.M.,"
                                    + " Ph.D., IPU., ASEAN Eng.",
                            "19671213 199503 1 003",
                            Standing.RECOGNISED,
                            "Balai Sertifikasi Elektronik",
                            URI.create(
                                    "https://pamong.contoh.go.id/madiun/periksa/Zk3v9QnX2bT7aL0p"));
            byte[] signed =
                    desk.sign(Letters.withPages(1), desk.owner, desk.request(desk.owner, block));

            try (PDDocument pdf = Loader.loadPDF(signed)) {
                var picture = new PDFRenderer(pdf).renderImageWithDPI(0, 72);
                assertThat(hasInk(picture, 102, 402, 156, 56)).isTrue();
                assertThat(hasInk(picture, 263, 400, 60, 60)).isFalse();
                assertThat(hasInk(picture, 100, 462, 160, 40)).isFalse();
            }
        }
    }

    @Nested
    class Is_refused {
        @Test
        void when_it_is_no_PDF() {
            refused(new byte[0], "signing.empty");
            refused("halo".getBytes(StandardCharsets.UTF_8), "signing.not-pdf");
            refused("%PDF-1.7\nrusak".getBytes(StandardCharsets.UTF_8), "signing.damaged");
        }

        @Test
        void when_it_is_encrypted() throws IOException {
            try (PDDocument pdf = Loader.loadPDF(Letters.withPages(1))) {
                pdf.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                pdf.save(out);
                refused(out.toByteArray(), "signing.encrypted");
            }
        }

        @Test
        void when_it_is_an_XFA_form() throws IOException {
            try (PDDocument pdf = Loader.loadPDF(Letters.withPages(1))) {
                PDAcroForm form = new PDAcroForm(pdf);
                COSStream xfa = new COSStream();
                try (var out = xfa.createOutputStream()) {
                    out.write("<xdp/>".getBytes(StandardCharsets.UTF_8));
                }
                form.getCOSObject().setItem(COSName.XFA, xfa);
                pdf.getDocumentCatalog().setAcroForm(form);
                refused(Letters.saved(pdf), "signing.xfa");
            }
        }

        @Test
        void when_an_earlier_signer_locked_it() throws IOException {
            try (PDDocument pdf = Loader.loadPDF(Letters.withPages(1))) {
                PDAcroForm form = new PDAcroForm(pdf);
                pdf.getDocumentCatalog().setAcroForm(form);
                var field = new org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField(form);
                form.getFields().add(field);
                var signature =
                        new org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature();
                var parameters = new org.apache.pdfbox.cos.COSDictionary();
                parameters.setInt(COSName.P, 1);
                var reference = new org.apache.pdfbox.cos.COSDictionary();
                reference.setName("TransformMethod", "DocMDP");
                reference.setItem(COSName.getPDFName("TransformParams"), parameters);
                var references = new org.apache.pdfbox.cos.COSArray();
                references.add(reference);
                signature.getCOSObject().setItem(COSName.REFERENCE, references);
                signature.getCOSObject().setItem(COSName.CONTENTS, new COSString(new byte[8]));
                field.setValue(signature);
                refused(Letters.saved(pdf), "signing.locked");
            }
        }

        @Test
        @Article("MDN-7(5)a")
        void when_it_was_changed_after_an_earlier_signature() {
            refused(
                    Letters.appended(desk.sign(Letters.withPages(1)), "% sisipan\n"),
                    "signing.changed-after-signature");
        }

        @Test
        void when_the_block_has_no_place() {
            placed(new SignaturePlacement(9, 10, 10, 200, 80), "signing.no-such-page");
            placed(new SignaturePlacement(1, 500, 10, 200, 80), "signing.outside-page");
            placed(new SignaturePlacement(1, 10, 10, 20, 10), "signing.block-too-small");
            placed(new SignaturePlacement(1, Double.NaN, 10, 200, 80), "signing.outside-page");
        }

        @Test
        void and_never_throws_for_garbage_made_from_a_letter() {
            byte[] letter = Letters.withPages(2);
            Random random = new Random(5);
            for (int round = 0; round < 60; round++) {
                byte[] mutated = letter.clone();
                for (int i = 0; i < 1 + random.nextInt(20); i++) {
                    mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
                }
                if (round % 4 == 0) {
                    mutated = Arrays.copyOf(mutated, random.nextInt(mutated.length));
                }
                try (AutoCloseable opened = opened(mutated)) {
                    assertThat(opened).isNotNull();
                } catch (Exception e) {
                    throw new AssertionError("round " + round, e);
                }
            }
        }

        private AutoCloseable opened(byte[] pdf) {
            return switch (desk.signing.prepare(
                    DocumentSource.of(pdf),
                    desk.request(
                            desk.owner,
                            desk.block(
                                    new SignaturePlacement(1, 10, 10, 200, 80), Standing.TRIAL)))) {
                case PreparationOutcome.Prepared(PreparedSignature prepared) -> prepared;
                case PreparationOutcome.Refused refused -> () -> {};
            };
        }
    }

    @Nested
    class An_outcome_is_told {
        @Test
        void when_no_time_stamp_can_be_had() {
            assertThat(completed(Optional.empty(), desk.pki.revocations()))
                    .isInstanceOf(CompletionOutcome.TimeStampUnavailable.class);
        }

        @Test
        void when_no_proof_of_revocation_state_can_be_had() {
            assertThat(completed(Optional.of(desk.pki.timeStamps()), RevocationSource.none()))
                    .isInstanceOf(CompletionOutcome.RevocationUnavailable.class);
        }

        @Test
        void when_the_signature_is_not_the_owners() {
            PreparedSignature prepared = prepared(desk.request(desk.owner, null));
            try (prepared) {
                Holder other = desk.pki.subscriber("CN=Orang lain,C=ID");
                assertThat(desk.signing.complete(prepared, other.sign(prepared.toBeSigned())))
                        .isInstanceOf(CompletionOutcome.NotAccepted.class);
            }
        }

        private CompletionOutcome completed(
                Optional<TimeStampSource> stamps, RevocationSource revocations) {
            SigningRequest usual = desk.request(desk.owner, null);
            SigningRequest request =
                    new SigningRequest(
                            usual.chain(),
                            usual.standing(),
                            usual.signedAt(),
                            usual.reason(),
                            usual.location(),
                            null,
                            stamps.orElse(digest -> Optional.empty()),
                            revocations);
            PreparedSignature prepared = prepared(request);
            try (prepared) {
                return desk.signing.complete(prepared, desk.owner.sign(prepared.toBeSigned()));
            }
        }

        private PreparedSignature prepared(SigningRequest request) {
            return switch (desk.signing.prepare(DocumentSource.of(Letters.withPages(1)), request)) {
                case PreparationOutcome.Prepared(PreparedSignature ready) -> ready;
                case PreparationOutcome.Refused refused ->
                        throw new AssertionError(refused.findings().toString());
            };
        }
    }

    private static void refused(byte[] pdf, String code) {
        assertThat(desk.signing.inspect(DocumentSource.of(pdf)).findings())
                .extracting(Finding::code)
                .containsExactly(code);
    }

    private static void placed(SignaturePlacement placement, String code) {
        PreparationOutcome outcome =
                desk.signing.prepare(
                        DocumentSource.of(Letters.withPages(1)),
                        desk.request(desk.owner, desk.block(placement, Standing.TRIAL)));
        assertThat(outcome).isInstanceOf(PreparationOutcome.Refused.class);
        assertThat(((PreparationOutcome.Refused) outcome).findings())
                .extracting(Finding::code)
                .containsExactly(code);
    }

    private static boolean hasInk(
            java.awt.image.BufferedImage picture, int left, int top, int width, int height) {
        for (int y = top; y < Math.min(top + height, picture.getHeight()); y++) {
            for (int x = left; x < Math.min(left + width, picture.getWidth()); x++) {
                if ((picture.getRGB(x, y) & 0xffffff) != 0xffffff) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String pdfsig(Path file) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of("pdfsig", file.toString()))
                        .redirectErrorStream(true)
                        .start();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return said;
        }
    }
}
