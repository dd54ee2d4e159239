package dev.chartwright.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Quote;

/**
 * Which environments of a platform have a part.
 *
 * @param base what they share
 * @param own the file of each environment, by its name
 */
record Holders(Layer base, SortedMap<String, Layer> own) {
    /** Names of the environments without it; of all of them where everybody reads the place, else of one. */
    String without(String pointer, Location place, String environment) {
        List<String> names = place.file().equals(base.file())
                ? own.keySet().stream()
                        .filter(name -> holder(own.get(name), pointer).isEmpty())
                        .toList()
                : List.of(environment);
        return names.stream().map(Quote::of).collect(Collectors.joining(", ")) + (names.size() == 1 ? " does" : " do")
                + " not have";
    }

    /** Where others have it; empty when nobody does. */
    String places(String pointer) {
        return own.entrySet().stream()
                .flatMap(entry -> holder(entry.getValue(), pointer).map(place -> place(entry, place)).stream())
                .collect(Collectors.joining(", "));
    }

    private static String place(Map.Entry<String, Layer> environment, Location place) {
        return Quote.of(environment.getKey()) + " has it (" + place + ")";
    }

    /** An environment's own file has the last word, also where it takes something away. */
    private Optional<Location> holder(Layer layer, String pointer) {
        Layer said = layer.keys().containsKey(pointer) ? layer : base;
        return Optional.ofNullable(said.keys().get(pointer))
                .filter(key -> !said.root().at(pointer).isNull());
    }
}
