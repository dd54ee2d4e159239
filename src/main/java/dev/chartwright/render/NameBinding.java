package dev.chartwright.render;

import java.util.List;

import com.github.mustachejava.Binding;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/** Finds what one tag names in the scopes of a rendering, or stops with the tag's place. */
final class NameBinding implements Binding {
    private final Tag tag;
    private final Name name;

    NameBinding(Tag tag) {
        this.tag = tag;
        this.name = Name.parse(tag.name());
    }

    @Override
    public Object get(List<Object> scopes) {
        List<Scope> typed = scopes.stream().map(Scope.class::cast).toList();
        Scope found = name.read(typed)
                .orElseThrow(() -> new BugException(tag.written() + " at " + tag.location() + " names nothing"));
        return tag.opens() ? found.elements(typed.get(typed.size() - 1)) : text(found);
    }

    private String text(Scope found) {
        String text = found.text();
        if (TextEncoder.hasLoneSurrogate(text)) {
            throw new ProblemsException(List.of(new Problem(
                    tag.location(),
                    "lone-surrogate",
                    "the text of " + Words.quote(tag.written()) + " holds half of a surrogate pair",
                    "half a pair is no character, so UTF-8 cannot hold it",
                    "write the whole character in values/")));
        }
        return text;
    }
}
