package dev.chartwright.load;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.chartwright.model.Argument;
import dev.chartwright.model.Entry;
import dev.chartwright.model.Image;
import dev.chartwright.model.NamedImage;
import dev.chartwright.model.Scalar;
import dev.chartwright.model.TraefikMode;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordBinderTest {
    record Leaves(String text, int number, long big, boolean flag, TraefikMode mode, Optional<Integer> maybe) {}

    record Lists(List<String> texts, List<Entry> entries, List<Argument> arguments, List<NamedImage> images) {}

    record Pair(Image first, Image second, List<NamedImage> images) {}

    @Test
    void bindsLeavesByTheirType() {
        assertThat(bind("{text: a, number: 1, big: 5000000000, flag: true, mode: k3s}", Leaves.class))
                .contains(new Leaves("a", 1, 5_000_000_000L, true, TraefikMode.K3S, Optional.empty()));
    }

    @Test
    void bindsMapsToNamedRecordsInTheirOrder() {
        Lists lists = bind("{texts: [x, y], entries: {b: B, a: A}, arguments: {n: 1, f: true, t: \"1\"}}", Lists.class)
                .orElseThrow();

        assertThat(lists.texts()).containsExactly("x", "y");
        assertThat(lists.entries()).containsExactly(new Entry("b", "B"), new Entry("a", "A"));
        assertThat(lists.arguments())
                .extracting(Argument::value)
                .containsExactly(
                        new Scalar(Optional.of(1L), Optional.empty(), Optional.empty()),
                        new Scalar(Optional.empty(), Optional.of(true), Optional.empty()),
                        new Scalar(Optional.empty(), Optional.empty(), Optional.of("1")));
        assertThat(lists.images()).isEmpty();
    }

    @Test
    void takesTheWholeValueOfAnEntryForTheOnlyOtherComponent() {
        NamedImage image = new NamedImage("A", new Image("r", "1", Optional.empty(), "Always"));
        String fields = "{repository: r, tag: \"1\", pullPolicy: Always}";

        assertThat(bind("{images: {A: " + fields + "}}", Lists.class)
                        .orElseThrow()
                        .images())
                .containsExactly(image);
        assertThat(bind("{images: {A: {image: " + fields + "}}}", Lists.class)
                        .orElseThrow()
                        .images())
                .containsExactly(image);
    }

    @Test
    void collectsTheRefusalsOfAllSiblings() {
        String latest = "{repository: r, tag: latest, pullPolicy: Always}";
        YamlDocument document = read("first: " + latest + "\nsecond: " + latest + "\nimages: {A: " + latest + "}\n");
        RecordBinder binder = new RecordBinder(document.root(), document.origins(), Set.of(), unlocked(document));

        assertThat(binder.bind(Pair.class)).isEmpty();
        assertThat(binder.problems())
                .extracting(Problem::location)
                .containsExactly(new Location("f", 1, 29, 6), new Location("f", 2, 30, 6), new Location("f", 3, 34, 6));
    }

    @Test
    void buildsNoRecordFromAFaultyPart() {
        String latest = "{repository: r, tag: latest, pullPolicy: Always}";
        YamlDocument document = read("first: " + latest + "\nsecond: " + latest + "\n");
        RecordBinder binder =
                new RecordBinder(document.root(), document.origins(), Set.of("/first/repository"), unlocked(document));

        assertThat(binder.bind(Pair.class)).isEmpty();
        assertThat(binder.problems())
                .extracting(problem -> problem.location().line())
                .containsExactly(2);
    }

    @Test
    void leavesValuesOfAWrongTypeUnbound() {
        assertThat(bind("{text: 1, number: 1, big: 1, flag: true, mode: k3s}", Leaves.class))
                .isEmpty();
        assertThat(bind("{text: a, number: 5000000000, big: 1, flag: true, mode: k3s}", Leaves.class))
                .isEmpty();
        assertThat(bind("{entries: [a]}", Lists.class)).isEmpty();
    }

    private static <R extends Record> Optional<R> bind(String yaml, Class<R> type) {
        YamlDocument document = read(yaml);
        return new RecordBinder(document.root(), document.origins(), Set.of(), unlocked(document)).bind(type);
    }

    private static ImagePins unlocked(YamlDocument document) {
        return new ImagePins(LockedImages.none(), document.origins());
    }

    private static YamlDocument read(String yaml) {
        return new YamlReader().read(yaml, "f");
    }
}
