package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Secret that an operator reads when it meets a custom resource.
 *
 * @param reader the custom resource
 * @param secret name of the Secret, in the reader's namespace
 * @param once whether the operator never looks again
 */
record SecretRead(RenderedObject reader, String secret, boolean once) {
    /** Pointers by kind; `*` stands for each element of a list. */
    private static final Map<String, List<String>> ONCE =
            Map.of("Tenant", List.of("/spec/configuration/name", "/spec/users/*/name"));

    private static final Map<String, List<String>> AGAIN = Map.of(
            "RabbitmqCluster", List.of("/spec/tls/secretName", "/spec/tls/caSecretName"),
            "User", List.of("/spec/importCredentialsSecret/name"),
            "Redis", List.of("/spec/kubernetesConfig/redisSecret/name"));

    static Stream<SecretRead> of(RenderedObject object) {
        return Stream.concat(reads(object, ONCE, true), reads(object, AGAIN, false));
    }

    private static Stream<SecretRead> reads(RenderedObject object, Map<String, List<String>> table, boolean once) {
        return table.getOrDefault(object.kind(), List.of()).stream()
                .flatMap(pointer -> names(object, pointer))
                .filter(name -> !name.isEmpty())
                .map(name -> new SecretRead(object, name, once));
    }

    private static Stream<String> names(RenderedObject object, String pointer) {
        int each = pointer.indexOf("/*");
        return each < 0
                ? Stream.of(object.root().at(pointer).asString(""))
                : object.root()
                        .at(pointer.substring(0, each))
                        .valueStream()
                        .map(element -> element.at(pointer.substring(each + 2)).asString(""));
    }
}
