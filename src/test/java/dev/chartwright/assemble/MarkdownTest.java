package dev.chartwright.assemble;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTest {
    @Test
    void takesMeaningFromText() {
        assertThat(Markdown.text("a *b* _c_ <d> [e](f)\n# g & `h`"))
                .isEqualTo("a \\*b\\* \\_c\\_ \\<d\\> \\[e\\](f) # g \\& \\`h\\`");
    }

    @Test
    void keepsTheCodeSpansOfComments() {
        assertThat(Markdown.comment("a_b `c_d <e>` *f*")).isEqualTo("a\\_b `c_d <e>` \\*f\\*");
        assertThat(Markdown.comment("only ` one")).isEqualTo("only \\` one");
    }

    @Test
    void fencesCodeThatHoldsBackQuotes() {
        assertThat(Markdown.code("plain")).isEqualTo("`plain`");
        assertThat(Markdown.code("a`b")).isEqualTo("``a`b``");
        assertThat(Markdown.code("`a``b")).isEqualTo("``` `a``b ```");
        assertThat(Markdown.code("")).isEmpty();
    }

    @Test
    void keepsCellsInTheirColumns() {
        Markdown page = new Markdown().table(List.of("A", "B"), List.of(List.of("x | y", Markdown.code("a|b"))));
        assertThat(page).hasToString("| A | B |\n| --- | --- |\n| x \\| y | `a\\|b` |\n");
    }

    @Test
    void writesNoEmptyTable() {
        assertThat(new Markdown().table(List.of("A"), List.of())).hasToString("");
    }
}
