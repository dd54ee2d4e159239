package dev.chartwright.render;

import java.util.List;

import com.github.mustachejava.Binding;
import dev.chartwright.problem.BugException;

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
        Scope found = name.read(scopes)
                .orElseThrow(() -> new BugException(tag.written() + " at " + tag.location() + " names nothing"));
        return tag.opens() ? found.elements((Scope) scopes.get(scopes.size() - 1)) : text(found);
    }

    private String text(Scope found) {
        String text = found.text();
        if (TextEncoder.hasLoneSurrogate(text)) {
            throw new BugException("the text of " + tag.written() + " at " + tag.location()
                    + " holds half of a surrogate pair, which reading values refuses");
        }
        return text;
    }
}
