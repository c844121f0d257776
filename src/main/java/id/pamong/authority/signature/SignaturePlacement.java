package id.pamong.authority.signature;

/**
 * Where the signature block stands on a page as a reader sees it: turned by the page's rotation and
 * cut to its CropBox.
 *
 * @param page from 1
 * @param left points (1/72 inch) from the left edge
 * @param top points from the top edge
 * @param width points
 * @param height points
 */
public record SignaturePlacement(int page, double left, double top, double width, double height) {}
