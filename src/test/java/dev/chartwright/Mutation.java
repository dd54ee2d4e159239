package dev.chartwright;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One way to break a valid platform in one place.
 *
 * @param name what it is called in the list of rates
 * @param pointer pointers it may be applied to
 * @param breakage what it does there
 * @param told where it may be told, beside the broken node itself
 * @param also pointers beside the broken node at which it may be told; empty for none
 * @param only environments that it is a mistake in
 */
record Mutation(String name, Pattern pointer, Breakage breakage, Set<Told> told, String also, String only) {
    /** Where a mistake is told, exactly. */
    enum Told {
        /** What it is missing from. */
        PARENT,
        /** Who names it. */
        USERS,
        /** What it named. */
        NAMED,
        /** The line behind it, where a reader of YAML stumbles. */
        BEHIND,
        /** The template line of the object that it is about. */
        OBJECT,
        /** The template line that shows it, rendered for a part that the node is in. */
        TEMPLATE
    }

    static Mutation of(String name, String pointer, Breakage breakage) {
        return new Mutation(name, Pattern.compile(pointer), breakage, EnumSet.noneOf(Told.class), "", ".*");
    }

    Mutation told(Told first, Told... more) {
        return new Mutation(name, pointer, breakage, EnumSet.of(first, more), also, only);
    }

    Mutation also(String pointers) {
        return new Mutation(name, pointer, breakage, told, pointers, only);
    }

    Mutation only(String environments) {
        return new Mutation(name, pointer, breakage, told, also, environments);
    }

    /** Every kind that the checks cover. */
    static List<Mutation> kinds() {
        return Stream.of(
                        KeyMutations.kinds(),
                        NameMutations.kinds(),
                        ValueMutations.kinds(),
                        WorkloadMutations.kinds(),
                        RouteMutations.kinds(),
                        PartMutations.kinds())
                .flatMap(List::stream)
                .toList();
    }
}
