package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The owner signs a letter: upload, place, passphrase, download. */
final class LetterSteps {
    private final Resident owner;

    LetterSteps(Resident owner) {
        this.owner = owner;
    }

    /** What is no letter is refused by name; a letter goes on to its placing. */
    void upload(byte[] letter) {
        owner.open("/tandatangan");
        owner.look("tanda-tangan-1-unggah");
        choose("surat.pdf", "ini bukan pdf".getBytes(StandardCharsets.UTF_8));
        assertThat(owner.find("#findings-document").innerText()).contains("bukan PDF");
        owner.look("tanda-tangan-1-ditolak");
        choose("kosong.pdf", new byte[0]);
        assertThat(owner.find("#findings-document").innerText()).contains("kosong");
        choose("undangan-lokakarya.pdf", letter);
        assertThat(owner.find("#page").inputValue()).isEqualTo("2");
        owner.press("button[name=goto][value='1']");
        owner.press("button[name=goto][value='2']");
    }

    private void choose(String name, byte[] content) {
        owner.choose("#document", name, "application/pdf", content);
        owner.press("main form .btn-primary");
    }

    /** Drags the block to the space above the name; what was dragged stands in the numbers. */
    void place() {
        Page page = owner.page();
        page.locator("#sheet").scrollIntoViewIfNeeded();
        BoundingBox block = page.locator("#block").boundingBox();
        BoundingBox sheet = page.locator("#sheet").boundingBox();
        double left = left();
        Mouse mouse = page.mouse();
        mouse.move(block.x + block.width / 3, block.y + block.height / 2);
        mouse.down();
        double across = sheet.x + sheet.width * 0.5 - block.x;
        double down = sheet.y + sheet.height * 0.27 - block.y;
        mouse.move(block.x + block.width / 3 + across, block.y + block.height / 2 + down);
        mouse.up();
        assertThat(left()).isNotEqualTo(left);
        double dragged = left();
        page.locator("#block").press("ArrowRight");
        assertThat(left()).isEqualTo(dragged + 2);
        assertThat(owner.find("main q").innerText())
                .startsWith("Sertifikat latihan (")
                .contains("bukan dokumen kedinasan");
        owner.type("#number", "400.3/CONTOH/401.101/2026");
        owner.type("#subject", "Undangan lokakarya kurikulum sekolah dasar");
        owner.show("tanda-tangan-2-tempatkan");
    }

    private double left() {
        return Double.parseDouble(owner.find("#left").inputValue());
    }

    /** A wrong passphrase says how many tries are left and keeps everything. */
    void signWith(String passphrase) {
        owner.type("#passphrase", passphrase);
        owner.press("main form .btn-primary");
    }

    void expectKept() {
        assertThat(owner.find("#findings-passphrase").innerText()).contains("Tersisa 4");
        assertThat(owner.find("#number").inputValue()).isEqualTo("400.3/CONTOH/401.101/2026");
        assertThat(owner.find("#subject").inputValue()).startsWith("Undangan lokakarya");
        assertThat(owner.find("#page").inputValue()).isEqualTo("2");
        assertThat(owner.find("#passphrase").inputValue()).isEmpty();
        owner.look("tanda-tangan-3-passphrase-salah");
    }

    byte[] download() {
        owner.show("tanda-tangan-4-hasil");
        Download file = owner.page().waitForDownload(() -> owner.page().click("#download"));
        try {
            return Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Poppler finds one signature, by the owner, sound. */
    static void expectPdfsigAccepts(byte[] pdf, String signer) throws IOException {
        Path file = Files.createTempFile("pamong-journey", ".pdf");
        try {
            Files.write(file, pdf);
            Process pdfsig =
                    new ProcessBuilder("pdfsig", "-nocert", file.toString())
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("Signature is Valid").contains(signer);
        } finally {
            Files.delete(file);
        }
    }

    /** The path of the check page, read from the QR code on the second page as a phone would. */
    static String scanned(byte[] pdf) throws IOException, ReaderException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(1, 200);
            int[] pixels =
                    image.getRGB(
                            0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            BinaryBitmap bitmap =
                    new BinaryBitmap(
                            new HybridBinarizer(
                                    new RGBLuminanceSource(
                                            image.getWidth(), image.getHeight(), pixels)));
            String text =
                    new QRCodeReader()
                            .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText();
            return URI.create(text).getPath();
        }
    }
}
