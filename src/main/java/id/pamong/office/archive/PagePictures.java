package id.pamong.office.archive;

import id.pamong.office.archive.guarded.Answer;
import id.pamong.office.archive.guarded.GuardedChildren;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Pictures of the pages of a PDF in memory, drawn in a guarded child process without keys. */
@Component
public class PagePictures {
    private final GuardedChildren children;

    PagePictures(GuardedChildren children) {
        this.children = children;
    }

    /**
     * Sizes of all pages of a PDF.
     *
     * @throws Conflict {@code archive.no-picture} if the PDF cannot be read
     */
    public List<PageSize> sizes(byte[] pdf) {
        return sizes(children.pdfSizes(new ByteArrayInputStream(pdf), pdf.length));
    }

    /**
     * PNG of a page.
     *
     * @param page counted from 1
     * @param width pixels
     * @throws Conflict {@code archive.no-picture} if the PDF cannot be drawn
     */
    public byte[] picture(byte[] pdf, int page, int width) {
        return bytes(children.pdfPicture(new ByteArrayInputStream(pdf), pdf.length, page, width));
    }

    static List<PageSize> sizes(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> {
                List<PageSize> sizes = new ArrayList<>();
                for (int i = 0; i + 1 < done.numbers().size(); i += 2) {
                    sizes.add(new PageSize(done.numbers().get(i), done.numbers().get(i + 1)));
                }
                yield List.copyOf(sizes);
            }
            case Answer.Declined _ -> throw new Conflict("archive.no-picture");
        };
    }

    static byte[] bytes(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> done.bytes().value();
            case Answer.Declined(String code) ->
                    throw code.equals("paper.no-such-page")
                            ? new NotFound("archive.no-such-page")
                            : new Conflict("archive.no-picture");
        };
    }
}
