package dev.chartwright.render;

import java.nio.file.Path;
import java.util.List;

import dev.chartwright.render.Shop.Item;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PathPatternTest {
    @TempDir
    private Path folder;

    private Templates templates;

    @BeforeEach
    void emptyFolder() {
        templates = new Templates(folder);
    }

    @Test
    void putsTheUmbrellaAtTheRootAndFoldersOfSectionsBelowCharts() {
        templates
                .with("umbrella/values.yaml.mustache", "a: 1\n")
                .with("owner/templates/service.yaml.mustache", "a: 1\n")
                .with("partials/p.mustache", "a: 1\n");
        assertThat(templates.paths(Shop.SMALL)).containsExactly("charts/kim/templates/service.yaml", "values.yaml");
        assertThat(templates.paths(Shop.BARE)).containsExactly("values.yaml");
    }

    @Test
    void makesOneFileForEachElement() {
        templates.with("items/templates/part-[parts].yaml.mustache", "a: 1\n");
        assertThat(templates.paths(Shop.SMALL))
                .containsExactly("charts/apple/templates/part-core.yaml", "charts/apple/templates/part-peel.yaml");
    }

    @Test
    void givesEachFileItsElementsAsScopes() {
        templates.with("items/part-[parts].yaml.mustache", "\"<%name%>\": <%price%> # fixed\nshop: <%count%>\n");
        assertThat(templates.engine().render(Shop.SMALL).get(1).content()).isEqualTo("\"peel\": 7 # fixed\nshop: 3\n");
    }

    @Test
    void makesAFileOnlyForWhatIsPresent() {
        templates
                .with("umbrella/[owner].yaml.mustache", "a: \"<%mail%>\"\n")
                .with("umbrella/[tags].yaml.mustache", "a: \"<%.%>\"\n");
        assertThat(templates.paths(Shop.SMALL)).containsExactly("a.yaml", "b.yaml", "kim.yaml");
        assertThat(templates.paths(Shop.BARE)).isEmpty();
    }

    @Test
    void checksPathsWhenTheyAreLoaded() {
        templates
                .with("itms/a.yaml.mustache", "a: 1\n")
                .with("umbrella/[owner.name].yaml.mustache", "a: 1\n")
                .with("umbrella/[open].yaml.mustache", "a: 1\n")
                .with("umbrella/[].yaml.mustache", "a: 1\n");
        assertThat(templates.problems()).isEqualTo("""
                        itms/a.yaml.mustache: `itms` names nothing in Shop [unknown-name]
                        umbrella/[].yaml.mustache: the path has brackets that hold no name [path-brackets]
                        umbrella/[open].yaml.mustache: the path repeats over `open`, whose elements have no name [path-brackets]
                        umbrella/[owner.name].yaml.mustache: `owner` in `owner.name` is optional [needs-section]
                        """);
    }

    @Test
    void refusesElementsThatWouldLeaveTheirFolder() {
        templates.with("items/a.yaml.mustache", "a: 1\n");
        for (String name : List.of("..", "a/b", "", ".hidden", "a..", "a b", "-a", "a\n")) {
            Shop shop = Shop.SMALL.selling(List.of(new Item(name, 1, List.of())));
            assertThat(templates.problems(shop)).as(name).endsWith("cannot be part of a file name [path-name]\n");
        }
    }

    @Test
    void refusesTwoFilesOfOnePath() {
        templates
                .with("items/values.yaml.mustache", "a: 1\n")
                .with("umbrella/charts/pear/values.yaml.mustache", "a: 1\n")
                .with("umbrella/charts/apple/values.yaml.mustache", "<%#note%>\n<%/note%>\n");
        assertThat(templates.problems(Shop.SMALL))
                .isEqualTo(
                        "umbrella/charts/pear/values.yaml.mustache: two templates make `charts/pear/values.yaml` [duplicate-output]\n");
    }
}
