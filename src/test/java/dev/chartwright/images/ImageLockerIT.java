package dev.chartwright.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.chartwright.distribution.DockerRegistry;
import dev.chartwright.model.Image;
import dev.chartwright.model.ImageLock;
import dev.chartwright.model.PlacedImage;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.Location;
import dev.chartwright.registry.Limits;
import dev.chartwright.registry.Registry;
import dev.chartwright.registry.RegistrySettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Tags of images in a real registry, however it asks who is there. */
class ImageLockerIT {
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String LIST = "application/vnd.docker.distribution.manifest.list.v2+json";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(DockerRegistry.Mode.class)
    void locksIndexesListsAndManifests(DockerRegistry.Mode mode) throws IOException {
        try (DockerRegistry server = DockerRegistry.start(mode, folder)) {
            Registry registry = registry(server);
            String name = server.host() + "/team/shop";
            Reference images = Reference.parse(name);
            Descriptor single = manifest(registry, images.withTag("single"), "amd64");
            Descriptor part = manifest(registry, images, "arm64");
            Descriptor index = list(registry, images.withTag("index"), INDEX, part);
            Descriptor list = list(registry, images.withTag("list"), LIST, part);

            assertThat(new ImageLocker(registry(server))
                            .lock(
                                    List.of(placed(name, "single"), placed(name, "index"), placed(name, "list")),
                                    ImageLock.empty())
                            .after()
                            .digests())
                    .isEqualTo(Map.of(
                            name + ":single", single.digest(),
                            name + ":index", index.digest(),
                            name + ":list", list.digest()));
        }
    }

    private static Registry registry(DockerRegistry server) {
        return new Registry(
                new RegistrySettings(false, server.authority(), Map.of(), Limits.standard()), server.credentials());
    }

    /** An image without layers, for one architecture. */
    private static Descriptor manifest(Registry registry, Reference place, String architecture) {
        byte[] config = ("{\"architecture\":\"" + architecture + "\",\"os\":\"linux\"}").getBytes(UTF_8);
        registry.upload(place, config, sent -> {});
        return put(
                registry,
                place,
                MANIFEST,
                "{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST + "\",\"config\":"
                        + json(Descriptor.of(CONFIG, config), "") + ",\"layers\":[]}");
    }

    private static Descriptor list(Registry registry, Reference place, String type, Descriptor part) {
        String platform = ",\"platform\":{\"architecture\":\"arm64\",\"os\":\"linux\"}";
        return put(
                registry,
                place,
                type,
                "{\"schemaVersion\":2,\"mediaType\":\"" + type + "\",\"manifests\":[" + json(part, platform) + "]}");
    }

    private static Descriptor put(Registry registry, Reference place, String type, String content) {
        Descriptor descriptor = Descriptor.of(type, content.getBytes(UTF_8));
        registry.put(
                place.tag().isPresent() ? place : place.withDigest(descriptor.digest()), type, content.getBytes(UTF_8));
        return descriptor;
    }

    private static String json(Descriptor descriptor, String more) {
        return "{\"mediaType\":\"" + descriptor.mediaType() + "\",\"digest\":\""
                + descriptor.digest().value() + "\",\"size\":" + descriptor.size() + more + "}";
    }

    private static PlacedImage placed(String name, String tag) {
        return new PlacedImage(new Image(name, tag, Optional.empty(), "Always"), Location.ofFile("values/base.yaml"));
    }
}
