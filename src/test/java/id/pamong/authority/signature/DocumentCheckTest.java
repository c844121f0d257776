package id.pamong.authority.signature;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.gateway.Standing;
import id.pamong.testkit.Article;
import id.pamong.testkit.TestPki;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Signed letters, honest and attacked; each attack is made here, from a letter that was valid. */
class DocumentCheckTest {
    private static SigningDesk desk;
    private static byte[] signed;

    @BeforeAll
    static void sign() {
        desk = new SigningDesk();
        signed = desk.sign(Letters.withPages(3));
    }

    @Nested
    class An_honest_letter {
        @Test
        @Article({"MDN-8(2)", "MDN-2(2)a", "MDN-1.11"})
        void of_a_recognised_authority_is_asli() {
            CheckReport report = desk.check(signed, Standing.RECOGNISED);

            assertThat(report.verdict()).isEqualTo(Verdict.ASLI);
            assertThat(report.reason()).isEqualTo(ReasonCode.VALID_RECOGNISED);
            assertThat(report.standing()).isEqualTo(Standing.RECOGNISED);
            SignatureReport signature = report.signatures().getFirst();
            assertThat(signature.signer()).isEqualTo("Siti Rahmawati");
            assertThat(signature.post()).isEqualTo("Camat Taman");
            assertThat(signature.authority()).isEqualTo("CA Contoh");
            assertThat(signature.timeSource()).isEqualTo(TimeSource.TIME_STAMP);
            assertThat(signature.timeStampedBy()).isEqualTo("TSA Contoh");
            assertThat(signature.signedAt()).isEqualTo(SigningDesk.NOW);
            assertThat(signature.level()).isEqualTo("PAdES-BASELINE-LT");
        }

        @Test
        @Article({"MDN-5(1)", "MDN-8(2)"})
        void of_the_trial_authority_is_intact_but_never_asli() {
            assertThat(desk.check(signed).reason()).isEqualTo(ReasonCode.VALID_TRIAL);
            assertThat(desk.check(signed).verdict()).isEqualTo(Verdict.TIDAK_DAPAT_DIPASTIKAN);
            assertThat(desk.check(signed, Standing.INTERNAL).reason())
                    .isEqualTo(ReasonCode.VALID_INTERNAL);
        }

        @Test
        void of_an_unknown_authority_cannot_be_confirmed() {
            CheckReport report =
                    desk.check.check(
                            DocumentSource.of(signed),
                            new TestPki("Lain", SigningDesk.NOW).trustedAs(Standing.RECOGNISED),
                            SigningDesk.NOW);

            assertThat(report.reason()).isEqualTo(ReasonCode.UNKNOWN_AUTHORITY);
            assertThat(report.standing()).isNull();
        }

        @Test
        void with_five_signatures_raises_no_false_alarm() {
            byte[] many = signed;
            for (int i = 2; i <= 5; i++) {
                many =
                        desk.sign(
                                many,
                                desk.pki.subscriber("CN=Penanda tangan " + i + ",C=ID"),
                                new SignaturePlacement(1, 40, 60 * i, 160, 50));
            }

            CheckReport report = desk.check(many);

            assertThat(report.reason()).isEqualTo(ReasonCode.VALID_TRIAL);
            assertThat(report.signatures())
                    .hasSize(5)
                    .allMatch(each -> each.reason() == ReasonCode.VALID_TRIAL);
        }

        @Test
        void stays_valid_after_its_certificate_has_expired_when_time_and_state_are_proven() {
            CheckReport report =
                    desk.check.check(
                            DocumentSource.of(signed),
                            desk.pki.trustedAs(Standing.RECOGNISED),
                            SigningDesk.NOW.plus(Duration.ofDays(700)));

            assertThat(report.reason()).isEqualTo(ReasonCode.VALID_RECOGNISED);
        }

        @Test
        void without_any_signature_says_so() {
            assertThat(desk.check(Letters.withPages(1)).reason())
                    .isEqualTo(ReasonCode.NO_SIGNATURE);
        }
    }

    @Nested
    class Bytes_after_the_signed_range {
        @Test
        void are_named_even_when_no_reader_sees_a_revision() {
            changed(Letters.appended(signed, "\n% sisipan\n"), ReasonCode.TRAILING_BYTES);
            changed(Letters.appended(signed, "x"), ReasonCode.TRAILING_BYTES);
            changed(
                    Letters.appended(
                            signed, "4 0 obj\n<< /Length 3 >>\nstream\nabc\nendstream\nendobj\n"),
                    ReasonCode.TRAILING_BYTES);
        }

        @Test
        void may_not_hide_an_object_from_the_cross_reference() throws IOException {
            byte[] more = withNewContents(signed);
            String text = new String(more, StandardCharsets.ISO_8859_1);
            int at = text.lastIndexOf("startxref");
            int number = Integer.parseInt(text.substring(at).split("\\s+", -1)[1]);
            String hidden = "999 0 obj\n<< /Hidden true >>\nendobj\n";
            int xref = number;
            String moved =
                    text.substring(0, xref)
                            + hidden
                            + text.substring(xref, at)
                            + "startxref\n"
                            + (number + hidden.length())
                            + "\n%%EOF\n";
            changed(moved.getBytes(StandardCharsets.ISO_8859_1), ReasonCode.TRAILING_BYTES);
        }

        @Test
        void between_two_end_marks_are_named() {
            changed(Letters.appended(signed, "(tersembunyi)\n%%EOF\n"), ReasonCode.TRAILING_BYTES);
        }
    }

    @Nested
    class A_change_of_content {
        @Test
        @Article("MDN-2(2)a")
        void by_an_incremental_save_is_named_with_its_page() throws IOException {
            byte[] more = withNewContents(signed);

            CheckReport report = changed(more, ReasonCode.CONTENT_CHANGED);

            assertThat(report.changedPages()).containsExactly(2);
        }

        @Test
        @Article("MDN-2(2)a")
        void inside_the_signed_range_breaks_the_digest() {
            changed(
                    Letters.replaced(signed, "Rp 1.000.000", "Rp 9.000.000"),
                    ReasonCode.WRONG_DIGEST);
        }

        @Test
        void by_an_annotation_over_the_text_is_named() throws IOException {
            try (PDDocument pdf = Loader.loadPDF(signed)) {
                PDPage page = pdf.getPage(0);
                PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
                stamp.setRectangle(new PDRectangle(60, 680, 400, 40));
                PDAppearanceStream face = new PDAppearanceStream(pdf);
                face.setBBox(new PDRectangle(400, 40));
                try (PDPageContentStream out = new PDPageContentStream(pdf, face)) {
                    out.addRect(0, 0, 400, 40);
                    out.fill();
                }
                stamp.setAppearance(new PDAppearanceDictionary());
                stamp.getAppearance().setNormalAppearance(face);
                page.getAnnotations().add(stamp);
                COSArray annotations =
                        (COSArray) page.getCOSObject().getDictionaryObject(COSName.ANNOTS);
                annotations.setNeedToBeUpdated(true);
                page.getCOSObject().setNeedToBeUpdated(true);
                pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);

                changed(Letters.incremental(pdf), ReasonCode.CONTENT_CHANGED);
            }
        }

        @Test
        void by_hiding_one_page_behind_another_is_named() throws IOException {
            try (PDDocument pdf = Loader.loadPDF(signed)) {
                PDPage first = pdf.getPage(0);
                first.getCOSObject()
                        .setItem(
                                COSName.CONTENTS,
                                pdf.getPage(2).getCOSObject().getItem(COSName.CONTENTS));
                first.getCOSObject().setNeedToBeUpdated(true);
                pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);

                CheckReport report = changed(Letters.incremental(pdf), ReasonCode.CONTENT_CHANGED);

                assertThat(report.changedPages()).containsExactly(1);
            }
        }

        @Test
        void by_a_new_face_of_the_signature_block_is_named() throws IOException {
            try (PDDocument pdf = Loader.loadPDF(signed)) {
                COSDictionary field = pdf.getSignatureFields().getFirst().getCOSObject();
                COSDictionary faces = (COSDictionary) field.getDictionaryObject(COSName.AP);
                COSStream face = (COSStream) faces.getDictionaryObject(COSName.N);
                try (var out = face.createOutputStream()) {
                    out.write("0 0 200 200 re f".getBytes(StandardCharsets.US_ASCII));
                }
                face.setNeedToBeUpdated(true);
                faces.setNeedToBeUpdated(true);
                field.setNeedToBeUpdated(true);

                changed(Letters.incremental(pdf), ReasonCode.CONTENT_CHANGED);
            }
        }

        @Test
        void by_removing_a_page_is_named() throws IOException {
            try (PDDocument pdf = Loader.loadPDF(signed)) {
                pdf.removePage(2);
                pdf.getPages().getCOSObject().setNeedToBeUpdated(true);
                changed(Letters.incremental(pdf), ReasonCode.CONTENT_CHANGED);
            }
        }
    }

    @Nested
    class A_broken_signature_field {
        @Test
        void without_byte_range_is_broken_and_never_no_signature() throws IOException {
            changed(
                    Letters.replaced(signed, "/ByteRange", "/BxteRange"),
                    ReasonCode.BROKEN_SIGNATURE);
            changed(
                    rewritten("/ByteRange \\[[^\\]]*\\]", "/ByteRange null"),
                    ReasonCode.BROKEN_SIGNATURE);
        }

        @Test
        void with_swapped_or_foreign_byte_range_is_broken() {
            changed(
                    rewritten("/ByteRange \\[0 (\\d+) (\\d+) (\\d+)\\]", "/ByteRange [0 $2 $1 $3]"),
                    ReasonCode.BROKEN_SIGNATURE);
            changed(
                    rewritten("/ByteRange \\[0 (\\d+) (\\d+) \\d+\\]", "/ByteRange [0 $1 $2 10]"),
                    ReasonCode.WRONG_DIGEST);
            changed(
                    rewritten("/ByteRange \\[0 (\\d+)", "/ByteRange [1 $1"),
                    ReasonCode.BROKEN_SIGNATURE);
        }

        @Test
        void without_contents_is_broken() {
            changed(
                    Letters.replaced(signed, "/Contents <", "/Contxnts <"),
                    ReasonCode.BROKEN_SIGNATURE);
        }

        @Test
        void taken_out_of_the_form_is_broken_and_never_no_signature() throws IOException {
            try (PDDocument pdf = Loader.loadPDF(signed)) {
                COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
                catalog.removeItem(COSName.ACRO_FORM);
                catalog.setNeedToBeUpdated(true);
                COSDictionary page = pdf.getPage(0).getCOSObject();
                page.removeItem(COSName.ANNOTS);
                page.setNeedToBeUpdated(true);

                changed(Letters.incremental(pdf), ReasonCode.BROKEN_SIGNATURE);
            }
        }
    }

    @Nested
    class A_certificate {
        @Test
        void revoked_before_signing_cannot_be_confirmed() {
            SigningDesk other = new SigningDesk();
            byte[] letter = other.sign(Letters.withPages(1));
            other.pki.revoke(other.owner, SigningDesk.NOW.minus(Duration.ofDays(1)));
            TrustedAuthorities now =
                    new TrustedAuthorities(
                            other.pki.authorities(Standing.RECOGNISED),
                            other.pki.revocations(SigningDesk.NOW.plusSeconds(60)));

            CheckReport report =
                    other.check.check(
                            DocumentSource.of(letter), now, SigningDesk.NOW.plusSeconds(120));

            assertThat(report.reason()).isEqualTo(ReasonCode.CERTIFICATE_REVOKED);
            assertThat(report.verdict()).isEqualTo(Verdict.TIDAK_DAPAT_DIPASTIKAN);
        }
    }

    @Nested
    class Garbage {
        @Test
        void ends_in_a_report() {
            assertThat(desk.check(new byte[0]).reason()).isEqualTo(ReasonCode.UNREADABLE);
            assertThat(desk.check("halo".getBytes(StandardCharsets.UTF_8)).reason())
                    .isEqualTo(ReasonCode.UNREADABLE);
            assertThat(desk.check("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8)).verdict())
                    .isEqualTo(Verdict.TIDAK_DAPAT_DIPASTIKAN);
        }

        @Test
        void made_from_a_signed_letter_never_passes_and_never_throws() {
            Random random = new Random(20261121);
            for (int round = 0; round < 60; round++) {
                byte[] mutated = signed.clone();
                int changes = 1 + random.nextInt(8);
                for (int i = 0; i < changes; i++) {
                    mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
                }
                if (round % 5 == 0) {
                    mutated = java.util.Arrays.copyOf(mutated, random.nextInt(mutated.length));
                }
                CheckReport report = desk.check(mutated);
                assertThat(report.checkedAt()).as("round %d", round).isNotNull();
            }
        }

        @Test
        void changed_in_the_signed_bytes_never_passes() {
            Random random = new Random(7);
            String text = new String(signed, StandardCharsets.ISO_8859_1);
            int gap = text.indexOf("/Contents <");
            for (int round = 0; round < 25; round++) {
                byte[] mutated = signed.clone();
                int at = random.nextInt(gap);
                mutated[at] ^= (byte) (1 + random.nextInt(255));
                assertThat(desk.check(mutated).isProven()).as("byte %d", at).isFalse();
            }
        }
    }

    private static CheckReport changed(byte[] attacked, ReasonCode expected) {
        CheckReport report = desk.check(attacked, Standing.RECOGNISED);
        assertThat(report.verdict()).isEqualTo(Verdict.BERUBAH);
        assertThat(report.reason()).isEqualTo(expected);
        return report;
    }

    private static byte[] withNewContents(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDPage page = document.getPage(1);
            COSStream contents = new COSStream();
            try (var out = contents.createOutputStream()) {
                out.write("0 0 100 100 re f".getBytes(StandardCharsets.US_ASCII));
            }
            page.getCOSObject().setItem(COSName.CONTENTS, contents);
            page.getCOSObject().setNeedToBeUpdated(true);
            return Letters.incremental(document);
        }
    }

    /** Replaces, in place and with the same length, by padding before the end of the dictionary. */
    private static byte[] rewritten(String pattern, String by) {
        String text = new String(signed, StandardCharsets.ISO_8859_1);
        var matcher = java.util.regex.Pattern.compile(pattern + " *").matcher(text);
        assertThat(matcher.find()).isTrue();
        String old = matcher.group();
        String with = old.replaceFirst(pattern + " *", by);
        int missing = old.length() - with.length();
        assertThat(missing).isNotNegative();
        return (text.substring(0, matcher.start())
                        + with
                        + " ".repeat(missing)
                        + text.substring(matcher.end()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
