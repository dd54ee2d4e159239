package dev.chartwright.render;

/**
 * A partial and how it is rewritten, as rewritten templates name it.
 *
 * @param name the partial's name
 * @param indent spaces before each line
 * @param traced whether its lines end with marks
 */
record PartialName(String name, int indent, boolean traced) {
    private static final char MARK = '@';
    private static final char TRACED = '#';

    @Override
    public String toString() {
        return name + (traced ? TRACED : MARK) + indent;
    }

    static PartialName parse(String written) {
        int mark = Math.max(written.lastIndexOf(MARK), written.lastIndexOf(TRACED));
        int indent = Integer.parseInt(written.substring(mark + 1));
        return new PartialName(written.substring(0, mark), indent, written.charAt(mark) == TRACED);
    }
}
