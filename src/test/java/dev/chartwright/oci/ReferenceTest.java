package dev.chartwright.oci;

import java.util.Optional;
import java.util.Random;

import dev.chartwright.chart.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReferenceTest {
    private static final long SEED = 20_200_101;
    private static final Digest DIGEST = Digest.of(new byte[0]);

    @ParameterizedTest
    @CsvSource({
        "oci://ghcr.io/acme/charts/shop:1.2.3, ghcr.io, acme/charts/shop, 1.2.3",
        "ghcr.io/acme/shop:1.2.3_build.5, ghcr.io, acme/shop, 1.2.3_build.5",
        "oci://localhost:5000/shop:latest, localhost:5000, shop, latest",
        "oci://[::1]:5000/a/b__c:x, [::1]:5000, a/b__c, x",
    })
    void readsHostPathAndTag(String text, String registry, String repository, String tag) {
        assertThat(Reference.parse(text))
                .isEqualTo(new Reference(registry, repository, Optional.of(tag), Optional.empty()));
    }

    @Test
    void readsTagAndDigestTogether() {
        Reference reference = Reference.parse("oci://h/a:1@" + DIGEST.value());
        assertThat(reference).isEqualTo(new Reference("h", "a", Optional.of("1"), Optional.of(DIGEST)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "oci://",
                "shop",
                "oci:///shop",
                "oci://ghcr.io/",
                "oci://ghcr.io/Acme/shop",
                "oci://ghcr.io/a//b",
                "oci://ghcr.io/../etc",
                "oci://ghcr.io/a/./b",
                "oci://user:secret@ghcr.io/a",
                "oci://ghcr.io:99999/a",
                "oci://ghcr.io/a:",
                "oci://ghcr.io/a:-x",
                "oci://ghcr.io/a:1+2",
                "oci://ghcr.io/a@sha256:12",
                "oci://ghcr.io/a@",
                "oci://ghcr.io/a?b",
                "oci://ghcr.io/a\n",
                "https://ghcr.io/a",
                "oci://gh cr.io/a",
                "oci://gh\u0000cr.io/a"
            })
    void refusesWhatIsNoReference(String text) {
        assertThatThrownBy(() -> Reference.parse(text)).isInstanceOf(InvalidReferenceException.class);
    }

    @Test
    void neverRepeatsWhatItRefuses() {
        assertThatThrownBy(() -> Reference.parse("oci://me:hunter2@ghcr.io/a"))
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void namesPlacesNearIt() {
        Reference path = Reference.parse("oci://ghcr.io/acme/charts");
        assertThat(path.child("shop").withTag("1.2.3")).hasToString("oci://ghcr.io/acme/charts/shop:1.2.3");
        assertThat(path.child("shop").withDigest(DIGEST))
                .hasToString("oci://ghcr.io/acme/charts/shop@" + DIGEST.value());
        assertThat(path.child("shop").name()).isEqualTo("shop");
    }

    @Test
    void readsWhatItPrints() {
        Random random = new Random(SEED);
        for (int run = 0; run < 200; run++) {
            Reference reference = any(random);
            assertThat(Reference.parse(reference.toString()))
                    .as("seed %d, run %d", SEED, run)
                    .isEqualTo(reference);
        }
    }

    private static Reference any(Random random) {
        String host = "h" + random.nextInt(100) + (random.nextBoolean() ? ".example" : "");
        String registry = random.nextBoolean() ? host : host + ":" + random.nextInt(65_536);
        String path = "a" + random.nextInt(9) + (random.nextBoolean() ? "/b-" + random.nextInt(9) : "__c");
        Optional<String> tag = random.nextBoolean() ? Optional.of("v" + random.nextInt(99)) : Optional.empty();
        Optional<Digest> digest = random.nextBoolean() ? Optional.of(DIGEST) : Optional.empty();
        return new Reference(registry, path, tag, digest);
    }
}
