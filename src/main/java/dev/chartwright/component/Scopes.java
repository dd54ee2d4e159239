package dev.chartwright.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values that paths of a component lead into: maps, lists, texts, whole numbers and booleans.
 *
 * <p>A path is keys between dots; a number is an index, in a map too. It begins in the component's section, with
 * {@code platform.} in the whole of {@code values/}, with {@code need.} in what an application says of its need.
 *
 * @param section the component's section
 * @param platform the whole
 * @param need what an application says; the section's own where nobody needs anything
 */
public record Scopes(Map<String, ?> section, Map<String, ?> platform, Optional<Object> need) {
    private static final Pattern TAG = Pattern.compile("<%\\s*(\\S+?)\\s*%>");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");
    private static final String PLATFORM = "platform.";
    private static final String NEED = "need.";

    public Scopes needing(Object said) {
        return new Scopes(section, platform, Optional.of(said));
    }

    /** Keys that lead to what a path means, from the top of {@code values/}; empty where it leads nowhere. */
    public Optional<String[]> place(String path, String sectionName) {
        boolean whole = path.startsWith(PLATFORM);
        List<String> keys = new ArrayList<>(whole ? List.of() : List.of(sectionName));
        Optional<Object> at = Optional.of(whole ? platform : section);
        for (String key : (whole ? path.substring(PLATFORM.length()) : path).split("\\.")) {
            keys.add(at.map(value -> written(value, key)).orElse(key));
            at = at.flatMap(value -> step(value, key));
        }
        return at.map(found -> keys.toArray(String[]::new));
    }

    /** The key that an index of a map means. */
    private static String written(Object value, String key) {
        boolean index = value instanceof Map<?, ?> map
                && !map.containsKey(key)
                && INDEX.matcher(key).matches();
        return index
                ? at(List.copyOf(((Map<?, ?>) value).keySet()), key)
                        .map(Object::toString)
                        .orElse(key)
                : key;
    }

    /** What a path leads to; empty where it leads nowhere. */
    public Optional<Object> find(String path) {
        if (path.startsWith(PLATFORM)) {
            return follow(Optional.of(platform), path.substring(PLATFORM.length()));
        }
        return path.startsWith(NEED) ? follow(need, path.substring(NEED.length())) : follow(Optional.of(section), path);
    }

    private static Optional<Object> follow(Optional<?> start, String path) {
        Optional<Object> at = start.map(Object.class::cast);
        for (String key : path.split("\\.")) {
            at = at.flatMap(value -> step(value, key));
        }
        return at;
    }

    private static Optional<Object> step(Object value, String key) {
        if (value instanceof Map<?, ?> map) {
            return map.containsKey(key) || !INDEX.matcher(key).matches()
                    ? Optional.ofNullable(map.get(key))
                    : at(List.copyOf(map.values()), key);
        }
        return value instanceof List<?> list && INDEX.matcher(key).matches() ? at(list, key) : Optional.empty();
    }

    private static Optional<Object> at(List<?> list, String index) {
        return list.stream().skip(Long.parseLong(index)).findFirst().map(Object.class::cast);
    }

    /** Everything that a path of the section leads to; {@code *} stands for each entry. */
    public List<Found> each(String path) {
        List<Found> found = List.of(new Found(List.of(), section));
        for (String key : path.split("\\.")) {
            found = found.stream().flatMap(at -> at.step(key)).toList();
        }
        return found;
    }

    /**
     * A value of the section.
     *
     * @param keys what leads to it
     * @param value the value
     */
    public record Found(List<String> keys, Object value) {
        private Stream<Found> step(String key) {
            if (!key.equals("*")) {
                return Scopes.step(value, key).map(inner -> then(key, inner)).stream();
            }
            return value instanceof Map<?, ?> map
                    ? map.entrySet().stream().map(entry -> then(entry.getKey().toString(), entry.getValue()))
                    : indexed(value instanceof List<?> list ? list : List.of());
        }

        private Stream<Found> indexed(List<?> list) {
            return IntStream.range(0, list.size()).mapToObj(at -> then(String.valueOf(at), list.get(at)));
        }

        private Found then(String key, Object inner) {
            return new Found(Stream.concat(keys.stream(), Stream.of(key)).toList(), inner);
        }

        /** What tags of a text about it may name: what is in it, and its key as {@code name}. */
        Map<String, ?> names() {
            Map<String, Object> names = new LinkedHashMap<>(Map.of("name", keys.get(keys.size() - 1)));
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, inner) -> names.put(key.toString(), inner));
            }
            return names;
        }
    }

    public boolean holds(String condition) {
        return Condition.of(condition).holds(this);
    }

    /** Whether there is no condition, or it holds. */
    public boolean holds(Optional<String> condition) {
        return condition.stream().allMatch(this::holds);
    }

    /** What the tags of a text name. */
    public static Stream<String> paths(String written) {
        return TAG.matcher(written).results().map(tag -> tag.group(1));
    }

    /** A text with what its tags name; empty where one of them names nothing. */
    public Optional<String> text(String written) {
        Matcher tags = TAG.matcher(written);
        StringBuilder text = new StringBuilder();
        while (tags.find()) {
            Optional<Object> value = find(tags.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            tags.appendReplacement(text, Matcher.quoteReplacement(value.get().toString()));
        }
        return Optional.of(tags.appendTail(text).toString());
    }
}
