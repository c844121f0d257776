package id.pamong.authority.signature.pades;

import id.pamong.authority.signature.SignatureBlock;
import java.io.IOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Where everything of a signature block stands, in points from the lower left corner. Texts are
 * wrapped, then made smaller together until they fit; what still does not fit ends in an ellipsis.
 */
record BlockLayout(
        List<Line> lines, float qrLeft, float qrBottom, float qrSide, float rule, float margin) {
    private static final float SMALLEST = 0.45f;

    /** One line of text, ready to show from left to right. */
    record Line(PDType0Font font, float size, float x, float y, String text, float grey) {}

    /** What a paragraph is before it is broken into lines. */
    private record Paragraph(PDType0Font font, float size, String text, float grey, float before) {}

    static BlockLayout of(
            SignatureBlock block, PDType0Font regular, PDType0Font bold, float width, float height)
            throws IOException {
        float margin = Math.min(6f, height * 0.06f);
        float scale = 1f;
        while (true) {
            List<Line> footer = new ArrayList<>();
            float footerHeight =
                    set(
                            footer,
                            List.of(new Paragraph(regular, 5.6f * scale, footer(block), 0.25f, 0)),
                            margin,
                            width - 2 * margin);
            float rule = footerHeight + margin * 1.4f;
            float side = Math.min(height - rule - margin * 0.6f, width * 0.36f);
            float left = margin * 0.5f + side;
            List<Line> body = new ArrayList<>();
            float bodyHeight =
                    set(body, paragraphs(block, regular, bold, scale), left, width - left - margin);
            boolean fits = side > 24 && bodyHeight <= height - rule - margin;
            if (fits || scale <= SMALLEST) {
                List<Line> placed = new ArrayList<>();
                float top =
                        height - margin - Math.max(0, (height - rule - margin - bodyHeight) / 2);
                for (Line line : body) {
                    if (top + line.y() >= rule + 0.5f) {
                        placed.add(at(line, top + line.y()));
                    }
                }
                for (Line line : footer) {
                    float y = rule - margin * 0.4f + line.y();
                    if (y >= margin * 0.4f) {
                        placed.add(at(line, y));
                    }
                }
                return new BlockLayout(
                        List.copyOf(placed),
                        margin * 0.25f,
                        rule + (height - rule - side) / 2,
                        Math.max(side, 1),
                        rule,
                        margin);
            }
            scale -= 0.05f;
        }
    }

    private static List<Paragraph> paragraphs(
            SignatureBlock block, PDType0Font regular, PDType0Font bold, float scale) {
        List<Paragraph> all = new ArrayList<>();
        all.add(
                new Paragraph(
                        regular, 6.5f * scale, "Ditandatangani secara elektronik oleh:", 0.35f, 0));
        if (!block.post().isBlank()) {
            all.add(new Paragraph(regular, 8f * scale, block.post(), 0f, 2 * scale));
        }
        all.add(new Paragraph(bold, 9f * scale, block.name(), 0f, 3 * scale));
        String nip = block.nip();
        if (nip != null && !nip.isBlank()) {
            all.add(new Paragraph(regular, 7.5f * scale, "NIP " + nip, 0f, 1 * scale));
        }
        return all;
    }

    private static String footer(SignatureBlock block) {
        String check = " Periksa keasliannya dengan memindai kode QR.";
        return switch (block.standing()) {
            case RECOGNISED ->
                    "Dokumen kedinasan yang sah, ditandatangani secara elektronik dengan"
                            + " sertifikat elektronik yang diterbitkan "
                            + block.authority()
                            + ". UU ITE Pasal 5 ayat (1): Informasi Elektronik dan/atau Dokumen"
                            + " Elektronik dan/atau hasil cetaknya merupakan alat bukti hukum yang"
                            + " sah."
                            + check;
            case INTERNAL ->
                    "Sertifikat internal ("
                            + block.authority()
                            + "), bukan dari PSrE yang diakui."
                            + check;
            case TRIAL ->
                    "Sertifikat latihan ("
                            + block.authority()
                            + "), bukan dari PSrE yang diakui: bukan dokumen kedinasan."
                            + check;
        };
    }

    private static Line at(Line line, float y) {
        return new Line(line.font(), line.size(), line.x(), y, line.text(), line.grey());
    }

    /** Breaks the paragraphs into lines with y below 0, and gives the height they take. */
    private static float set(List<Line> out, List<Paragraph> paragraphs, float x, float room)
            throws IOException {
        float y = 0;
        for (Paragraph paragraph : paragraphs) {
            y += paragraph.before();
            float leading = paragraph.size() * 1.17f;
            for (String line : wrap(paragraph, Math.max(room, 1))) {
                y += leading;
                boolean rightToLeft =
                        new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).isRightToLeft();
                String shown = visual(line);
                float indent =
                        rightToLeft
                                ? Math.max(0, room - width(paragraph.font(), shown, paragraph))
                                : 0;
                out.add(
                        new Line(
                                paragraph.font(),
                                paragraph.size(),
                                x + indent,
                                -y + leading * 0.22f,
                                shown,
                                paragraph.grey()));
            }
        }
        return y;
    }

    private static List<String> wrap(Paragraph paragraph, float room) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : clean(paragraph.font(), paragraph.text()).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(paragraph.font(), longer, paragraph) <= room) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            for (int point : word.codePoints().toArray()) {
                String with = line + Character.toString(point);
                if (!line.isEmpty() && width(paragraph.font(), with, paragraph) > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.appendCodePoint(point);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static float width(PDType0Font font, String text, Paragraph paragraph)
            throws IOException {
        return font.getStringWidth(text) / 1000 * paragraph.size();
    }

    /** Spaces made single, and what the font cannot draw made visible as a box. */
    private static String clean(PDType0Font font, String text) {
        StringBuilder clean = new StringBuilder();
        text.strip()
                .replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ")
                .codePoints()
                .forEach(point -> clean.appendCodePoint(draws(font, point) ? point : '?'));
        return clean.toString();
    }

    private static boolean draws(PDType0Font font, int point) {
        try {
            font.encode(Character.toString(point));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The order in which the glyphs stand from left to right (Unicode bidirectional algorithm). */
    private static String visual(String line) {
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        if (bidi.isLeftToRight()) {
            return line;
        }
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        Object[] texts = new Object[runs];
        for (int run = 0; run < runs; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            String part = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            texts[run] = levels[run] % 2 == 0 ? part : new StringBuilder(part).reverse();
        }
        Bidi.reorderVisually(levels, 0, texts, 0, runs);
        StringBuilder all = new StringBuilder();
        for (Object text : texts) {
            all.append(text);
        }
        return all.toString();
    }
}
