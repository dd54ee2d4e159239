package dev.chartwright;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Rendering;

/**
 * Judges whether a problem is told where a node was broken.
 *
 * @param kind how it was broken
 * @param place what was broken
 * @param broken the broken file
 */
record ToldPlace(Mutation kind, BrokenValues.Place place, Broken broken) {
    boolean tells(Problem problem) {
        if (isInside(problem.location())) {
            return true;
        }
        Location told = asBefore(problem.location());
        return kind.told().contains(Mutation.Told.PARENT) && isParent(told)
                || kind.told().contains(Mutation.Told.USERS) && isUser(told)
                || kind.told().contains(Mutation.Told.NAMED) && isNamed(told)
                || kind.told().contains(Mutation.Told.TEMPLATE) && isMadeOf(problem)
                || kind.told().contains(Mutation.Told.OBJECT) && isOfObject(problem)
                || kind.told().contains(Mutation.Told.BEHIND) && isBehind(problem.location())
                || isBeside(told);
    }

    /** Where it stood before text came or went. */
    private Location asBefore(Location told) {
        List<String> before = place.node().lines().lines();
        int more = broken.lines().size() - before.size();
        int changed = firstChange(before);
        if (!BrokenValues.name(told).equals(place.file()) || told.line() <= changed) {
            return told;
        }
        if (more == 0 && told.line() == changed + 1 && told.column() > sameColumns(before.get(changed), changed)) {
            int wider =
                    broken.lines().get(changed).length() - before.get(changed).length();
            return new Location(told.file(), told.line(), told.column() - wider, told.length());
        }
        return new Location(told.file(), told.line() - more, told.column(), told.length());
    }

    private int firstChange(List<String> before) {
        return (int) IntStream.range(0, Math.min(before.size(), broken.lines().size()))
                .takeWhile(line -> before.get(line).equals(broken.lines().get(line)))
                .count();
    }

    private int sameColumns(String line, int number) {
        String other = broken.lines().get(number);
        return (int) IntStream.range(0, Math.min(line.length(), other.length()))
                .takeWhile(at -> line.charAt(at) == other.charAt(at))
                .count();
    }

    static String words(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.location() + " " + problem.code() + " " + problem.what()
                        + problem.rendering().map(it -> " for " + it.key()).orElse(""))
                .toList()
                .toString();
    }

    private String pointer() {
        return place.node().pointer();
    }

    private Origins origins() {
        return place.values().origins();
    }

    private boolean isInside(Location told) {
        return BrokenValues.name(told).equals(place.file()) && broken.first() > 0 && broken.contains(told);
    }

    /** The place of a map does not change when something in it goes. */
    private boolean isParent(Location told) {
        String parent = pointer().substring(0, pointer().lastIndexOf('/'));
        return same(told, origins().key(parent))
                || same(told, origins().value(parent))
                || place.values().at(pointer()).anyMatch(other -> same(told, other));
    }

    private boolean isUser(Location told) {
        return names().anyMatch(
                        name -> place.values().naming(name).anyMatch(user -> same(told, user) || contains(user, told)));
    }

    /** What it is called: its key or value, and the texts right in it. */
    private Stream<String> names() {
        BrokenNode node = place.node();
        Stream<String> own = Stream.concat(
                node.isItem() ? Stream.empty() : Stream.of(node.lines().token(node.key())), Stream.of(node.scalar()));
        Stream<String> inner = node.origins().values().keySet().stream()
                .filter(at -> at.startsWith(pointer() + "/"))
                .flatMap(at -> Stream.of(
                        new BrokenNode(node.lines(), node.origins(), at).scalar(),
                        at.substring(at.lastIndexOf('/') + 1)));
        return Stream.concat(own, inner)
                .map(text -> text.replace("\"", ""))
                .filter(text -> text.length() > 1 && !text.matches("\\d+"))
                .distinct();
    }

    /** A declaration, told at its key, that what was broken named by a text of its own or right in it. */
    private boolean isNamed(Location told) {
        List<String> texts = names().toList();
        return origins().keys().entrySet().stream()
                .filter(entry -> same(told, entry.getValue()))
                .anyMatch(entry -> texts.stream().anyMatch(text -> declares(entry.getKey(), text)));
    }

    private boolean declares(String pointer, String text) {
        String key = java.util.regex.Pattern.quote(pointer.substring(pointer.lastIndexOf('/') + 1));
        return text.matches("(.*[^A-Za-z0-9])?" + key + "([^A-Za-z0-9].*)?")
                || place.values()
                        .naming(text)
                        .anyMatch(user -> origins().values().entrySet().stream()
                                .anyMatch(value ->
                                        value.getKey().startsWith(pointer + "/") && same(user, value.getValue())));
    }

    /** Told at a template, and for a part of the values that the node is, or is in. */
    private boolean isMadeOf(Problem problem) {
        return problem.rendering()
                .map(Rendering::written)
                .filter(written -> isInside(written) || isAround(asBefore(written)))
                .isPresent();
    }

    private boolean isAround(Location written) {
        return Stream.concat(origins().keys().entrySet().stream(), origins().values().entrySet().stream())
                .filter(entry -> same(written, entry.getValue()))
                .anyMatch(entry -> (pointer() + "/").startsWith(entry.getKey() + "/"));
    }

    /** The template of an object that the node is about, by its kind and name. */
    private boolean isOfObject(Problem problem) {
        String[] object =
                pointer().replaceFirst("/exemptions/", "").split("/")[0].split("~1");
        return problem.what().startsWith(object[0] + " `" + object[object.length - 1] + "`");
    }

    private boolean isBehind(Location told) {
        return BrokenValues.name(told).equals(place.file()) && told.line() == broken.last() + 1;
    }

    private boolean isBeside(Location told) {
        return !kind.also().isEmpty()
                && Stream.concat(origins().keys().entrySet().stream(), origins().values().entrySet().stream())
                        .filter(entry -> same(told, entry.getValue()) || contains(entry.getValue(), told))
                        .anyMatch(entry -> entry.getKey().matches(kind.also()));
    }

    private static boolean same(Location one, Location other) {
        return one.line() == other.line()
                && one.column() == other.column()
                && BrokenValues.name(one).equals(BrokenValues.name(other));
    }

    private static boolean contains(Location token, Location told) {
        return token.line() == told.line()
                && told.column() >= token.column()
                && told.column() < token.column() + token.length()
                && BrokenValues.name(token).equals(BrokenValues.name(told));
    }
}
