package dev.chartwright.images;

import java.util.Optional;

import dev.chartwright.model.Image;
import dev.chartwright.problem.OutsideException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImageNameTest {
    @ParameterizedTest
    @CsvSource({
        "busybox, docker.io/library/busybox",
        "minio/minio, docker.io/minio/minio",
        "docker.io/busybox, docker.io/library/busybox",
        "docker.io/library/rabbitmq, docker.io/library/rabbitmq",
        "docker.io/rabbitmqoperator/cluster-operator, docker.io/rabbitmqoperator/cluster-operator",
        "quay.io/opstree/redis, quay.io/opstree/redis",
        "quay.io/redis, quay.io/redis",
        "localhost/shop, localhost/shop",
        "localhost:5000/shop, localhost:5000/shop",
        "registry:5000/shop/web, registry:5000/shop/web"
    })
    void namesTheRegistryThatANodePullsFrom(String repository, String full) {
        assertThat(ImageName.reference(image(repository, "1.0"))).hasToString("oci://" + full + ":1.0");
    }

    @Test
    void tellsAnImageThatNoRegistryCanHave() {
        assertThatThrownBy(() -> ImageName.reference(image("registry:99999/shop", "1.0")))
                .isInstanceOfSatisfying(
                        OutsideException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.location()).hasToString("registry:99999/shop:1.0");
                                    assertThat(problem.code()).isEqualTo("image-name");
                                }));
    }

    private static Image image(String repository, String tag) {
        return new Image(repository, tag, Optional.empty(), "IfNotPresent");
    }
}
