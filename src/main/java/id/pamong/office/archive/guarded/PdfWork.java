package id.pamong.office.archive.guarded;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Checks, cleans and draws PDFs. */
final class PdfWork {
    private static final int TRIAL_WIDTH = 200;
    private static final int DRAWN_PIXELS = 8_000_000;

    private PdfWork() {}

    static Answer clean(ByteBuffer content, int maxPages, int maxPixels) throws IOException {
        if (!hasEnd(content)) {
            return new Answer.Declined("paper.truncated");
        }
        try (PDDocument document = load(content)) {
            if (document.isEncrypted()) {
                return new Answer.Declined("paper.encrypted");
            }
            int pages = document.getNumberOfPages();
            if (pages == 0) {
                return new Answer.Declined("paper.not-readable");
            }
            if (pages > maxPages) {
                return new Answer.Declined("paper.too-many-pages");
            }
            if (PdfScrubbing.largestPicture(document) > maxPixels) {
                return new Answer.Declined("paper.too-many-pixels");
            }
            draw(document, 1, TRIAL_WIDTH);
            if (!document.getSignatureDictionaries().isEmpty()) {
                return Answer.done(pages, true, new byte[0]);
            }
            PdfScrubbing.scrub(document);
            ByteArrayOutputStream clean = new ByteArrayOutputStream();
            document.save(clean);
            return Answer.done(pages, false, clean.toByteArray());
        } catch (InvalidPasswordException locked) {
            return new Answer.Declined("paper.encrypted");
        }
    }

    static Answer sizes(ByteBuffer content) throws IOException {
        try (PDDocument document = load(content)) {
            List<Double> numbers = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                PDRectangle box = page.getCropBox();
                boolean turned = page.getRotation() % 180 != 0;
                numbers.add((double) (turned ? box.getHeight() : box.getWidth()));
                numbers.add((double) (turned ? box.getWidth() : box.getHeight()));
            }
            return new Answer.Done(
                    document.getNumberOfPages(),
                    !document.getSignatureDictionaries().isEmpty(),
                    List.copyOf(numbers),
                    new Answer.Bytes(new byte[0]));
        } catch (InvalidPasswordException locked) {
            return new Answer.Declined("paper.encrypted");
        }
    }

    static Answer pages(ByteBuffer content, int first, int last) throws IOException {
        try (PDDocument document = load(content);
                PDDocument part = new PDDocument()) {
            if (first < 1 || first > last || last > document.getNumberOfPages()) {
                return new Answer.Declined("paper.no-such-page");
            }
            for (int page = first; page <= last; page++) {
                part.importPage(document.getPage(page - 1));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            part.save(bytes);
            return Answer.done(part.getNumberOfPages(), false, bytes.toByteArray());
        } catch (InvalidPasswordException locked) {
            return new Answer.Declined("paper.encrypted");
        }
    }

    static Answer picture(ByteBuffer content, int page, int width) throws IOException {
        try (PDDocument document = load(content)) {
            if (page < 1 || page > document.getNumberOfPages()) {
                return new Answer.Declined("paper.no-such-page");
            }
            return Answer.done(
                    document.getNumberOfPages(), false, ImageWork.png(draw(document, page, width)));
        } catch (InvalidPasswordException locked) {
            return new Answer.Declined("paper.encrypted");
        }
    }

    /** Loads the classes and fonts that a first page needs, before there is a page. */
    static void warmUp() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            draw(document, 1, TRIAL_WIDTH);
        }
    }

    private static BufferedImage draw(PDDocument document, int page, int width) throws IOException {
        PDPage sheet = document.getPage(page - 1);
        boolean turned = sheet.getRotation() % 180 != 0;
        double across = turned ? sheet.getCropBox().getHeight() : sheet.getCropBox().getWidth();
        double down = turned ? sheet.getCropBox().getWidth() : sheet.getCropBox().getHeight();
        double scale =
                Math.min(width / across, Math.sqrt(DRAWN_PIXELS / Math.max(1, across * down)));
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(page - 1, (float) scale, ImageType.RGB);
    }

    private static PDDocument load(ByteBuffer content) throws IOException {
        return Loader.loadPDF(
                new RandomAccessReadBuffer(content),
                "",
                null,
                null,
                MemoryUsageSetting.setupMainMemoryOnly().streamCache);
    }

    /** A PDF ends with {@code %%EOF} (ISO 32000-2, 7.5.5), within the last 1,024 bytes or so. */
    private static boolean hasEnd(ByteBuffer content) {
        int length = content.limit();
        for (int at = length - 5; at >= Math.max(0, length - 4096); at--) {
            if (content.get(at) == '%'
                    && content.get(at + 1) == '%'
                    && content.get(at + 2) == 'E'
                    && content.get(at + 3) == 'O'
                    && content.get(at + 4) == 'F') {
                return true;
            }
        }
        return false;
    }
}
