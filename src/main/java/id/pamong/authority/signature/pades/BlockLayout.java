package id.pamong.authority.signature.pades;

import id.pamong.authority.signature.SignatureBlock;
import java.io.IOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Where everything of a signature block stands, in points from the lower left corner. Texts are
 * wrapped, then made smaller together until they fit; what still does not fit is cut line by line
 * and ends in an ellipsis, the post before the name. The name never goes.
 */
record BlockLayout(
        List<Line> lines, float qrLeft, float qrBottom, float qrSide, float rule, float margin) {
    private static final float SMALLEST = 0.45f;

    /** One line of text, ready to show from left to right. */
    record Line(PDType0Font font, float size, float x, float y, String text, float grey) {}

    /**
     * What a paragraph is before it is broken into lines.
     *
     * @param most lines, the last ending in an ellipsis when there would be more
     */
    private record Paragraph(
            PDType0Font font, float size, String text, float grey, float before, int most) {}

    /** How much is left out: nothing, until the smallest letters do not fit. */
    private enum Cut {
        NOTHING(99, 99, true),
        SOME(2, 2, true),
        MUCH(1, 1, true),
        MOST(1, 1, false);

        private final int postLines;
        private final int nameLines;
        private final boolean heading;

        Cut(int postLines, int nameLines, boolean heading) {
            this.postLines = postLines;
            this.nameLines = nameLines;
            this.heading = heading;
        }

        Cut more() {
            return switch (this) {
                case NOTHING -> SOME;
                case SOME -> MUCH;
                case MUCH, MOST -> MOST;
            };
        }
    }

    static BlockLayout of(
            SignatureBlock block, PDType0Font regular, PDType0Font bold, float width, float height)
            throws IOException {
        float margin = Math.min(6f, height * 0.06f);
        float scale = 1f;
        Cut cut = Cut.NOTHING;
        while (true) {
            List<Line> footer = new ArrayList<>();
            float footerHeight =
                    set(
                            footer,
                            List.of(
                                    new Paragraph(
                                            regular, 5.6f * scale, block.footer(), 0.25f, 0, 99)),
                            margin,
                            width - 2 * margin);
            float rule = footerHeight + margin * 1.4f;
            float side = Math.min(height - rule - margin * 0.6f, width * 0.36f);
            float left = margin * 0.5f + side;
            List<Line> body = new ArrayList<>();
            float bodyHeight =
                    set(
                            body,
                            paragraphs(block, regular, bold, scale, cut),
                            left,
                            width - left - margin);
            boolean fits = side > 24 && bodyHeight <= height - rule - margin;
            if (!fits && scale <= SMALLEST && cut != Cut.MOST) {
                cut = cut.more();
                continue;
            }
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
            SignatureBlock block, PDType0Font regular, PDType0Font bold, float scale, Cut cut) {
        List<Paragraph> all = new ArrayList<>();
        if (cut.heading) {
            all.add(
                    new Paragraph(
                            regular,
                            6.5f * scale,
                            "Ditandatangani secara elektronik oleh:",
                            0.35f,
                            0,
                            2));
        }
        if (!block.post().isBlank()) {
            float before = 2 * scale;
            for (String line : block.post().split("\n", -1)) {
                all.add(new Paragraph(regular, 8f * scale, line, 0f, before, cut.postLines));
                before = 0;
            }
        }
        all.add(new Paragraph(bold, 9f * scale, block.name(), 0f, 3 * scale, cut.nameLines));
        String nip = block.nip();
        if (nip != null && !nip.isBlank()) {
            all.add(new Paragraph(regular, 7.5f * scale, "NIP " + nip, 0f, 1 * scale, 1));
        }
        return all;
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
            for (String line : cut(paragraph, Math.max(room, 1))) {
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

    private static List<String> cut(Paragraph paragraph, float room) throws IOException {
        List<String> lines = wrap(paragraph, room);
        if (lines.size() <= paragraph.most()) {
            return lines;
        }
        String last = lines.get(paragraph.most() - 1) + "…";
        while (last.length() > 1 && width(paragraph.font(), last, paragraph) > room) {
            last = last.substring(0, last.length() - 2) + "…";
        }
        List<String> kept = new ArrayList<>(lines.subList(0, paragraph.most() - 1));
        kept.add(last);
        return kept;
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
