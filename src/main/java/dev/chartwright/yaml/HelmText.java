package dev.chartwright.yaml;

/** Free text as Helm keeps it in Chart.yaml: on one line, without what cannot be printed. */
public final class HelmText {
    private HelmText() {}

    public static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(character -> append(clean, character));
        return clean.toString();
    }

    private static void append(StringBuilder clean, int character) {
        if (isSpace(character)) {
            clean.append(' ');
        } else if (isPrinted(character)) {
            clean.appendCodePoint(character);
        }
    }

    private static boolean isSpace(int character) {
        boolean separator = Character.isSpaceChar(character);
        return separator || character >= 0x09 && character <= 0x0D || character == 0x85;
    }

    /** Characters that this Java does not know yet count as printed, so that its version changes nothing. */
    private static boolean isPrinted(int character) {
        boolean nonCharacter = (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
        int type = Character.getType(character);
        return !nonCharacter
                && type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.PRIVATE_USE
                && type != Character.SURROGATE;
    }
}
