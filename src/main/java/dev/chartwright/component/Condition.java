package dev.chartwright.component;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A condition: {@code path} is there and is neither false nor an empty text or list, {@code !path} is not, {@code path == text} and
 * {@code path != text} compare; {@code and} binds more than {@code or}.
 *
 * @param choices of which one holds where all its parts hold
 */
public record Condition(List<List<Part>> choices) {
    /**
     * A path, and what it is compared with.
     *
     * @param path the path
     * @param other what it is compared with; empty where it only has to be there
     * @param wanted whether it has to be so, or has not to be
     */
    public record Part(String path, String other, boolean wanted) {
        private static Part of(String text) {
            String[] words = text.strip().split("\\s+");
            boolean not = words[0].startsWith("!");
            return words.length == 1
                    ? new Part(not ? words[0].substring(1) : words[0], "", !not)
                    : new Part(words[0], words[2], words[1].equals("=="));
        }

        private boolean holds(Scopes scopes) {
            Object value = scopes.find(path).orElse(false);
            return wanted
                    == (other.isEmpty()
                            ? isThere(value)
                            : Objects.toString(value).equals(other));
        }

        private static boolean isThere(Object value) {
            return !value.equals(false) && !value.equals("") && !value.equals(List.of());
        }
    }

    /** Reads what {@code component.schema.json} allows. */
    public static Condition of(String text) {
        return new Condition(Arrays.stream(text.split(" or "))
                .map(choice ->
                        Arrays.stream(choice.split(" and ")).map(Part::of).toList())
                .toList());
    }

    boolean holds(Scopes scopes) {
        return choices.stream().anyMatch(parts -> parts.stream().allMatch(part -> part.holds(scopes)));
    }

    /** Every path that it asks. */
    public Stream<String> paths() {
        return choices.stream().flatMap(List::stream).map(Part::path);
    }
}
