package dev.chartwright.book;

/** Text inside HTML and SVG. */
final class Html {
    private Html() {}

    /** Safe between tags and inside double quotes. */
    static String text(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(character -> append(safe, character));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int character) {
        switch (character) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> {
                boolean printed = character >= ' ' && character != 0x7F || character == '\n' || character == '\t';
                safe.appendCodePoint(printed ? character : 0xFFFD);
            }
        }
    }

    /** A name for links inside the page. */
    static String id(String... parts) {
        return String.join("--", parts).replaceAll("[^A-Za-z0-9-]", "_");
    }
}
