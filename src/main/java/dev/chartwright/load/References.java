package dev.chartwright.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.chartwright.load.ReferenceText.Kind;
import dev.chartwright.load.ReferenceText.Part;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replaces the references in a document's text by what they stand for. */
final class References {
    private final ObjectNode document;
    private final DerivedNames names;
    private final UnknownNames unknown;
    private final ReferencePlaces places;
    private final Map<String, Optional<String>> resolved = new HashMap<>();
    private final Deque<String> trail = new ArrayDeque<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> unresolved = new HashSet<>();
    private Location here = Location.ofFile("");

    /**
     * References of a document.
     *
     * @param document its texts are replaced
     * @param names what references may name
     * @param places where references stand
     * @param holders which environments have a part; asked only when one is missing
     */
    References(ObjectNode document, DerivedNames names, ReferencePlaces places, Supplier<Holders> holders) {
        this.document = document;
        this.names = names;
        this.unknown = new UnknownNames(document, names, holders);
        this.places = places;
    }

    /** Resolves every text in place; what cannot be resolved stays as it is. */
    void resolve() {
        resolve(document, "");
    }

    List<Problem> problems() {
        return problems;
    }

    /** Pointers of texts that could not be resolved. */
    Set<String> unresolved() {
        return unresolved;
    }

    private void resolve(JsonNode node, String pointer) {
        if (node instanceof ObjectNode map) {
            map.properties().forEach(entry -> {
                String at = pointer + Origins.pointer(entry.getKey());
                textAt(entry.getValue(), at).ifPresent(text -> map.put(entry.getKey(), text));
                resolve(entry.getValue(), at);
            });
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                int index = i;
                textAt(list.get(i), pointer + "/" + i).ifPresent(text -> list.set(index, list.stringNode(text)));
                resolve(list.get(i), pointer + "/" + i);
            }
        }
    }

    private Optional<String> textAt(JsonNode node, String pointer) {
        return node.isString() && ReferenceText.isIn(node.stringValue()) ? valueAt(pointer) : Optional.empty();
    }

    private Optional<String> valueAt(String pointer) {
        Optional<String> known = resolved.get(pointer);
        if (known != null) {
            return known;
        }
        if (trail.contains(pointer)) {
            cycle(pointer);
            return Optional.empty();
        }
        trail.addLast(pointer);
        Location outer = here;
        Optional<String> text = written(document.at(pointer).asString(""), pointer);
        here = outer;
        trail.removeLast();
        if (text.isEmpty()) {
            unresolved.add(pointer);
        }
        resolved.put(pointer, text);
        return text;
    }

    /** Text of the user: each of its references is a place that a problem can point at. */
    private Optional<String> written(String text, String pointer) {
        StringBuilder result = new StringBuilder();
        boolean complete = true;
        for (Part part : ReferenceText.parse(text).parts()) {
            Optional<String> piece = piece(part, pointer);
            piece.ifPresent(result::append);
            complete &= piece.isPresent();
        }
        return complete ? Optional.of(result.toString()) : Optional.empty();
    }

    private Optional<String> piece(Part part, String pointer) {
        if (part.kind() == Kind.LITERAL) {
            return Optional.of(part.text());
        }
        here = places.of(pointer, part.sign(), part.kind() == Kind.REFERENCE ? part.text() : "");
        if (part.kind() == Kind.UNCLOSED) {
            unclosed();
            return Optional.empty();
        }
        return named(part.text());
    }

    private Optional<String> named(String name) {
        Optional<String> meaning = names.text(name);
        if (meaning.isEmpty()) {
            unknown.problem(name, here).ifPresent(problems::add);
            return Optional.empty();
        }
        trail.addLast(name);
        Optional<String> text = derived(meaning.get());
        trail.removeLast();
        return text;
    }

    private Optional<String> derived(String text) {
        StringBuilder result = new StringBuilder();
        for (Part part : ReferenceText.parse(text).parts()) {
            Optional<String> piece = derived(part);
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            result.append(piece.get());
        }
        return Optional.of(result.toString());
    }

    private Optional<String> derived(Part part) {
        if (part.kind() == Kind.LITERAL) {
            return Optional.of(part.text());
        }
        return part.text().startsWith("/") ? valueAt(part.text()) : named(part.text());
    }

    private void unclosed() {
        problems.add(new Problem(
                here,
                "open-reference",
                "a reference begins with `<%` and has no end",
                "a reference is written `<% name %>`, on one line or over several",
                "close it with `%>`, or write `<%%` for the text `<%` itself"));
    }

    private void cycle(String pointer) {
        List<String> steps = new ArrayList<>(trail);
        List<String> path = steps.subList(steps.indexOf(pointer), steps.size()).stream()
                .filter(step -> !step.startsWith("/"))
                .toList();
        String last = path.get(path.size() - 1);
        problems.add(new Problem(
                here,
                "reference-cycle",
                "references lead in a circle: `" + last + "` → `" + String.join("` → `", path) + "`",
                "a value that is made from itself has no end",
                "write one of these values without a reference"));
    }
}
