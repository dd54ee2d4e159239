package dev.chartwright.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.chart.Digest;
import dev.chartwright.distribution.DockerRegistry;
import dev.chartwright.distribution.RegistryRelay;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.registry.Registry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A version that is there already with something else. */
class TakenVersionIT {
    private static final SmallRelease ONE = SmallRelease.of("1.0.0", "one");
    private static final SmallRelease SIGNED = ONE.with("demo-trial-1.0.0.tgz.prov", "a signature\n");
    private static final SmallRelease SIGNED_AGAIN = ONE.with("demo-trial-1.0.0.tgz.prov", "another signature\n");

    @TempDir
    private static Path folder;

    private static DockerRegistry registry;
    private static Registry client;

    @BeforeAll
    static void start() throws IOException {
        registry = DockerRegistry.start(DockerRegistry.Mode.OPEN, folder);
        client = Pushes.client(registry);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    static Stream<Arguments> pairs() {
        String raise = "raise `environment.chart.version` of trial, or push with `--force` ";
        return Stream.of(
                Arguments.of(
                        ONE,
                        SmallRelease.of("1.0.0", "two"),
                        "version-taken",
                        "with another package",
                        raise + "if nobody uses this one"),
                Arguments.of(
                        SIGNED,
                        ONE,
                        "signature-differs",
                        "with a signature that this package lacks",
                        "build with `--sign` and the key of that signature, or push with `--force` to drop it"),
                Arguments.of(
                        ONE,
                        SIGNED,
                        "signature-differs",
                        "without the signature that this package has",
                        raise + "to add the signature"),
                Arguments.of(
                        SIGNED,
                        SIGNED_AGAIN,
                        "signature-differs",
                        "with another signature",
                        "build with the key of that signature, or push with `--force` to replace it"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void saysWhatIsThere(SmallRelease there, SmallRelease here, String code, String words, String fix, TestInfo test) {
        String path = "oci://" + registry.host() + "/" + code
                + Digest.of(test.getDisplayName().getBytes(StandardCharsets.UTF_8))
                        .hex();
        PackedChart first = Pushes.push(client, there.charts(path)).get(0).chart();
        PackedChart second = here.umbrella(path);

        assertThat(refused(second))
                .isEqualTo(new Problem(
                        Location.ofFile(first.reference().toString()),
                        code,
                        "the version is there already, " + words + ": there is "
                                + first.digest().value() + ", here "
                                + second.digest().value(),
                        "a version that was published once means the same bytes for ever",
                        fix));
        assertThat(Pushes.force(client, List.of(second)))
                .extracting(PublishedChart::outcome)
                .containsExactly(Outcome.REPLACED);
        assertThat(client.head(second.reference()).map(Descriptor::digest)).contains(second.digest());
    }

    @Test
    void tellsAChartFromSomethingElse() {
        PackedChart chart = ONE.umbrella("oci://" + registry.host() + "/no-chart");
        byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);
        client.upload(chart.reference(), empty, sent -> {});
        String config =
                OciJson.descriptor(Descriptor.of("application/x", empty)).toString();
        client.put(
                chart.reference(),
                OciJson.MANIFEST,
                ("{\"schemaVersion\":2,\"mediaType\":\"" + OciJson.MANIFEST + "\",\"config\":" + config
                                + ",\"layers\":[]}")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(refused(chart).what()).startsWith("the version is there already, and is no Helm chart: there is ");
    }

    @Test
    void tellsAnotherPackageFromAnotherDescriptionOfTheSame() {
        PackedChart chart = ONE.umbrella("oci://" + registry.host() + "/described");
        Pushes.push(client, List.of(chart));
        String later = new String(chart.artifact().manifest().bytes(), StandardCharsets.UTF_8)
                .replace("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z");
        client.put(chart.reference(), OciJson.MANIFEST, later.getBytes(StandardCharsets.UTF_8));

        assertThat(refused(chart).what())
                .startsWith(
                        "the version is there already: the package is the same, its manifest says other things of it: ");
    }

    @Test
    void isSeenWhereTheRegistryTellsNoDigests() throws IOException {
        RegistryRelay.Gate silent = new RegistryRelay.Gate() {
            @Override
            public boolean keeps(String header) {
                return !header.equalsIgnoreCase("Docker-Content-Digest");
            }
        };
        try (RegistryRelay relay = RegistryRelay.before(registry, silent)) {
            String path = "oci://" + relay.host() + "/silent";
            Pushes.push(Pushes.client(), ONE.charts(path));

            assertThatThrownBy(() -> Pushes.push(
                            Pushes.client(), SmallRelease.of("1.0.0", "two").charts(path)))
                    .isInstanceOf(ProblemsException.class);
            assertThat(Pushes.push(Pushes.client(), ONE.charts(path)))
                    .extracting(PublishedChart::outcome)
                    .containsOnly(Outcome.UNCHANGED);
        }
    }

    @Test
    void pushesNothingWhenOneOfSeveralIsTaken() throws IOException {
        String path = "oci://" + registry.host() + "/several";
        List<PackedChart> two = SmallRelease.of("2.0.0", "two").charts(path);
        List<PackedChart> other = SmallRelease.of("2.0.0", "other").charts(path);
        Pushes.push(client, List.of(other.get(1)));
        List<String> uploads = registry.uploads();

        assertThat(refused(two.get(0), two.get(1)).location().file())
                .isEqualTo(two.get(1).reference().toString());
        assertThat(registry.uploads()).isEqualTo(uploads);
        assertThat(client.head(two.get(0).reference())).isEmpty();
    }

    @Test
    void refusesTwoChartsForOnePlace() {
        String path = "oci://" + registry.host() + "/one-place";
        assertThat(refused(ONE.umbrella(path), SmallRelease.of("1.0.0", "two").umbrella(path)))
                .extracting(Problem::code, Problem::what)
                .containsExactly("same-place", "trial and trial make two charts of one name and version");
    }

    private static Problem refused(PackedChart... charts) {
        ProblemsException refused =
                catchThrowableOfType(ProblemsException.class, () -> Pushes.push(client, List.of(charts)));
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().get(0);
    }
}
