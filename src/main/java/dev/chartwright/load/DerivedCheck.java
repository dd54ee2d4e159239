package dev.chartwright.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.chartwright.component.Case;
import dev.chartwright.component.ComponentType;
import dev.chartwright.component.Derived;
import dev.chartwright.component.Scopes;
import dev.chartwright.load.ReferenceText.Kind;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Derived values follow from earlier ones, take no other's place and stay short; texts of names are whole. */
final class DerivedCheck {
    /** What a document says itself at most counts as one; a text that doubles at each step is soon beyond it. */
    private static final int MOST_TAGS = 100;

    private final ComponentType type;
    private final Origins origins;
    private final SchemaPaths paths;
    private final Map<String, Integer> tags = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    DerivedCheck(ComponentType type, Origins origins, SchemaPaths paths) {
        this.type = type;
        this.origins = origins;
        this.paths = paths;
    }

    List<Problem> problems() {
        type.derive().forEach(this::derived);
        type.names().forEach(name -> whole(Origins.pointer("names", name.name()), name.text()));
        return problems;
    }

    private void derived(Derived derived) {
        String path = derived.name();
        String pointer = Origins.pointer("derive", path);
        String around = path.substring(0, Math.max(0, path.lastIndexOf('.')));
        if (!paths.isMap(type, around) || paths.isWritten(type, path)) {
            add(
                    origins.key(pointer),
                    "the derived path " + Quote.of(path) + " is no new key of a map",
                    "a derived value stands beside those that people write, and in place of none",
                    "choose a path that the schema does not have, below a map that it has");
        }
        int most = 0;
        for (int i = 0; i < derived.cases().size(); i++) {
            most = Math.max(most, tagsOf(derived.cases().get(i), pointer + "/" + i + "/is"));
        }
        tags.put(path, most);
    }

    private int tagsOf(Case one, String pointer) {
        String text = one.is().text().orElse("");
        whole(pointer, text);
        int count = 0;
        for (String path : Scopes.paths(text).toList()) {
            if (SchemaPaths.derived(type, path).isPresent() && !tags.containsKey(path)) {
                add(
                        origins.value(pointer),
                        Quote.of(path) + " is derived only later",
                        "values are derived one after another",
                        "move " + Quote.of(path) + " up");
            }
            count += Math.max(1, tags.getOrDefault(path, 1));
        }
        if (count > MOST_TAGS) {
            add(
                    origins.value(pointer),
                    "the text has " + count + " tags, with those of what it names",
                    "a text that repeats what it names, over and over, has no end",
                    "write at most " + MOST_TAGS);
        }
        return Math.min(count, MOST_TAGS + 1);
    }

    private void whole(String pointer, String text) {
        Optional<ReferenceText.Part> broken = ReferenceText.parse(text).parts().stream()
                .filter(part -> part.kind() == Kind.UNCLOSED
                        || part.kind() == Kind.REFERENCE && part.text().isBlank())
                .findFirst();
        if (broken.isPresent()) {
            add(
                    origins.value(pointer),
                    "a tag in " + Quote.of(text) + " is not whole",
                    "a tag is `<% path %>`",
                    "close it, and name a path in it");
        }
    }

    private void add(Location place, String what, String why, String fix) {
        problems.add(new Problem(place, "component-derive", what, why, fix));
    }
}
