package dev.chartwright.load;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.component.ComponentType;
import dev.chartwright.model.CustomKind;
import dev.chartwright.model.CustomPods;
import dev.chartwright.model.Entry;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** What {@code component.yaml} says of custom resources: kinds that it names are described, and one field has one path. */
record ObjectsCheck(ComponentType type, Origins origins) {
    Stream<Problem> problems() {
        Stream<Problem> frozen = IntStream.range(0, type.frozen().size())
                .boxed()
                .flatMap(i -> type.frozen().get(i).fields().stream()
                        .filter(fields -> !known().contains(fields.name()))
                        .map(fields -> unknown(
                                origins.key("/frozen/" + i + Origins.pointer("fields", fields.name())),
                                fields.name())));
        return Stream.concat(frozen, type.objects().stream().flatMap(this::kind));
    }

    private TreeSet<String> known() {
        return type.objects().stream().map(CustomKind::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Kinds of other groups may be anybody's. */
    private Stream<Problem> kind(CustomKind kind) {
        String at = Origins.pointer("objects", kind.name());
        Stream<Problem> refers = kind.refers().stream()
                .filter(one -> known().stream().anyMatch(own -> group(own).equals(group(one.value()))))
                .filter(one -> !known().contains(one.value()))
                .map(one -> unknown(origins.value(at + Origins.pointer("refers", one.name())), one.value()));
        return Stream.concat(refers, kind.pods().stream().flatMap(pods -> copied(at + "/pods", pods)));
    }

    private static String group(String kind) {
        return kind.substring(0, kind.indexOf('/'));
    }

    private Problem unknown(Location place, String kind) {
        return new Problem(
                place,
                "component-name",
                Quote.of(kind) + " names nothing here",
                known().isEmpty() ? "`objects` describes no kind" : "there are " + NearestNames.list(known()),
                known().isEmpty() ? "describe it in `objects`" : NearestNames.advice(kind, known()));
    }

    private Stream<Problem> copied(String at, CustomPods pods) {
        String each = pods.each().map(path -> path + "/").orElse("/");
        return Stream.of(
                        pods.replicas().stream().map(path -> new Entry("/replicas", path)),
                        pods.fields().stream()
                                .map(field -> new Entry(Origins.pointer("fields", field.name()), field.value())),
                        pods.containerFields().stream()
                                .map(field ->
                                        new Entry(Origins.pointer("containerFields", field.name()), field.value())))
                .flatMap(fields -> fields)
                .filter(field -> leadsToSeveral(field.value(), each))
                .map(field -> several(origins.value(at + field.name()), field.value()));
    }

    private static boolean leadsToSeveral(String path, String each) {
        String rest = path.startsWith(each) ? path.substring(each.length()) : path;
        return List.of(rest.split("/")).contains("*");
    }

    private static Problem several(Location place, String path) {
        return new Problem(
                place,
                "component-path",
                "the path " + Quote.of(path) + " may lead to several",
                "what pods have of an object stands in one place",
                "name the list in `each`, or one element by its name in brackets in place of the `*`");
    }
}
