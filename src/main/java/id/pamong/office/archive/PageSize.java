package id.pamong.office.archive;

/**
 * Size of a page as shown, rotation applied.
 *
 * @param width points (1/72 inch)
 * @param height points (1/72 inch)
 */
public record PageSize(double width, double height) {}
