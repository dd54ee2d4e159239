package dev.chartwright.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import org.jspecify.annotations.Nullable;

/** The sections that are open while a template is scanned. */
final class SectionStack {
    static final String CROSSING = "section-crosses-quotes";

    private record Open(Tag tag, Surroundings.Mark mark, Optional<YamlState.Slot> slot) {}

    private final Deque<Open> stack = new ArrayDeque<>();
    private final List<Problem> problems;
    /** Sections that a wrong close ended before their own, which is then no mistake more. */
    private final List<String> skipped = new ArrayList<>();

    private boolean nested = true;

    SectionStack(List<Problem> problems) {
        this.problems = problems;
    }

    boolean isNested() {
        return nested;
    }

    void open(Tag tag, Surroundings surroundings) {
        stack.push(new Open(tag, surroundings.mark(), surroundings.slot()));
    }

    /** The close tag with the id of its section. */
    Tag close(Tag tag, Surroundings surroundings) {
        Open open = stack.peek();
        if (open == null || !open.tag().name().equals(tag.name())) {
            if (!skipped.remove(tag.name())) {
                wrongClose(tag, open);
            }
            return tag;
        }
        stack.pop();
        if (!open.mark().equals(surroundings.mark())) {
            crossing(tag, open.tag());
        }
        if (open.tag().location().line() == tag.location().line()) {
            surroundings.resume(open.slot());
        }
        return new Tag(open.tag().id(), tag.kind(), tag.name(), tag.location(), tag.offset(), tag.spot());
    }

    void finish() {
        for (Open open : stack) {
            Tag tag = open.tag();
            refuse(
                    tag,
                    "unclosed-section",
                    Quote.of(tag.written()) + " is never closed",
                    "a section ends with its own close tag in the same file",
                    "write `<%/" + tag.name() + "%>` where it ends");
        }
    }

    private void wrongClose(Tag tag, @Nullable Open open) {
        boolean any = open != null;
        boolean misspelt =
                any && !NearestNames.of(tag.name(), List.of(open.tag().name())).isEmpty();
        String found = any
                ? " closes nothing: the open section is " + Quote.of(open.tag().written())
                : "";
        refuse(
                tag,
                "wrong-close",
                Quote.of(tag.written()) + (any ? found : " closes nothing: no section is open"),
                "sections close in the reverse order of their opening",
                any
                        ? "write `<%/" + open.tag().name() + "%>`" + (misspelt ? "" : " first")
                        : "remove it, or open its section before it");
        // The section it may have meant counts as closed, so that one mistake makes one message.
        if (stack.stream().anyMatch(other -> other.tag().name().equals(tag.name()))) {
            closeUpTo(tag.name());
        } else if (misspelt) {
            stack.pop();
        }
    }

    private void closeUpTo(String name) {
        for (Open open = stack.pop(); !open.tag().name().equals(name); open = stack.pop()) {
            skipped.add(open.tag().name());
        }
    }

    private void crossing(Tag tag, Tag open) {
        problems.add(new Problem(
                tag.location(),
                CROSSING,
                Quote.of(open.written()) + " opens and closes on different sides of a quote, bracket or brace",
                "the section may be absent or repeat, and what follows it would be read differently",
                "put the quotes and brackets wholly inside the section, or wholly around it"));
    }

    private void refuse(Tag tag, String code, String what, String why, String fix) {
        nested = false;
        problems.add(new Problem(tag.location(), code, what, why, fix));
    }
}
