package dev.chartwright.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every {@code <%x%>} of these texts is a text tag; the scanner must know what surrounds it. */
class QuoteRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "key: \"<%x%>\"",
                "key: \"a <%x%> b # c\"",
                "key: \"it's <%x%>\"",
                "key: \"a \\\" <%x%>\"",
                "key: \"a \\\\<%x%>\"",
                "key: \"\\x41<%x%>\"",
                "- \"<%x%>\"",
                "- - \"<%x%>\"",
                "  - name: \"<%x%>\"",
                "\"<%x%>\": \"<%x%>\"",
                "  \"<%x%>\" : 1",
                "key: {\"<%x%>\": \"<%x%>\", b: \"<%x%>\"}",
                "key: {\"a\":\"<%x%>\"}",
                "key: [\"<%x%>\", \"<%x%>\"]",
                "key: [a]\nother: \"<%x%>\"",
                "args: [\n  \"<%x%>\",\n  \"<%x%>\"\n]",
                "key: it's\nother: \"<%x%>\"",
                "key: 'it''s'\nother: \"<%x%>\"",
                "key: say \"hi\nother: \"<%x%>\"",
                "key: a#b\nother: \"<%x%>\" # done",
                "key: {{ \"<%x%>\" | quote }}",
                "key: {{ index .Values \"<%x%>\" }}",
                "key: \"{{ .a }} <%x%>\"",
                "key: '{{ index .Values \"<%x%>\" }}'",
                "key: {{- \"}}\" -}} {{ \"<%x%>\" }}",
                "key: {{ `\"` }}{{ \"<%x%>\" }}",
                "{{- define \"<%x%>.labels\" -}}",
                "{{ include \"a\"\n  \"<%x%>\" }}",
                "{{- /* it's \" */ -}}\nkey: \"<%x%>\"",
                "{{ $k }}: \"<%x%>\"",
                "key: {{ if .a }}\"<%x%>\"{{ else }}\"<%x%>\"{{ end }}",
                "key: <%#a%>\"<%x%>\"<%/a%><%^a%>\"<%x%>\"<%/a%>",
                "key: |\n  it's \"\nother: \"<%x%>\"",
                "- a: |\n    text\n  b: \"<%x%>\"",
                "key: |-\n  {{ index .Values \"<%x%>\" }}",
                "key: >\n  a\n{{- if .b }}\n  c\n{{- end }}\nother: \"<%x%>\"",
                "key: a | b\n  c: \"<%x%>\"",
            })
    void acceptsTextBetweenDoubleQuotes(String text) {
        assertThat(spots(text)).containsOnly(Spot.QUOTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = 'Q',
            value = {
                "key: <%x%> ~ BARE",
                "<%x%>: 1 ~ BARE",
                "key: a \"<%x%>\" ~ BARE",
                "key: a, \"<%x%>\" ~ BARE",
                "key: http://\"<%x%>\" ~ BARE",
                "key: {{ .a }}\"<%x%>\" ~ BARE",
                "key: \"a\" \"<%x%>\" ~ BARE",
                "key: 5<%n%>\"<%x%>\" ~ BARE",
                "key: !!str \"<%x%>\" ~ BARE",
                "key: '<%x%>' ~ SINGLE_QUOTED",
                "key: '\"<%x%>\"' ~ SINGLE_QUOTED",
                "key: 'a'' \"<%x%>\"' ~ SINGLE_QUOTED",
                "key: \"a\\<%x%>\" ~ ESCAPED",
                "key: \"\\x4<%x%>\" ~ ESCAPED",
                "key: \"\\u00<%x%>\" ~ ESCAPED",
                "key: {{ \"a\\<%x%>\" }} ~ ESCAPED",
                "key: {{ <%x%> }} ~ ACTION",
                "key: {{ `<%x%>` }} ~ ACTION",
                "key: {{ '<%x%>' }} ~ ACTION",
                "key: {{ \"a\" }}<%x%> ~ BARE",
                "key: a # \"<%x%>\" ~ COMMENT",
                "# \"<%x%>\" ~ COMMENT",
                "# {{ \"<%x%>\" }} ~ COMMENT",
                "{{/* \"<%x%>\" */}} ~ COMMENT",
                "{{- /* a }} \"<%x%>\" */ -}} ~ COMMENT",
                "key: |N  \"<%x%>\" ~ BLOCK",
                "key: |N  a: \"<%x%>\" ~ BLOCK",
                "key: >-NN  a: \"<%x%>\" ~ BLOCK",
                "- |N a: \"<%x%>\" ~ BLOCK",
                "- a: |2N    b: \"<%x%>\" ~ BLOCK",
                "key: |N  aN{{- if .b }}N  c: \"<%x%>\" ~ BLOCK",
                "key: \"aN  \"<%x%>\" ~ BARE",
                "key: \"a <%x%>N  b\" ~ SPLIT",
                "key: \"aN  b <%x%>\" ~ SPLIT",
                "key: 'aN  \"<%x%>\"' ~ SINGLE_QUOTED",
                "key: {{ \"<%x%> }} ~ SPLIT",
                "key: aN  \"<%x%>\" ~ CONTINUED",
                "\"<%x%>\" ~ CONTINUED",
                "{{/* aN \"<%x%>\" */}} ~ COMMENT",
            })
    void knowsWhereTextWouldNotBeSafe(String text, Spot spot) {
        assertThat(spots(text.replace('N', '\n'))).containsOnly(spot);
    }

    @Test
    void takesQuotesOfPlainFilesForText() {
        assertThat(spots("umbrella/templates/NOTES.txt", "Say \"<%x%>\"")).containsOnly(Spot.PLAIN_FILE);
        assertThat(spots("umbrella/templates/NOTES.txt", "It's {{ \"<%x%>\" }} # {{ \"<%x%>\" }}"))
                .containsOnly(Spot.QUOTED);
    }

    private static List<Spot> spots(String text) {
        return spots("umbrella/a.yaml", text);
    }

    private static List<Spot> spots(String path, String text) {
        TemplateFile file = new TemplateFile(0, path, path, List.of(text.split("\n", -1)));
        return new Scanner(file, new ArrayList<>())
                .scan()
                .tags()
                .filter(tag -> tag.name().equals("x"))
                .map(Tag::spot)
                .collect(Collectors.toList());
    }
}
