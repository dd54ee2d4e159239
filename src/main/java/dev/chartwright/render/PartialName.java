package dev.chartwright.render;

/**
 * A partial and how far its lines are indented, as rewritten templates name it.
 *
 * @param name the partial's name
 * @param indent spaces before each line
 */
record PartialName(String name, int indent) {
    private static final char MARK = '@';

    static String of(String name, int indent) {
        return name + MARK + indent;
    }

    static PartialName parse(String written) {
        int mark = written.lastIndexOf(MARK);
        return new PartialName(written.substring(0, mark), Integer.parseInt(written.substring(mark + 1)));
    }
}
