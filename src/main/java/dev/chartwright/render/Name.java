package dev.chartwright.render;

import java.util.List;
import java.util.Optional;

/**
 * A name of a tag or of a path part: parts between dots, none for the current element.
 *
 * <p>The first part is looked up from the innermost scope outward, each further one in what the part before it gives.
 *
 * @param parts the parts
 */
record Name(List<String> parts) {
    static Name parse(String written) {
        return new Name(written.equals(".") ? List.of() : List.of(written.split("\\.")));
    }

    /** What it names; the innermost scope is the last. The library knows scopes as plain objects. */
    Optional<Scope> read(List<?> scopes) {
        if (parts.isEmpty()) {
            return Optional.of((Scope) scopes.get(scopes.size() - 1));
        }
        for (int i = scopes.size() - 1; i >= 0; i--) {
            Scope scope = (Scope) scopes.get(i);
            if (Accessor.find(scope.shape(), parts.get(0)).isPresent()) {
                return follow(scope);
            }
        }
        return Optional.empty();
    }

    private Optional<Scope> follow(Scope start) {
        Optional<Scope> at = Optional.of(start);
        for (String part : parts) {
            at = at.flatMap(scope -> Accessor.find(scope.shape(), part).map(accessor -> accessor.read(scope)));
        }
        return at;
    }
}
