package dev.chartwright.model;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.chartwright.component.Components;
import dev.chartwright.load.PlatformLoader;

/** What the components of a platform made of records are to each other: records read as the document they stand for. */
final class SampleFacets {
    private static final Components COMPONENTS =
            new PlatformLoader(Path.of("values"), Path.of("schema"), Path.of("templates")).components();

    private SampleFacets() {}

    static Platform in(Platform platform) {
        return platform.with(COMPONENTS.facets(map(platform)));
    }

    private static Map<String, Object> map(Record value) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            if (!component.getName().equals("facets")) {
                plain(Records.read(component, value)).ifPresent(found -> map.put(component.getName(), found));
            }
        }
        return map;
    }

    private static Optional<Object> plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.flatMap(SampleFacets::plain);
        }
        if (value instanceof Collection<?> list) {
            return Optional.of(list(list));
        }
        if (value instanceof Enum<?> constant) {
            return Optional.of(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return Optional.of(value instanceof Record inner ? map(inner) : value);
    }

    /** Records with a name stand in maps, under it. */
    private static Object list(Collection<?> values) {
        Map<String, Object> named = new LinkedHashMap<>();
        values.stream()
                .filter(Record.class::isInstance)
                .map(value -> map((Record) value))
                .filter(map -> map.get("name") instanceof String)
                .forEach(map -> named.put((String) map.get("name"), map));
        return named.isEmpty()
                ? values.stream().flatMap(value -> plain(value).stream()).toList()
                : named;
    }
}
