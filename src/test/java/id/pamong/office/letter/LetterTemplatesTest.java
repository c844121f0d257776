package id.pamong.office.letter;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.GovernmentKind;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PersonName;
import id.pamong.office.organization.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LetterTemplatesTest {
    private static final Instant MOMENT = Instant.parse("2026-11-21T03:42:00Z");
    private static final LocalGovernment MADIUN =
            new LocalGovernment(
                    new LocalGovernmentId(new UUID(0, 1)),
                    "madiun",
                    "Pemerintah Kota Madiun",
                    GovernmentKind.KOTA,
                    "Madiun",
                    "Wali Kota",
                    "Wakil Wali Kota",
                    "Jawa Timur",
                    "35.77",
                    Zone.WIB,
                    "perwal-30-2019",
                    null,
                    List.of("madiunkota.go.id"),
                    "#1f5fa8",
                    List.of(
                            "Jalan Perintis Kemerdekaan Nomor 32, Madiun 63117",
                            "Telepon (0351) 000000, pos-el kominfo@madiunkota.go.id"));
    private static final Person APPLICANT =
            person("", "Siti Rahmawati", "S.Pd., M.Pd.", "198504122010012007", "Guru Ahli Muda");
    private static final Person SUPERIOR =
            person("Drs.", "Bambang Prasetyo", "M.M.", "197001151995031002", "Kepala Sekolah");
    private static final Map<String, Object> COVER =
            Map.of("recipient", "Kepala", "applicants", List.of(APPLICANT));
    private static final Signatory SIGNATORY =
            new Signatory(
                    "Kepala Dinas Komunikasi dan Informatika",
                    "Dr. Agus Wibowo, S.Kom., M.T.",
                    "Pembina Utama Muda (IV/c)",
                    "19710817 199703 1 004",
                    "Diberikan secara elektronik melalui akun dinas pada 21 November 2026 pukul"
                            + " 10.42 WIB");

    /** What the claim sheet is printed from. */
    record Slip(String name, String nip, String agency, String code) {}

    static Stream<Arguments> letters() {
        return Stream.of(
                Arguments.of(
                        "application",
                        Map.of(
                                "papers",
                                List.of(
                                        "Scan e-KTP",
                                        "Surat rekomendasi atasan",
                                        "Surat pengantar"),
                                "recipient",
                                "Kepala Dinas Komunikasi dan Informatika",
                                "signatory",
                                signed("Pemohon", APPLICANT)),
                        "mengajukan permohonan"),
                Arguments.of(
                        "recommendation",
                        Map.of(
                                "giver",
                                SUPERIOR,
                                "reason",
                                "Yang bersangkutan menandatangani laporan hasil belajar dan surat tugas secara elektronik."),
                        "selaku atasan"),
                Arguments.of(
                        "cover",
                        Map.of(
                                "recipient",
                                "Kepala Dinas Komunikasi dan Informatika",
                                "applicants",
                                java.util.Collections.nCopies(45, APPLICANT)),
                        "Bersama ini"),
                Arguments.of(
                        "answer",
                        Map.of(
                                "applicationNumber",
                                "MDN-2026-000017",
                                "submittedAt",
                                MOMENT,
                                "decision",
                                "RETURNED",
                                "reasons",
                                List.of(
                                        new LetterLine(
                                                "Pasal 10 ayat (3) huruf d",
                                                "Foto e-KTP terpotong sehingga NIK tidak terbaca seluruhnya. Foto ulang seluruh kartu."),
                                        new LetterLine(
                                                "Pasal 10 ayat (3) huruf b",
                                                "Surat rekomendasi belum ditandatangani oleh atasan langsung.")),
                                "proof",
                                "Keputusan ini ditandatangani pengelola dengan sertifikat elektronik."),
                        "BELUM DAPAT DITERIMA"),
                Arguments.of(
                        "paper-receipt",
                        Map.of(
                                "broughtBy",
                                "Kurir Dinas Pendidikan",
                                "at",
                                MOMENT,
                                "papers",
                                List.of(
                                        new LetterLine("Surat pengantar", "1"),
                                        new LetterLine("Pindaian e-KTP", "2"))),
                        "bukan persetujuan"),
                Arguments.of(
                        "presence-minute",
                        Map.of(
                                "officer",
                                SUPERIOR,
                                "at",
                                MOMENT,
                                "place",
                                "Loket Otoritas Pendaftaran",
                                "checks",
                                List.of(
                                        "Wajah pemohon sesuai dengan foto pada e-KTP.",
                                        "NIK dan nama pada e-KTP sesuai dengan data permohonan.")),
                        "tatap muka"),
                Arguments.of(
                        "agreement",
                        Map.of(
                                "texts",
                                List.of(
                                        text(TextKind.SUBSCRIBER_AGREEMENT, "TRIAL"),
                                        text(TextKind.KEY_PROTECTION, "TRIAL")),
                                "acceptedAt",
                                MOMENT,
                                "signatory",
                                signed("Pemilik Sertifikat Elektronik", APPLICANT)),
                        "sertifikat latihan"),
                Arguments.of(
                        "receipt",
                        Map.of(
                                "certificate",
                                List.of(
                                        new LetterLine(
                                                "Nomor seri",
                                                "4A:11:90:7C:22:5E:01:AF:90:33:7B:10"),
                                        new LetterLine(
                                                "Subjek",
                                                "CN=Siti Rahmawati, O=Pemerintah Kota Madiun, C=ID"),
                                        new LetterLine(
                                                "Berlaku",
                                                "21 November 2026 s.d. 21 November 2028"),
                                        new LetterLine(
                                                "SHA-256",
                                                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")),
                                "standing",
                                "TRIAL",
                                "authority",
                                "CA Latihan Pamong",
                                "receivedAt",
                                MOMENT,
                                "signatory",
                                signed("Penerima", APPLICANT)),
                        "Telah diterima"),
                Arguments.of(
                        "claim-sheet",
                        Map.of(
                                "slips",
                                List.of(
                                        new Slip(
                                                "Siti Rahmawati",
                                                "19850412 201001 2 007",
                                                "SD",
                                                "7K3M-Q9TF"),
                                        new Slip("Budi Santoso", "", "SD", "P2XN-84HD")),
                                "on",
                                LocalDate.of(2026, 11, 21),
                                "site",
                                "https://pamong.madiunkota.go.id",
                                "path",
                                "/madiun/akun/klaim"),
                        "7K3M-Q9TF"),
                Arguments.of(
                        "ceremony-minute",
                        Map.of(
                                "at",
                                MOMENT,
                                "place",
                                "Ruang rapat Dinas",
                                "attendants",
                                List.of(
                                        new LetterLine(
                                                "Kepala Otoritas Pendaftaran",
                                                "Dr. Agus Wibowo, S.Kom., M.T."),
                                        new LetterLine("Pengelola pertama", "Rina Kusuma, S.Kom.")),
                                "steps",
                                List.of(
                                        new LetterLine(
                                                "21 November 2026 10.42 WIB",
                                                "Kunci akar dibuat, diekspor ke berkas terenkripsi, dan dikeluarkan dari sistem.")),
                                "proofs",
                                List.of(
                                        new LetterLine(
                                                "SHA-256 sertifikat akar",
                                                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")),
                                "signatories",
                                List.of(SIGNATORY, signed("Pengelola pertama", SUPERIOR))),
                        "upacara perdana"));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void every_letter_is_a_pdf_a_with_its_words_and_the_mark_of_the_demo(
            String template, Map<String, Object> own, String words) throws Exception {
        byte[] pdf = letter(template, own, true);
        Files.write(
                Files.createDirectories(Path.of("target/letters")).resolve(template + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text.replaceAll("\\s+", " ")).containsIgnoringCase(words);
            assertThat(text).contains("CONTOH").contains("Halaman 1 dari");
            isPdfA(document);
        }
    }

    @Test
    void outside_the_demo_no_mark_is_printed() throws IOException {
        byte[] pdf = letter("cover", COVER, false);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).doesNotContain("CONTOH");
        }
    }

    @Test
    void markup_in_a_name_stays_text() throws IOException {
        Person sly = person("", "<img src='file:///etc/passwd'/>Budi & \"Ani\"", "", "", "Staf");
        byte[] pdf =
                letter("cover", Map.of("recipient", "Kepala", "applicants", List.of(sly)), false);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("<img");
        }
    }

    @Test
    void only_a_recognised_authority_makes_official_documents() {
        assertThat(text(TextKind.KEY_PROTECTION, "RECOGNISED").plain())
                .contains("dokumen kedinasan yang sah");
        assertThat(text(TextKind.KEY_PROTECTION, "TRIAL").plain())
                .contains("sertifikat latihan")
                .doesNotContain("kedinasan yang sah");
        assertThat(text(TextKind.SUBSCRIBER_AGREEMENT, "TRIAL").sha256())
                .isNotEqualTo(text(TextKind.SUBSCRIBER_AGREEMENT, "INTERNAL").sha256());
    }

    @Test
    void dates_and_numbers_are_written_as_in_an_indonesian_letter() {
        LetterWords words = new LetterWords(Zone.WIB.id(), "WIB");
        assertThat(words.moment(MOMENT)).isEqualTo("21 November 2026 pukul 10.42 WIB");
        assertThat(words.number(2026)).isEqualTo("dua ribu dua puluh enam");
        assertThat(words.number(11)).isEqualTo("sebelas");
        assertThat(words.number(115)).isEqualTo("seratus lima belas");
    }

    /** PDF/A-3b by its marks: XMP, output intent, no unembedded font, no script, no encryption. */
    private static void isPdfA(PDDocument document) throws Exception {
        var xmp =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(document.getDocumentCatalog().getMetadata().exportXMPMetadata());
        String text = xmp.getDocumentElement().getTextContent();
        assertThat(text.replaceAll("\\s+", " ")).contains("3").contains("B");
        assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
        assertThat(document.isEncrypted()).isFalse();
        assertThat(document.getDocumentCatalog().getCOSObject().containsKey(COSName.AA)).isFalse();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }

    private static byte[] letter(String template, Map<String, Object> own, boolean demo) {
        Map<String, Object> model = new HashMap<>();
        model.put("agency", "Dinas Komunikasi dan Informatika");
        model.put("registrationAuthority", "Otoritas Pendaftaran");
        model.put("date", LocalDate.of(2026, 11, 21));
        model.put("number", "REK/0007/MADIUN-OP/2026");
        model.put("applicant", APPLICANT);
        model.put("type", "individu");
        model.put("uses", List.of("tanda tangan elektronik", "perlindungan e-mail"));
        model.put("signatory", SIGNATORY);
        model.putAll(own);
        return new LetterTemplates(demo).pdf(MADIUN, template, model);
    }

    private static StandardText text(TextKind kind, String standing) {
        return new StandardTexts()
                .text(
                        kind,
                        standing,
                        Map.of(
                                "authority",
                                "CA Latihan Pamong",
                                "office",
                                "Dinas Komunikasi dan Informatika",
                                "government",
                                "Pemerintah Kota Madiun",
                                "ra",
                                "Otoritas Pendaftaran"));
    }

    private static Signatory signed(String title, Person person) {
        return new Signatory(title, person.displayName(), person.rank(), person.groupedNip(), "");
    }

    private static Person person(
            String before, String name, String after, String nip, String post) {
        return new Person(
                new PersonId(
                        UUID.nameUUIDFromBytes(
                                name.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                new PersonName(before, name, after),
                EmploymentClass.PNS,
                nip.isEmpty() ? null : nip,
                "3577••••••••0001",
                null,
                null,
                new AgencyId(new UUID(0, 2)),
                "SD Negeri 01 Kartoharjo",
                post,
                true,
                "Penata (III/c)",
                1);
    }
}
