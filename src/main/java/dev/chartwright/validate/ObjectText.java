package dev.chartwright.validate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text about a kind, as it is for one object.
 *
 * @param text the text
 * @param place where the object says what the text has of it
 */
record ObjectText(String text, Place place) {
    private static final String NAME = "<name>";
    private static final Pattern PATH = Pattern.compile("<([^<>]*/[^<>]*)>");

    /** One text for each value that its path leads to; one by itself, where it has no path. */
    static Stream<ObjectText> each(String written, RenderedObject object) {
        String named = written.replace(NAME, object.name());
        Matcher path = PATH.matcher(written);
        return path.find()
                ? object.find(path.group(1))
                        .map(value -> new ObjectText(
                                named.replace(path.group(), value.root().asString("")), value.place()))
                : Stream.of(new ObjectText(named, object.place("metadata", "name")));
    }

    static boolean hasPath(String written) {
        return PATH.matcher(written).find();
    }
}
