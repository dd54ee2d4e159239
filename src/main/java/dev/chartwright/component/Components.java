package dev.chartwright.component;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.chartwright.model.Facets;

/**
 * All sorts of components in force.
 *
 * @param types in the order of the components
 */
public record Components(List<ComponentType> types) {
    public Components {
        types = types.stream()
                .sorted(Comparator.comparing(ComponentType::order).thenComparing(ComponentType::name))
                .toList();
    }

    /**
     * What each component of an environment is to the others.
     *
     * @param document the environment, complete
     */
    public List<Facets> facets(Map<String, ?> document) {
        return types.stream()
                .filter(type -> document.get(type.name()) instanceof Map)
                .map(type -> new FacetReader(type, scopes(type, document)).read())
                .toList();
    }

    /** Where the paths of a component lead. */
    @SuppressWarnings("unchecked") // every map of a document has texts for keys
    public Scopes scopes(ComponentType type, Map<String, ?> document) {
        Map<String, ?> section = (Map<String, ?>) document.get(type.name());
        return new Scopes(new Derivation(document).of(section, type.derive()), document, Optional.empty());
    }
}
