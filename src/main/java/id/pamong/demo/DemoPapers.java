package id.pamong.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The papers of the demo, drawn here; each says in large letters that it is an example. */
final class DemoPapers {
    private static final float LEFT = 71;
    private static final float RIGHT = 538;
    private static final float TOP = 780;
    private static final float LEADING = 16.5f;
    private static final float SIZE = 11;

    private DemoPapers() {}

    /** A card like an identity card, as a phone would photograph it. */
    static Upload identityCard(DemoPerson person, DemoGovernment government) {
        BufferedImage image = new BufferedImage(1280, 808, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(0xcfe3f2));
        graphics.fillRect(0, 0, 1280, 808);
        graphics.setColor(new Color(0x1b3c59));
        graphics.setFont(letters(Font.BOLD, 34));
        graphics.drawString(
                "PROVINSI " + upper(government.fields().getOrDefault("province", "")), 430, 60);
        graphics.drawString(
                upper(government.fields().getOrDefault("name", "")).replace("PEMERINTAH ", ""),
                470,
                104);
        graphics.setFont(letters(Font.BOLD, 46));
        graphics.drawString("NIK : " + person.nik(), 60, 190);
        graphics.setFont(letters(Font.PLAIN, 30));
        List<String> lines =
                List.of(
                        "Nama : " + upper(person.name()),
                        "Tempat/Tgl Lahir : "
                                + upper(government.fields().getOrDefault("place", ""))
                                + ", (contoh)",
                        "Alamat : JL. CONTOH NO. 1",
                        "Pekerjaan : PEGAWAI PEMERINTAH DAERAH",
                        "Kewarganegaraan : WNI",
                        "Berlaku Hingga : SEUMUR HIDUP");
        for (int i = 0; i < lines.size(); i++) {
            graphics.drawString(lines.get(i), 60, 260 + 58 * i);
        }
        graphics.setColor(new Color(0x9fb9cc));
        graphics.fillRect(960, 230, 250, 320);
        graphics.setColor(new Color(0x5d7b91));
        graphics.fillOval(1030, 280, 110, 120);
        graphics.fillArc(990, 410, 190, 240, 0, 180);
        graphics.setColor(new Color(190, 30, 30, 150));
        graphics.setStroke(new BasicStroke(6));
        graphics.rotate(-0.35, 640, 404);
        graphics.setFont(letters(Font.BOLD, 190));
        graphics.drawString("CONTOH", 230, 480);
        graphics.setFont(letters(Font.BOLD, 40));
        graphics.drawString("BUKAN KARTU IDENTITAS", 400, 545);
        graphics.dispose();
        try {
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", jpeg);
            return new Upload("ktp-contoh.jpg", "image/jpeg", jpeg.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** A decree or a letter on paper, as a scanner would see it. */
    static Upload scan(String name, String title, List<String> lines) {
        BufferedImage image = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 1240, 1754);
        graphics.setColor(Color.BLACK);
        graphics.setFont(letters(Font.BOLD, 38));
        graphics.drawString(title, 130, 220);
        graphics.setFont(letters(Font.PLAIN, 28));
        for (int i = 0; i < lines.size(); i++) {
            graphics.drawString(lines.get(i), 130, 330 + 56 * i);
        }
        graphics.setColor(new Color(0x8a1c1c));
        graphics.setFont(letters(Font.BOLD, 26));
        graphics.drawString("CONTOH, BUKAN DOKUMEN KEDINASAN", 130, 1680);
        graphics.dispose();
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return new Upload(name, "image/png", png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String letterNumber(DemoGovernment government) {
        return government.equals(DemoCity.GOVERNMENT)
                ? "400.3/CONTOH/401.101/2026"
                : "400.7/CONTOH/DINKES/2026";
    }

    static String letterSubject(DemoGovernment government) {
        return government.equals(DemoCity.GOVERNMENT)
                ? "Undangan lokakarya kurikulum sekolah dasar"
                : "Pelaporan imunisasi triwulan keempat";
    }

    /** Points from the top of the signed page to where the letter leaves room. */
    static String blockTop(DemoGovernment government) {
        return government.equals(DemoCity.GOVERNMENT) ? "238" : "330";
    }

    /** An official letter ready to be signed. */
    static byte[] letter(DemoPerson signer, DemoGovernment government) {
        return government.equals(DemoCity.GOVERNMENT)
                ? invitation(signer)
                : circular(signer, government);
    }

    /** One page, for the heads of health centres. */
    private static byte[] circular(DemoPerson signer, DemoGovernment government) {
        try (PDDocument document = new PDDocument()) {
            PDType0Font plain = font(document, "Regular");
            PDType0Font bold = font(document, "Bold");
            try (Sheet sheet = new Sheet(document, plain, bold)) {
                sheet.centred(upper(government.fields().getOrDefault("name", "")), false, 13);
                sheet.centred(upper(signer.agencyName()), true, 16);
                sheet.centred("Jalan Contoh Nomor 2, Cianjur 43211", false, 9);
                sheet.rule();
                sheet.labelled("Nomor", letterNumber(government));
                sheet.labelled("Sifat", "Biasa");
                sheet.labelled("Hal", letterSubject(government));
                sheet.space();
                sheet.line("Yth. Kepala Puskesmas se-Kabupaten Cianjur");
                sheet.line("di tempat");
                sheet.space();
                sheet.paragraph(
                        "Laporan imunisasi triwulan keempat disampaikan paling lambat hari kerja"
                                + " kelima bulan berikutnya melalui pos-el dinas, ditandatangani"
                                + " secara elektronik oleh kepala puskesmas.");
                sheet.paragraph(
                        "Demikian disampaikan. Atas perhatian Saudara, kami ucapkan terima kasih.");
                sheet.mark();
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two pages. */
    private static byte[] invitation(DemoPerson signer) {
        try (PDDocument document = new PDDocument()) {
            PDType0Font plain = font(document, "Regular");
            PDType0Font bold = font(document, "Bold");
            try (Sheet sheet = new Sheet(document, plain, bold)) {
                firstPage(sheet);
            }
            try (Sheet sheet = new Sheet(document, plain, bold)) {
                secondPage(sheet, signer);
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void firstPage(Sheet sheet) throws IOException {
        sheet.centred("PEMERINTAH KOTA MADIUN", false, 13);
        sheet.centred("DINAS PENDIDIKAN", true, 16);
        sheet.centred("Jalan Contoh Nomor 1, Madiun 63100", false, 9);
        sheet.rule();
        sheet.labelled("Nomor", "400.3/CONTOH/401.101/2026");
        sheet.labelled("Sifat", "Biasa");
        sheet.labelled("Lampiran", "1 (satu) lembar");
        sheet.labelled("Hal", "Undangan lokakarya kurikulum sekolah dasar");
        sheet.space();
        sheet.line("Yth. Kepala Sekolah Dasar se-Kota Madiun");
        sheet.line("di Madiun");
        sheet.space();
        sheet.paragraph(
                "Dalam rangka penyusunan perangkat ajar tahun pelajaran 2026/2027, Dinas Pendidikan"
                        + " Kota Madiun menyelenggarakan lokakarya kurikulum bagi guru sekolah dasar."
                        + " Sehubungan dengan hal tersebut, kami mengundang Saudara untuk menugaskan"
                        + " dua orang guru dari setiap sekolah guna mengikuti kegiatan dimaksud.");
        sheet.paragraph(
                "Kegiatan dilaksanakan selama dua hari di aula Dinas Pendidikan. Peserta membawa"
                        + " perangkat ajar yang sedang digunakan serta laptop. Jadwal dan ketentuan"
                        + " peserta tercantum dalam lampiran surat ini.");
        sheet.paragraph(
                "Nama peserta disampaikan paling lambat tiga hari kerja sebelum kegiatan melalui"
                        + " pos-el dinas. Biaya kegiatan dibebankan pada anggaran Dinas Pendidikan.");
        sheet.paragraph(
                "Demikian undangan ini disampaikan. Atas perhatian Saudara, kami ucapkan terima kasih.");
        sheet.mark();
    }

    private static void secondPage(Sheet sheet, DemoPerson signer) throws IOException {
        sheet.bold("Lampiran");
        sheet.space();
        sheet.line("1. Pembukaan dan pengarahan: pukul 08.00 WIB.");
        sheet.line("2. Penyusunan alur tujuan pembelajaran: pukul 09.00 s.d. 12.00 WIB.");
        sheet.line("3. Telaah asesmen dan praktik baik antarsekolah: pukul 13.00 s.d. 15.30 WIB.");
        sheet.line(
                "4. Rencana tindak lanjut setiap sekolah: hari kedua, pukul 08.00 s.d. 11.30 WIB.");
        sheet.space();
        sheet.paragraph(
                "Peserta yang berhalangan hadir digantikan oleh guru lain dari sekolah yang sama"
                        + " dengan pemberitahuan tertulis.");
        sheet.space();
        sheet.right("a.n. Kepala Dinas Pendidikan,");
        sheet.right(signer.post() + ",");
        for (int i = 0; i < 10; i++) {
            sheet.space();
        }
        sheet.right(signer.displayName());
        sheet.mark();
    }

    private static PDType0Font font(PDDocument document, String style) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        DemoPapers.class.getResourceAsStream(
                                "/fonts/liberation/LiberationSans-" + style + ".ttf"))) {
            return PDType0Font.load(document, in);
        }
    }

    /** The same letters as on the page, so that the picture looks alike on every machine. */
    private static Font letters(int style, int size) {
        try (InputStream in =
                Objects.requireNonNull(
                        DemoPapers.class.getResourceAsStream(
                                "/fonts/liberation/LiberationSans-"
                                        + (style == Font.BOLD ? "Bold" : "Regular")
                                        + ".ttf"))) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont((float) size);
        } catch (IOException | java.awt.FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A page being typed from top to bottom. */
    private static final class Sheet implements AutoCloseable {
        private final PDPageContentStream content;
        private final PDType0Font plain;
        private final PDType0Font bold;
        private float y = TOP;

        Sheet(PDDocument document, PDType0Font plain, PDType0Font bold) throws IOException {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            this.content = new PDPageContentStream(document, page);
            this.plain = plain;
            this.bold = bold;
        }

        void line(String text) throws IOException {
            write(plain, SIZE, LEFT, text);
            y -= LEADING;
        }

        void labelled(String label, String text) throws IOException {
            write(plain, SIZE, LEFT, label);
            write(plain, SIZE, LEFT + 58, ": " + text);
            y -= LEADING;
        }

        void bold(String text) throws IOException {
            write(bold, SIZE, LEFT, text);
            y -= LEADING;
        }

        void right(String text) throws IOException {
            write(plain, SIZE, 300, text);
            y -= LEADING;
        }

        void centred(String text, boolean heavy, float size) throws IOException {
            PDType0Font font = heavy ? bold : plain;
            float width = font.getStringWidth(text) / 1000 * size;
            write(font, size, (LEFT + RIGHT - width) / 2, text);
            y -= size * 1.35f;
        }

        void paragraph(String text) throws IOException {
            StringBuilder line = new StringBuilder();
            for (String word : List.of(text.split(" ", -1))) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (plain.getStringWidth(longer) / 1000 * SIZE > RIGHT - LEFT) {
                    line(line.toString());
                    line.setLength(0);
                    line.append(word);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
            }
            line(line.toString());
            space();
        }

        void space() {
            y -= LEADING * 0.6f;
        }

        void rule() throws IOException {
            content.setLineWidth(1.6f);
            content.moveTo(LEFT, y);
            content.lineTo(RIGHT, y);
            content.stroke();
            y -= 2 * LEADING;
        }

        void mark() throws IOException {
            content.setNonStrokingColor(new Color(0x8a1c1c));
            y = 40;
            centred("CONTOH \u2013 DATA SINTETIS, BUKAN DOKUMEN KEDINASAN", true, 9);
        }

        private void write(PDType0Font font, float size, float x, String text) throws IOException {
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(x, y);
            content.showText(text);
            content.endText();
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }
}
