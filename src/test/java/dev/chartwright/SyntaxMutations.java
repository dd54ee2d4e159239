package dev.chartwright;

import java.util.stream.Stream;

import static dev.chartwright.TemplateBreakage.add;
import static dev.chartwright.TemplateBreakage.dropLine;
import static dev.chartwright.TemplateBreakage.dropNode;
import static dev.chartwright.TemplateBreakage.line;
import static dev.chartwright.TemplateBreakage.misspell;
import static dev.chartwright.TemplateBreakage.replace;
import static dev.chartwright.TemplateMutation.of;

/** Mistakes in the text of a template: its tags, its actions, its YAML and its knobs. */
final class SyntaxMutations {
    private static final String ANY = ".*";
    private static final String MANIFEST = ".*/templates/.*yaml.*|partials/.*";
    private static final String VALUES = ".*/values\\.yaml.*|partials/values-.*";

    private SyntaxMutations() {}

    static Stream<TemplateMutation> kinds() {
        return Stream.of(tags(), actions(), text(), knobs()).flatMap(kinds -> kinds);
    }

    private static Stream<TemplateMutation> tags() {
        return Stream.of(
                of("misspell a name", ANY, "<%[a-z]\\w+", misspell("(<%)(\\w{3,})(?=[.%])")),
                of("misspell a section", ANY, "<%[#^]", misspell("(<%[#^])(\\w{3,})"))
                        .told("wrong-close"),
                of("misspell the end of a section", ANY, "<%/", misspell("(<%/)(\\w{3,})")),
                of("misspell a partial", ANY, "<%>", misspell("(<%>)([\\w-]+)")),
                of("unclosed section", ANY, "^\\s*<%/.*%>$", dropLine()).told("unclosed-section", "wrong-close"),
                of("unopened section", ANY, "^\\s*<%[#^].*%>$", dropLine())
                        .told("wrong-close", "unknown-name", "unclosed-section"),
                of("unclosed tag", ANY, "%>", replace("%>", ">")).told("yaml-syntax", "open-end"),
                of("tag without quotes", MANIFEST, ": \"<%[\\w.]+%>\"$", replace("\"(<%[\\w.]+%>)\"$", "$1")),
                of("tag in single quotes", MANIFEST, ": \"<%[\\w.]+%>\"$", replace("\"(<%[\\w.]+%>)\"$", "'$1'")));
    }

    private static Stream<TemplateMutation> actions() {
        return Stream.of(
                of("unclosed action", ANY, "\\{\\{.*\\}\\}", replace("\\}\\}", "}")),
                of("drop an end", ANY, "^\\s*\\{\\{-? end -?\\}\\}$", dropLine())
                        .told("unclosed-block"),
                of("drop an if, with or range", ANY, "^\\s*\\{\\{-? (if|with|range) .*\\}\\}$", dropLine())
                        .told("unclosed-block"),
                of("misspell a helper", ANY, "include \"", misspell("(include \"<%\\w+%>\\.)(\\w+)")),
                of("misspell the definition of a helper", ANY, "define \"", misspell("(define \"<%[\\w.]+%>\\.)(\\w+)"))
                        .told("helm-render"),
                of("misspell a function", ANY, "\\| (quote|nindent|b64enc)", misspell("(\\| )(quote|nindent|b64enc)")),
                of(
                        "misspell a value",
                        ANY,
                        "\\.Values\\.[a-z]\\w\\w",
                        misspell("(\\.Values\\.(?:\\w+\\.)*)(\\w{3,})(?![\\w.])")),
                of(
                        "misspell the way to a value",
                        ANY,
                        "\\.Values\\.\\w+\\.\\w",
                        misspell("(\\.Values\\.)(\\w{3,})(?=\\.)")),
                of(
                        "misspell a built-in object",
                        ANY,
                        "\\.(Release|Chart)\\.[A-Z]",
                        misspell("(\\.(?:Release|Chart)\\.)(\\w+)")),
                of("drop quote", MANIFEST, ": \\{\\{.*\\| quote \\}\\}", replace(" \\| quote \\}\\}", " }}"))
                        .told("wrong-type"),
                of(
                        "quote a number",
                        MANIFEST,
                        ": \\{\\{ (int )?\\.Values[^|]*\\}\\}$",
                        replace(" \\}\\}$", " | quote }}")),
                of("another nindent", MANIFEST, "nindent \\d+", line(old -> nindent(old)))
                        .told("yaml-syntax", "open-end"));
    }

    private static String nindent(String line) {
        int at = line.indexOf("nindent ") + "nindent ".length();
        int digits = line.indexOf(' ', at);
        int columns = Integer.parseInt(line.substring(at, digits));
        return line.substring(0, at) + (columns - 2) + line.substring(digits);
    }

    private static Stream<TemplateMutation> text() {
        return Stream.of(
                of("tab for an indent", MANIFEST, "^  +\\w", replace("^  ", "\t"))
                        .told("yaml-syntax", "open-end"),
                of("CRLF", ANY, "\\w", line(old -> old + "\r")),
                of("a byte that is no UTF-8", ANY, "\\w", line(old -> old + TemplateBreakage.WRONG_BYTE)),
                of("NUL", ANY, "\\w", line(old -> old + "\0")),
                of("a byte order mark", ANY, "^apiVersion", line(old -> "\uFEFF" + old)),
                of("one blank too many", MANIFEST, "^ +[a-zA-Z]+:", replace("^( +)", "$1 "))
                        .told("yaml-syntax", "open-end"),
                of("two blanks too few", MANIFEST, "^  +(- )?[a-zA-Z]+:", replace("^  ", ""))
                        .told("yaml-syntax", "open-end"),
                of("two blanks too many", MANIFEST, "^ *(- )?[a-zA-Z]+: *\\S", replace("^( *)", "$1  "))
                        .told("yaml-syntax", "open-end"),
                of("no blank behind a colon", MANIFEST, "^ *[a-zA-Z]+: \\S", replace(": ", ":"))
                        .told("yaml-syntax", "open-end"),
                of("no colon", MANIFEST, "^ *[a-zA-Z]+:", replace(":", "")).told("yaml-syntax", "open-end"),
                of("no dash", MANIFEST, "^ +- [a-zA-Z]+:", replace("- ", "  ")).told("yaml-syntax", "open-end"),
                of("a quote too few", MANIFEST, "\"$", replace("\"$", "")).told("yaml-syntax", "open-end"),
                of("an anchor", MANIFEST, "^ *(name|image): \"", replace(": ", ": &same ")),
                of("an alias", MANIFEST, "^ *(name|image): \"", replace(": .*", ": *same")),
                of("a merge key", MANIFEST, "^( *)spec:$", add("  <<: *same")),
                of("a second document", MANIFEST, "^spec:$", line(old -> "---\n" + old)));
    }

    private static Stream<TemplateMutation> knobs() {
        String knob = "^ *[a-zA-Z]+: *\\S";
        return Stream.of(
                of("drop a knob", VALUES, "^ *[a-zA-Z]{4,}:", dropNode())
                        .told("unknown-value", "image-name", "no-anti-affinity"),
                of("misspell a knob", VALUES, "^ *[a-zA-Z]{4,}:", misspell("^( *)([a-zA-Z]{4,})(?=:)"))
                        .told("unknown-value", "image-name", "unknown-key", "no-anti-affinity"),
                of("knob without a comment", VALUES, "^ *# -- ", dropLine()).told("knob-comment"),
                of("misspell the type of a knob", VALUES, "^ *# @type ", misspell("(# @type )(\\w+)"))
                        .told("knob-type"),
                of("drop the type of a knob", VALUES, "^ *# @type ", dropLine()).told("knob-comment", "unread-knob"),
                of(
                        "text for a number or truth of a knob",
                        VALUES,
                        knob + "(true|false|[0-9]+)$",
                        replace(": .*", ": many")));
    }
}
