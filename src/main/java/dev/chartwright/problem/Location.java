package dev.chartwright.problem;

/**
 * A place in a file.
 *
 * @param file path as the user may open it, relative to the working folder
 * @param line from 1; 0 when not known
 * @param column from 1, in code points; 0 when not known
 * @param length code points of the token, for the underline; 0 when not known
 */
public record Location(String file, int line, int column, int length) {
    public static Location ofFile(String file) {
        return new Location(file, 0, 0, 0);
    }

    /** {@code file:line:column}, without the parts that are not known. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
