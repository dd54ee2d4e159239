package dev.chartwright.render;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheParser;
import com.github.mustachejava.MustacheResolver;
import dev.chartwright.problem.BugException;

/** The template library, closed: our delimiters, our names, our encoder, and nothing that our folder does not hold. */
final class Library extends DefaultMustacheFactory {
    private static final String OPEN = "<%";
    private static final String CLOSE = "%>";

    private final Map<String, Template> partials;

    private final boolean traced;

    Library(TemplateSet templates) {
        super((MustacheResolver) name -> null);
        this.partials = templates.partials();
        this.traced = false;
        setObjectHandler(new ScopeHandler(templates.tags(), name -> Optional.empty()));
    }

    /** A library for one rendering, whose manifests end their lines with marks. */
    Library(TemplateSet templates, Tracer tracer) {
        super((MustacheResolver) name -> null);
        this.partials = templates.partials();
        this.traced = true;
        setObjectHandler(new ScopeHandler(templates.tags(), tracer::binding));
    }

    Mustache compile(Template template) {
        return compile(
                new StringReader(
                        Rewriter.rewrite(template, 0, traced && template.file().isTraceable())),
                template.file().label(),
                OPEN,
                CLOSE);
    }

    /** Renders with scopes of which the last is the innermost. */
    static String render(Mustache mustache, List<Scope> scopes) {
        StringWriter writer = new StringWriter();
        try {
            mustache.execute(writer, new ArrayList<Object>(scopes)).flush();
        } catch (MustacheException wrapped) {
            throw rootOf(wrapped);
        } catch (IOException impossible) {
            throw new BugException("a text in memory could not be written", impossible);
        }
        return Rewriter.restore(writer.toString());
    }

    @Override
    protected MustacheParser createParser() {
        // Called from a field of the super class: no field of ours is set yet.
        return new MustacheParser(this, false) {
            @Override
            public Mustache compile(Reader reader, String file) {
                return compile(reader, file, OPEN, CLOSE);
            }
        };
    }

    @Override
    public Reader getReader(String written) {
        PartialName name = PartialName.parse(written);
        Template partial = partials.get(name.name());
        if (partial == null) {
            throw new BugException("partial `" + name.name() + "` was never checked");
        }
        return new StringReader(Rewriter.rewrite(partial, name.indent(), name.traced()));
    }

    @Override
    public String resolvePartialPath(String folder, String name, String extension) {
        return name;
    }

    @Override
    public void encode(String text, Writer writer) {
        try {
            writer.write(TextEncoder.encode(text));
        } catch (IOException impossible) {
            throw new BugException("a text in memory could not be written", impossible);
        }
    }

    /** The library wraps what a binding throws, once for each section around it. */
    private static RuntimeException rootOf(MustacheException wrapped) {
        Throwable root = wrapped;
        while (root instanceof MustacheException && root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof RuntimeException known && !(root instanceof MustacheException)
                ? known
                : new BugException("the template library stopped: " + root.getMessage(), wrapped);
    }
}
