package id.pamong.office.archive.guarded;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** Decodes pictures and encodes them again, upright and without anything but the picture. */
final class ImageWork {
    /** A card or a page is well readable at this size; larger pictures are read coarser. */
    private static final int KEPT_PIXELS = 12_000_000;

    private static final float JPEG_QUALITY = 0.9f;

    private ImageWork() {}

    static Answer cleanJpeg(ByteBuffer content, int maxPixels) throws IOException {
        byte[] bytes = bytes(content);
        return clean(bytes, "jpeg", maxPixels, JpegSegments.orientation(bytes));
    }

    static Answer cleanPng(ByteBuffer content, int maxPixels) throws IOException {
        return clean(bytes(content), "png", maxPixels, 1);
    }

    static Answer picture(ByteBuffer content, int width) throws IOException {
        byte[] bytes = bytes(content);
        String format = (bytes[0] & 0xff) == 0xff ? "jpeg" : "png";
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in =
                ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            BufferedImage image = read(reader, KEPT_PIXELS);
            int height = Math.max(1, (int) ((long) width * image.getHeight() / image.getWidth()));
            BufferedImage scaled = blank(width, Math.min(height, 4 * width));
            draw(
                    image,
                    scaled,
                    AffineTransform.getScaleInstance(
                            (double) width / image.getWidth(),
                            (double) height / image.getHeight()));
            return Answer.done(1, false, png(scaled));
        } finally {
            reader.dispose();
        }
    }

    private static Answer clean(byte[] bytes, String format, int maxPixels, int orientation)
            throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        AtomicBoolean incomplete = new AtomicBoolean();
        try (ImageInputStream in =
                ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, warning) -> incomplete.set(true));
            if ((long) reader.getWidth(0) * reader.getHeight(0) > maxPixels) {
                return new Answer.Declined("paper.too-many-pixels");
            }
            BufferedImage image = upright(read(reader, KEPT_PIXELS), orientation);
            if (incomplete.get()) {
                return new Answer.Declined("paper.truncated");
            }
            return Answer.done(1, false, format.equals("jpeg") ? jpeg(image) : png(image));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader, int keptPixels) throws IOException {
        double pixels = (double) reader.getWidth(0) * reader.getHeight(0);
        int step = (int) Math.ceil(Math.sqrt(pixels / keptPixels));
        ImageReadParam parameters = reader.getDefaultReadParam();
        if (step > 1) {
            parameters.setSourceSubsampling(step, step, 0, 0);
        }
        return reader.read(0, parameters);
    }

    /** Turns and mirrors by the EXIF orientation (TIFF 6.0, tag 274) onto white. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        int width = image.getWidth();
        int height = image.getHeight();
        AffineTransform turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
                    default -> new AffineTransform();
                };
        BufferedImage result = orientation >= 5 ? blank(height, width) : blank(width, height);
        draw(image, result, turn);
        return result;
    }

    private static BufferedImage blank(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static void draw(BufferedImage from, BufferedImage onto, AffineTransform transform) {
        Graphics2D graphics = onto.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(from, transform, null);
        graphics.dispose();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(JPEG_QUALITY);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }
}
