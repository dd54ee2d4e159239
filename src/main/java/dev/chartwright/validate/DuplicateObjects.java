package dev.chartwright.validate;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** One cluster holds one object of an API version, kind, namespace and name. */
final class DuplicateObjects {
    private final Map<String, RenderedObject> first = new HashMap<>();

    private DuplicateObjects() {}

    static Stream<Problem> check(Stream<RenderedObject> objects) {
        DuplicateObjects seen = new DuplicateObjects();
        return objects.flatMap(seen::add);
    }

    private Stream<Problem> add(RenderedObject object) {
        if (object.name().isEmpty()) {
            return Stream.empty();
        }
        RenderedObject earlier = first.putIfAbsent(object.identity(), object);
        return earlier == null ? Stream.empty() : Stream.of(problem(object, earlier));
    }

    private static Problem problem(RenderedObject object, RenderedObject earlier) {
        String where = object.namespace().isEmpty() ? "" : " in namespace `" + object.namespace() + "`";
        return new Problem(
                object.place("metadata", "name").value(),
                "duplicate-object",
                "a second " + object.kind() + " `" + object.name() + "`" + where,
                "a cluster holds one of each name; the first is made by " + earlier.source(),
                "rename one of them in the values, or give it another namespace");
    }
}
