package dev.chartwright.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Component;
import dev.chartwright.model.Image;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Secret;
import dev.chartwright.problem.Origins;

/** Compares two environments by what they are described as, not by the lines that this becomes. */
public final class PlatformDiff {
    private final Words left;
    private final Words right;
    private final List<Difference> differences = new ArrayList<>();
    private String component = "";
    private String root = "";

    private PlatformDiff(Platform left, Platform right) {
        this.left = new Words(left.environment());
        this.right = new Words(right.environment());
    }

    /** Differences in the order of the model; what follows from an environment's own host, tier or name is none. */
    public static List<Difference> of(Platform left, Platform right) {
        PlatformDiff diff = new PlatformDiff(left, right);
        diff.environments(left, right);
        diff.component = "cluster";
        diff.root = "/cluster";
        diff.records("", left.cluster(), right.cluster());
        diff.components(left, right);
        return List.copyOf(diff.differences);
    }

    /** Said as they are: everything else is told in terms of them. */
    private void environments(Platform one, Platform other) {
        component = "environment";
        root = "/environment";
        add(
                "tier",
                one.environment().tier().name().toLowerCase(Locale.ROOT),
                other.environment().tier().name().toLowerCase(Locale.ROOT));
        add("host", one.environment().host(), other.environment().host());
        add("https", "" + one.environment().https(), "" + other.environment().https());
        values("chart", one.environment().chart(), other.environment().chart());
        values("argocd", one.environment().argocd(), other.environment().argocd());
    }

    private void components(Platform one, Platform other) {
        Map<String, Component> ones = byName(one);
        Map<String, Component> others = byName(other);
        Stream.concat(ones.keySet().stream(), others.keySet().stream())
                .distinct()
                .forEach(name -> {
                    Optional<Component> before = Optional.ofNullable(ones.get(name));
                    Optional<Component> after = Optional.ofNullable(others.get(name));
                    component = name;
                    root = root(before.or(() -> after).orElseThrow());
                    if (before.isPresent() && after.isPresent()) {
                        records("", (Record) before.get(), (Record) after.get());
                    } else {
                        add(
                                "",
                                before.map(PlatformDiff::words).orElse(""),
                                after.map(PlatformDiff::words).orElse(""));
                    }
                });
    }

    private static Map<String, Component> byName(Platform platform) {
        return platform.components().stream()
                .collect(Collectors.toMap(Component::name, part -> part, (first, second) -> first, LinkedHashMap::new));
    }

    /** Where a component stands in the values: below `applications`, or under its own key. */
    private static String root(Component part) {
        return part instanceof Application
                ? Origins.pointer("applications", part.name())
                : Origins.pointer(part.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    private static String words(Component part) {
        return part instanceof Application ? "an application" : part.description();
    }

    private void records(String path, Record before, Record after) {
        Map<String, Object> others = Fields.of(after);
        Fields.of(before)
                .forEach((name, value) -> values(path.isEmpty() ? name : path + "." + name, value, others.get(name)));
    }

    private void values(String path, Object before, Object after) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof Optional<?> one
                && after instanceof Optional<?> other
                && one.isPresent()
                && other.isPresent()) {
            values(path, one.get(), other.get());
        } else if (before instanceof List<?> ones && after instanceof List<?> others) {
            lists(path, ones, others);
        } else if (isStructure(before) && isStructure(after)) {
            records(path, (Record) before, (Record) after);
        } else {
            add(path, left.of(before), right.of(after));
        }
    }

    private static boolean isStructure(Object value) {
        return value instanceof Record && !(value instanceof Secret) && !(value instanceof Image);
    }

    /** Elements are matched by name; those without one are compared as a whole. */
    private void lists(String path, List<?> ones, List<?> others) {
        Optional<Map<String, Record>> before = named(ones);
        Optional<Map<String, Record>> after = named(others);
        if (before.isEmpty() || after.isEmpty()) {
            unnamed(path, ones, others);
            return;
        }
        add(path, lacking(before.get(), after.get()), lacking(after.get(), before.get()));
        before.get()
                .forEach((name, element) -> Optional.ofNullable(after.get().get(name))
                        .ifPresent(other -> values(path + "." + name, element, other)));
    }

    /** Elements of a list without names: by their places where both have as many, else those that one lacks. */
    private void unnamed(String path, List<?> ones, List<?> others) {
        boolean structures = Stream.concat(ones.stream(), others.stream()).allMatch(PlatformDiff::isStructure);
        if (structures && ones.size() == others.size()) {
            for (int index = 0; index < ones.size(); index++) {
                values(path + "." + index, ones.get(index), others.get(index));
            }
            return;
        }
        String before = left.of(lacking(ones, others));
        String after = right.of(lacking(others, ones));
        boolean reordered = before.isEmpty() && after.isEmpty();
        add(path, reordered ? left.of(ones) : before, reordered ? right.of(others) : after);
    }

    private static List<?> lacking(List<?> some, List<?> others) {
        return some.stream().filter(element -> !others.contains(element)).toList();
    }

    private static String lacking(Map<String, Record> some, Map<String, Record> others) {
        return some.keySet().stream().filter(name -> !others.containsKey(name)).collect(Collectors.joining(", "));
    }

    private static Optional<Map<String, Record>> named(List<?> list) {
        Map<String, Record> named = new LinkedHashMap<>();
        for (Object element : list) {
            Optional<String> name = element instanceof Record record ? Fields.name(record) : Optional.empty();
            if (name.isEmpty()) {
                return Optional.empty();
            }
            named.put(name.get(), (Record) element);
        }
        return Optional.of(named);
    }

    private void add(String path, String before, String after) {
        if (!Objects.equals(before, after)) {
            String pointer = path.isEmpty() ? root : root + Origins.pointer(path.split("\\."));
            differences.add(new Difference(component, pointer, path, before, after));
        }
    }
}
