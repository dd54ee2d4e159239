package dev.chartwright.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.problem.Quote;

/** The path of a template, whose parts in brackets repeat it. */
final class PathPattern {
    private static final Pattern BRACKETS = Pattern.compile("\\[([A-Za-z]\\w*(?:\\.[A-Za-z]\\w*)*)\\]");
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_]+([.-]+[A-Za-z0-9_]+)*");
    private static final String UMBRELLA = "umbrella/";
    private static final String BESIDE = "beside/";
    static final String OUTSIDE = "../";

    /**
     * One file to be.
     *
     * @param path where it goes, in the umbrella chart
     * @param scopes what its template is rendered with, innermost last
     */
    record Output(String path, List<Scope> scopes) {}

    private final String label;
    private final List<String> literals = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private PathPattern(String label) {
        this.label = label;
    }

    static PathPattern of(TemplateFile file) {
        PathPattern pattern = new PathPattern(file.label());
        String path = file.path();
        String target = target(path);
        Matcher brackets = BRACKETS.matcher(target);
        int at = 0;
        while (brackets.find()) {
            pattern.literals.add(target.substring(at, brackets.start()));
            pattern.names.add(brackets.group(1));
            at = brackets.end();
        }
        pattern.literals.add(target.substring(at));
        return pattern;
    }

    /** Where it goes, from the umbrella chart's folder: a component's folder repeats over the section of its name. */
    private static String target(String path) {
        if (path.startsWith(BESIDE)) {
            return OUTSIDE + path.substring(BESIDE.length());
        }
        if (path.startsWith(UMBRELLA)) {
            return path.substring(UMBRELLA.length());
        }
        int end = path.indexOf('/');
        return "charts/[" + path.substring(0, end) + "]" + path.substring(end);
    }

    /** Whether its files stand beside the chart's package. */
    boolean isBeside() {
        return literals.get(0).startsWith(OUTSIDE);
    }

    /** The types of the scopes its template sees, for a root; empty after a problem. */
    Optional<List<Shape>> check(Shape root, Consumer<Problem> problems) {
        if (literals.stream().anyMatch(text -> text.contains("[") || text.contains("]"))) {
            refuse("path-brackets", "has brackets that hold no name", problems);
            return Optional.empty();
        }
        List<Shape> scopes = new ArrayList<>(List.of(root));
        TypeLookup lookup = new TypeLookup(problems);
        for (String name : names) {
            Optional<Shape> found = lookup.find(name, scopes, Location.ofFile(label), "");
            Optional<Shape> element = found.map(shape -> shape.element().orElse(shape));
            if (element.isEmpty() || !isNamed(element.get())) {
                element.ifPresent(shape -> refuse(
                        "path-brackets", "repeats over " + Quote.of(name) + ", whose elements have no name", problems));
                return Optional.empty();
            }
            scopes.add(element.get());
        }
        return Optional.of(scopes);
    }

    /** One output for each element of what stands in brackets. */
    List<Output> expand(Scope root) {
        Stream<Output> outputs = Stream.of(new Output(literals.get(0), List.of(root)));
        for (int i = 0; i < names.size(); i++) {
            Name name = Name.parse(names.get(i));
            String tail = literals.get(i + 1);
            outputs = outputs.flatMap(output -> repeat(output, name, tail));
        }
        return outputs.toList();
    }

    private Stream<Output> repeat(Output output, Name name, String tail) {
        List<Scope> scopes = output.scopes();
        Scope found = name.read(scopes).orElseThrow();
        return found.elements(scopes.get(scopes.size() - 1)).stream().map(element -> {
            List<Scope> inner = new ArrayList<>(scopes);
            inner.add(element);
            return new Output(output.path() + elementName(element) + tail, inner);
        });
    }

    private static boolean isNamed(Shape shape) {
        return shape.kind() == Shape.Kind.TEXT
                || Accessor.find(shape, "name")
                        .filter(accessor -> accessor.shape().kind() == Shape.Kind.TEXT)
                        .isPresent();
    }

    private String elementName(Scope element) {
        String name = Accessor.find(element.shape(), "name")
                .map(accessor -> accessor.read(element))
                .orElse(element)
                .text();
        if (!SAFE.matcher(name).matches()) {
            throw new ProblemsException(List.of(new Problem(
                    Location.ofFile(label),
                    "path-name",
                    Quote.of(name) + " cannot be part of a file name",
                    "files are named after elements: letters, digits and `_`, with dots and dashes between them",
                    "rename the element in values/")));
        }
        return name;
    }

    private void refuse(String code, String what, Consumer<Problem> problems) {
        problems.accept(new Problem(
                Location.ofFile(label),
                code,
                "the path " + what,
                "a part in brackets makes one file for each element, named after it",
                "name a list or an optional part whose elements have a `name`"));
    }
}
