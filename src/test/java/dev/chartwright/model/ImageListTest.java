package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

import dev.chartwright.TestPlatforms;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ImageListTest {
    private static final String ONE = "sha256:" + "1".repeat(64);

    @Test
    void holdsEachImageOnceSorted() {
        assertThat(ImageList.of(TestPlatforms.shop()))
                .extracting(Image::reference)
                .containsExactly(
                        "registry.example.com/busybox:1.10",
                        "registry.example.com/kubectl:1.10",
                        "registry.example.com/shop/api:1.10",
                        "registry.example.com/shop/worker:1.10");
    }

    @Test
    void holdsImagesThatAnOperatorIsToldAbout() {
        Operator operator = new Operator(
                "operators",
                image("operator", "1", Optional.empty()),
                Records.blank(Resources.class),
                List.of(new NamedImage("SIDECAR_IMAGE", image("sidecar", "2", Optional.empty()))));
        Platform platform = Records.with(
                SamplePlatform.create(),
                "minio",
                Optional.of(Records.with(SamplePlatform.create().minio().orElseThrow(), "operator", operator)));

        assertThat(ImageList.of(platform)).extracting(Image::tagged).contains("operator:1", "sidecar:2");
    }

    @Test
    void aComponentKnowsTheTagsOfItsDigests() {
        Minio minio = Records.with(
                SamplePlatform.create().minio().orElseThrow(), "operator.image", image("a", "1", Optional.of(ONE)));
        minio = Records.with(minio, "tenant.image", image("b", "2", Optional.of(ONE)));
        minio = Records.with(minio, "operator.images", List.of());

        assertThat(minio.pinnedDigests()).containsExactly(new PinnedDigest(ONE, List.of("1", "2")));
        assertThat(TestPlatforms.shop().applications().get(0).hasPinnedDigests())
                .isFalse();
    }

    private static Image image(String repository, String tag, Optional<String> digest) {
        return new Image(repository, tag, digest, "IfNotPresent");
    }
}
