package id.pamong.authority.signature;

import id.pamong.office.regulation.Finding;
import java.util.List;

/**
 * What a look at a PDF before signing says.
 *
 * @param findings what stands against signing it; empty when nothing does
 * @param pages sizes of the pages as a reader sees them; empty when it cannot be read
 */
public record PdfInspection(List<Finding> findings, List<Page> pages) {
    public PdfInspection {
        findings = List.copyOf(findings);
        pages = List.copyOf(pages);
    }

    /** Width and height in points (1/72 inch), rotation and CropBox applied. */
    public record Page(double width, double height) {}
}
