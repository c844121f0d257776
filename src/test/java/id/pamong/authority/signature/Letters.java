package id.pamong.authority.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Letters to sign. */
final class Letters {
    private Letters() {}

    static byte[] withPages(int pages) {
        return withPages(pages, 0);
    }

    static byte[] withPages(int pages, int rotation) {
        try (PDDocument pdf = new PDDocument()) {
            for (int i = 1; i <= pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setRotation(rotation);
                pdf.addPage(page);
                try (PDPageContentStream out =
                        new PDPageContentStream(
                                pdf, page, PDPageContentStream.AppendMode.OVERWRITE, false)) {
                    out.beginText();
                    out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                    out.newLineAtOffset(72, 700);
                    out.showText("Surat dinas, halaman " + i + ", biaya Rp 1.000.000");
                    out.endText();
                }
            }
            return saved(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
        return out.toByteArray();
    }

    static byte[] incremental(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.saveIncremental(out);
        return out.toByteArray();
    }

    /** Replaces the last occurrence by something as long. */
    static byte[] replaced(byte[] pdf, String old, String by) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf(old);
        if (at < 0 || old.length() != by.length()) {
            throw new IllegalArgumentException(old);
        }
        return (text.substring(0, at) + by + text.substring(at + old.length()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] appended(byte[] pdf, String tail) {
        byte[] more = tail.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(pdf, pdf.length + more.length);
        System.arraycopy(more, 0, all, pdf.length, more.length);
        return all;
    }
}
