package dev.chartwright.render;

import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.Iteration;
import com.github.mustachejava.ObjectHandler;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.util.Wrapper;
import dev.chartwright.problem.BugException;

/** Tells the template library what names mean; sections come to it as lists of scopes. */
final class ScopeHandler implements ObjectHandler {
    private static final Binding NOTHING = scopes -> "";

    private final Map<String, Tag> tags;
    private final Function<String, Optional<Binding>> marks;

    ScopeHandler(Map<String, Tag> tags, Function<String, Optional<Binding>> marks) {
        this.tags = tags;
        this.marks = marks;
    }

    /** Codes of partials and of whole templates have names too, which name no tag and are never read. */
    @Override
    public Binding createBinding(String name, TemplateContext context, Code code) {
        Tag tag = tags.get(name);
        return tag == null ? Optional.ofNullable(name).flatMap(marks).orElse(NOTHING) : new NameBinding(tag);
    }

    @Override
    public Writer iterate(Iteration iteration, Writer writer, Object elements, List<Object> scopes) {
        Writer at = writer;
        for (Object element : (List<?>) elements) {
            at = iteration.next(at, element, scopes);
        }
        return at;
    }

    @Override
    public Writer falsey(Iteration iteration, Writer writer, Object elements, List<Object> scopes) {
        return ((List<?>) elements).isEmpty() ? iteration.next(writer, elements, scopes) : writer;
    }

    @Override
    public Object coerce(Object value) {
        return value;
    }

    @Override
    public String stringify(Object value) {
        return value.toString();
    }

    @Override
    public Wrapper find(String name, List<Object> scopes) {
        throw new BugException("the template library looked up `" + name + "` by itself");
    }
}
