package id.pamong.authority.signature.pades;

import id.pamong.authority.signature.SignaturePlacement;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A page as a reader sees it, and the way from there to the page's own coordinates. */
public record PageView(PDRectangle crop, int rotation) {
    public static PageView of(PDPage page) {
        return new PageView(page.getCropBox(), Math.floorMod(page.getRotation(), 360));
    }

    /** Points. */
    public float width() {
        return rotation % 180 == 0 ? crop.getWidth() : crop.getHeight();
    }

    /** Points. */
    public float height() {
        return rotation % 180 == 0 ? crop.getHeight() : crop.getWidth();
    }

    public boolean contains(SignaturePlacement at) {
        double slack = 0.5;
        return at.left() >= -slack
                && at.top() >= -slack
                && at.left() + at.width() <= width() + slack
                && at.top() + at.height() <= height() + slack;
    }

    /** The rectangle of an annotation that a reader sees at the placement. */
    public PDRectangle toPage(SignaturePlacement at) {
        float left = (float) at.left();
        float top = (float) at.top();
        float wide = (float) at.width();
        float high = (float) at.height();
        float x = crop.getLowerLeftX();
        float y = crop.getLowerLeftY();
        return switch (rotation) {
            case 90 -> new PDRectangle(x + top, y + left, high, wide);
            case 180 -> new PDRectangle(x + crop.getWidth() - left - wide, y + top, wide, high);
            case 270 ->
                    new PDRectangle(
                            x + crop.getWidth() - top - high,
                            y + crop.getHeight() - left - wide,
                            high,
                            wide);
            default -> new PDRectangle(x + left, y + crop.getHeight() - top - high, wide, high);
        };
    }
}
