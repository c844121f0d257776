package id.pamong.office.archive;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** Papers as people send them, and as attackers do. */
public final class SamplePapers {
    private SamplePapers() {}

    /** A red left half and a white right half, so that turning can be seen. */
    static BufferedImage picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] jpeg(int width, int height) {
        return encoded(picture(width, height), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return encoded(picture(width, height), "png");
    }

    /** A JPEG with an EXIF segment that says how to turn it and where it was taken. */
    static byte[] jpegFromPhone(int width, int height, int orientation) {
        byte[] jpeg = jpeg(width, height);
        byte[] place = "GPS -7.6298, 111.5239".getBytes(StandardCharsets.US_ASCII);
        byte[] tiff = {
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        int length = 2 + 6 + tiff.length + place.length;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(
                new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
        bytes.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(tiff);
        bytes.writeBytes(place);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** A PDF with author, XMP, a script and a photo that carries its position. */
    public static byte[] pdf(int pages) {
        return write(document -> {
            addPages(document, pages);
            document.getDocumentInformation().setAuthor("Penulis Rahasia");
            PDMetadata xmp = new PDMetadata(document);
            xmp.importXMPMetadata(
                    "<x:xmpmeta xmlns:x='adobe:ns:meta/'>Jejak XMP</x:xmpmeta>"
                            .getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(xmp);
            document.getDocumentCatalog()
                    .setOpenAction(new PDActionJavaScript("app.alert('halo')"));
            PDImageXObject photo =
                    JPEGFactory.createFromByteArray(document, jpegFromPhone(200, 100, 1));
            try (PDPageContentStream content =
                    new PDPageContentStream(document, document.getPage(0))) {
                content.drawImage(photo, 100, 500, 200, 100);
            }
        });
    }

    public static byte[] lockedPdf() {
        return write(document -> {
            addPages(document, 1);
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        });
    }

    /**
     * A PDF whose signature dictionary says it is signed; the signature itself is not looked at.
     */
    public static byte[] signedPdf() {
        return write(document -> {
            addPages(document, 1);
            document.getDocumentInformation().setAuthor("Penanda Tangan");
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setContents(new byte[64]);
            COSArray range = new COSArray();
            for (int i = 0; i < 4; i++) {
                range.add(COSInteger.get(i));
            }
            signature.getCOSObject().setItem(COSName.BYTERANGE, range);
            var form = new org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            var field = new org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField(form);
            field.setValue(signature);
            form.getFields().add(field);
        });
    }

    /** A PNG header that promises more pixels than any machine has. */
    static byte[] pngBomb() {
        byte[] png = png(10, 10);
        for (int at = 16; at < 24; at++) {
            png[at] = (byte) (at % 4 == 0 ? 0 : 0xf0);
        }
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        for (int i = 0; i < 4; i++) {
            png[29 + i] = (byte) (crc.getValue() >> (24 - 8 * i));
        }
        return png;
    }

    /** A PDF of a few kilobytes whose picture unfolds to many gigabytes. */
    public static byte[] pdfBomb() {
        return write(document -> {
            addPages(document, 1);
            var stream = new org.apache.pdfbox.pdmodel.common.PDStream(document);
            try (var raw = stream.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 300; i++) {
                    raw.write(zeros);
                }
            }
            var image = stream.getCOSObject();
            image.setName(COSName.TYPE, "XObject");
            image.setName(COSName.SUBTYPE, "Image");
            image.setInt(COSName.WIDTH, 60_000);
            image.setInt(COSName.HEIGHT, 60_000);
            image.setInt(COSName.BITS_PER_COMPONENT, 8);
            image.setName(COSName.COLORSPACE, "DeviceRGB");
            image.setBoolean(COSName.INTERPOLATE, true);
            PDImageXObject picture = new PDImageXObject(stream, null);
            try (PDPageContentStream content =
                    new PDPageContentStream(document, document.getPage(0))) {
                content.drawImage(picture, 0, 0, 500, 500);
            }
        });
    }

    private interface Filling {
        void fill(PDDocument document) throws IOException;
    }

    private static byte[] write(Filling filling) {
        try (PDDocument document = new PDDocument()) {
            filling.fill(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addPages(PDDocument document, int pages) {
        for (int i = 0; i < pages; i++) {
            document.addPage(new PDPage(PDRectangle.A4));
        }
    }
}
