package dev.chartwright.images;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Image;
import dev.chartwright.model.ImageLock;
import dev.chartwright.model.PlacedImage;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.registry.Limits;
import dev.chartwright.registry.Registry;
import dev.chartwright.registry.RegistrySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Tags of images, asked from a server of their own. */
class ImageLockerTest {
    private final ImageHost host = new ImageHost();

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void asksAtMostFourTimesAtOnce() {
        List<Image> images = IntStream.range(0, 30)
                .mapToObj(number -> image("shop", "1." + number))
                .toList();
        images.forEach(image -> host.index("shop", image.tag(), image.tag()));

        assertThat(lock(images).digests()).hasSize(30);
        assertThat(host.most()).isBetween(2, 4);
    }

    @Test
    void readsTheManifestWhereItsDigestIsNotTold() {
        host.tellNoDigests();
        String digest = host.index("shop", "1", "content");

        assertThat(lock(List.of(image("shop", "1"))).digests().values())
                .singleElement()
                .satisfies(locked -> assertThat(locked.value()).isEqualTo(digest));
    }

    /** Each is an answer with 200, and with the digest of its own bytes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html; charset=utf-8 | <!DOCTYPE html><title>Log in</title> | is no manifest: its type is `text/html",
                "application/json | {\"login\":true} | its type is `application/json`",
                "application/vnd.oci.image.index.v1+json | {} | it has no `schemaVersion` with",
                "application/vnd.oci.image.index.v1+json | {\"schemaVersion\":1,\"manifests\":[]} | `schemaVersion` is not 2",
                "application/vnd.oci.image.index.v1+json | <html> | is no manifest: its type is",
                "application/vnd.oci.image.index.v1+json | {\"schemaVersion\":2,\"manifests\":[]} | `manifests` name none",
                "application/vnd.oci.image.index.v1+json | {\"schemaVersion\":2,\"manifests\":[1]} | `manifests` name none",
                "application/vnd.oci.image.manifest.v1+json | {\"schemaVersion\":2,\"layers\":[]} | `config` or `layers`",
                "application/vnd.oci.image.manifest.v1+json | {\"schemaVersion\":2,\"layers\":[],\"mediaType\":\"x\"} | it calls itself",
            })
    void believesNoPage(String type, String content, String words) {
        host.answerEverythingWith(type, content);
        OutsideException failed = catchThrowableOfType(
                OutsideException.class, () -> lock(List.of(image("shop", "1"), image("shelf", "1"))));

        assertThat(failed.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("registry-answer");
            assertThat(problem.what()).contains(words).endsWith(" and 1 more");
        });
    }

    @Test
    void asksForAnImageOnceWhoeverUsesIt() {
        host.index("shop", "1", "content");
        lock(List.of(image("shop", "1"), image("shop", "1")));

        assertThat(host.requests())
                .filteredOn(request -> request.startsWith("GET"))
                .hasSize(1);
    }

    @Test
    void tellsTheFailuresOfAllImages() {
        host.index("shop", "1", "content");
        Image nowhere = new Image("localhost:1/shop", "1", Optional.empty(), "Always");
        OutsideException failed = catchThrowableOfType(
                OutsideException.class,
                () -> lock(List.of(image("shop", "1"), image("missing", "1"), image("shop", "2"), nowhere)));

        assertThat(failed.problems()).hasSize(3).extracting(Problem::code).contains("unknown-image", "unknown-image");
        assertThat(failed.problems())
                .filteredOn(problem -> problem.code().equals("unknown-image"))
                .extracting(Problem::location)
                .containsExactly(place(1), place(2));
        assertThat(failed.problems())
                .filteredOn(problem -> problem.code().equals("registry-unreachable"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what())
                        .endsWith("; asked for `localhost:1/shop:1` (values/base.yaml:13:12)"));
    }

    @Test
    void tellsARegistryThatNobodyReachesOnce() {
        List<Image> images = Stream.of("shop", "shelf", "till")
                .map(name -> new Image("localhost:1/" + name, "1", Optional.empty(), "Always"))
                .toList();
        OutsideException failed = catchThrowableOfType(OutsideException.class, () -> lock(images));

        assertThat(failed.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("registry-unreachable");
            assertThat(problem.what())
                    .endsWith("; asked for `localhost:1/shelf:1` (values/base.yaml:11:12) and 2 more");
        });
    }

    private ImageLock lock(List<Image> images) {
        List<PlacedImage> placed = IntStream.range(0, images.size())
                .mapToObj(number -> new PlacedImage(images.get(number), place(number)))
                .toList();
        Limits standard = Limits.standard();
        Limits limits =
                new Limits(standard.answer(), standard.total(), 2, standard.firstPause(), standard.longestPause());
        RegistrySettings settings = new RegistrySettings(true, Optional.empty(), Map.of(), limits);
        return new ImageLocker(new Registry(settings, registry -> Optional.empty()))
                .lock(placed, ImageLock.empty())
                .after();
    }

    private static Location place(int number) {
        return new Location("values/base.yaml", 10 + number, 12, 3);
    }

    private Image image(String name, String tag) {
        return new Image(host.name() + "/" + name, tag, Optional.empty(), "Always");
    }
}
