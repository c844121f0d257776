package id.pamong.office.archive;

import java.util.List;
import org.springframework.stereotype.Component;

/** Pictures of PDF pages, drawn in a guarded child process that holds no keys. */
@Component
public class PagePictures {

    /**
     * Size of a page as shown, rotation applied.
     *
     * @param width points (1/72 inch)
     * @param height points (1/72 inch)
     */
    public record PageSize(double width, double height) {}

    /** Sizes of all pages of a PDF. */
    public List<PageSize> sizes(byte[] pdf) {
        throw new UnsupportedOperationException("" + pdf.length);
    }

    /**
     * PNG of a page.
     *
     * @param page counted from 1
     * @param width pixels, 64 to 2000
     */
    public byte[] picture(byte[] pdf, int page, int width) {
        throw new UnsupportedOperationException("" + pdf.length + page + width);
    }
}
