package id.pamong.office.identity.web;

/**
 * An accent colour that can be read on white, and the colour of words on it (WCAG 2.1, 1.4.3).
 *
 * @param colour {@code #rrggbb}, darkened until its contrast with white is at least 4.5
 * @param textOnIt always white, by that darkening
 */
record Accent(String colour, String textOnIt) {
    private static final double ENOUGH = 4.6;

    static Accent of(String wanted) {
        int rgb = Integer.parseInt(wanted.substring(1), 16);
        while (contrastWithWhite(rgb) < ENOUGH) {
            rgb = darker(rgb);
        }
        return new Accent("#%06x".formatted(rgb), "#ffffff");
    }

    private static int darker(int rgb) {
        return ((((rgb >> 16) & 0xff) * 95 / 100) << 16)
                | ((((rgb >> 8) & 0xff) * 95 / 100) << 8)
                | ((rgb & 0xff) * 95 / 100);
    }

    private static double contrastWithWhite(int rgb) {
        double luminance =
                0.2126 * linear(rgb >> 16 & 0xff)
                        + 0.7152 * linear(rgb >> 8 & 0xff)
                        + 0.0722 * linear(rgb & 0xff);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
