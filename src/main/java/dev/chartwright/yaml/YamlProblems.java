package dev.chartwright.yaml;

import java.util.ArrayList;
import java.util.List;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Words for what can be wrong with YAML. */
final class YamlProblems {
    private static final String STANDARD_TAGS = "tag:yaml.org,2002:";

    private final List<Problem> found = new ArrayList<>();

    List<Problem> found() {
        return found;
    }

    void syntax(Location place, YAMLException fault) {
        String said = fault.getMessage();
        if (fault instanceof MarkedYAMLException marked) {
            said = marked.getContext() == null ? marked.getProblem() : marked.getContext() + ": " + marked.getProblem();
        }
        add(
                place,
                "yaml-syntax",
                "YAML cannot be read here: " + said.strip(),
                "a document that does not follow the YAML syntax has no meaning",
                "look at quotes, indentation and colons here and in the line above");
    }

    void severalDocuments(Location place) {
        add(
                place,
                "several-documents",
                "a second document begins here",
                "one file holds one document, so that nothing in it is overlooked",
                "move it to a file of its own, or remove the `---`");
    }

    void anchor(Location place, String sign, String name) {
        Location whole = new Location(place.file(), place.line(), place.column(), name.length() + 1);
        add(
                whole,
                "yaml-alias",
                Quote.of(sign + name) + (sign.equals("*") ? " is an alias" : " is an anchor"),
                "a value that is written elsewhere under a short name cannot be merged and traced to its line",
                sign.equals("*")
                        ? "write the value itself, or a reference like `<% environment.host %>`"
                        : "remove " + Quote.of(sign + name));
    }

    void tag(Location place, String tag) {
        String written = tag.startsWith(STANDARD_TAGS) ? "!!" + tag.substring(STANDARD_TAGS.length()) : tag;
        add(
                new Location(place.file(), place.line(), place.column(), written.length()),
                "yaml-tag",
                Quote.of(written) + " is a YAML tag",
                "the schema says which type a value has, so a tag is never needed",
                "remove it, and quote the value if it is text");
    }

    void ambiguous(Location place, String text) {
        add(
                place,
                "ambiguous-scalar",
                Quote.of(text) + " without quotes is not text to every reader of YAML",
                "readers of YAML 1.1 and 1.2 take such words for a truth value, a number, a date or nothing, and not"
                        + " all for the same",
                "quote it: `\"" + text
                        + "\"`; or, if no text is meant, write `true`, `false` or a plain decimal number");
    }

    void keyIsNoText(Location place, String text) {
        add(
                place,
                "ambiguous-scalar",
                (text.isEmpty() ? "an empty key" : "the key " + Quote.of(text) + " without quotes")
                        + " is not text to every reader of YAML",
                "keys are text; readers of YAML take such words for a truth value, a number, a date or nothing",
                "quote it: `\"" + text + "\"`");
    }

    void integerRange(Location place, String text) {
        add(
                place,
                "integer-range",
                Quote.of(text) + " does not fit in 64 bits",
                "whole numbers go from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE,
                "write a smaller number, or quote it if it is text");
    }

    void loneSurrogate(Location place) {
        add(
                place,
                "lone-surrogate",
                "this text holds half of a surrogate pair",
                "half a pair is no character, so UTF-8 cannot hold it",
                "write the whole character as it is, or as `\\U` with eight digits");
    }

    void complexKey(Location place) {
        add(
                place,
                "complex-key",
                "a list or map stands where a key is wanted",
                "keys are text",
                "write a word as the key; put text that begins with a bracket in quotes");
    }

    void duplicate(Location place, String name, Location first) {
        add(
                place,
                "duplicate-key",
                "the key " + Quote.of(name) + " stands here for the second time",
                "one map holds a key once; the first is at " + first,
                "remove one of the two, or rename it");
    }

    List<Problem> withDepth(Location place, int deepest) {
        add(
                place,
                "nesting-depth",
                "lists and maps are nested more than " + deepest + " deep",
                "no description of a platform needs more than " + deepest + " levels",
                "remove some levels of nesting");
        return found;
    }

    private void add(Location place, String code, String what, String why, String fix) {
        found.add(new Problem(place, code, what, why, fix));
    }
}
