package dev.chartwright.book;

/** How wide a label is, by a table: the fonts of the machine that builds have no say. */
final class TextWidth {
    private static final String NARROW = "ijlIt.,:;'|!()[]/-f r";
    private static final String WIDE = "mwMW@%";
    private static final double NARROW_EM = 0.36;
    private static final double WIDE_EM = 0.9;
    private static final double UPPER_EM = 0.68;
    private static final double FULL_EM = 1.05;
    private static final double OTHER_EM = 0.57;

    private TextWidth() {}

    /** Pixels for a font size; the page stretches the text to exactly that. */
    static double of(String text, double size) {
        return text.codePoints().mapToDouble(TextWidth::em).sum() * size;
    }

    private static double em(int character) {
        if (NARROW.indexOf(character) >= 0) {
            return NARROW_EM;
        }
        if (WIDE.indexOf(character) >= 0) {
            return WIDE_EM;
        }
        if (character > 0x2E80) {
            return FULL_EM;
        }
        return Character.isUpperCase(character) ? UPPER_EM : OTHER_EM;
    }
}
