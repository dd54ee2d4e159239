package dev.chartwright.model;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ImageTest {
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
        "registry:5000/shop/web, registry:5000/shop/web",
        "Registry/shop, Registry/shop"
    })
    void isPulledFromTheRegistryThatANodeReads(String repository, String full) {
        assertThat(image(repository).pulled()).hasToString("oci://" + full + ":1.0");
    }

    @Test
    void isOneThatARegistryCanHave() {
        InvalidValueException refused =
                catchThrowableOfType(InvalidValueException.class, () -> image("registry:99999/shop"));
        assertThat(refused.code()).isEqualTo("image-name");
        assertThat(refused.component()).isEqualTo("repository");
        assertThat(refused).hasMessageContaining("`registry:99999/shop:1.0`");
    }

    private static Image image(String repository) {
        return new Image(repository, "1.0", Optional.empty(), "IfNotPresent");
    }
}
