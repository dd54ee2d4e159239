package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.model.CustomKind.Reading;

/**
 * A Secret that an operator reads when it meets a custom resource.
 *
 * @param reader the custom resource
 * @param secret name of the Secret, in the reader's namespace
 * @param once whether the operator never looks again
 */
record SecretRead(RenderedObject reader, String secret, boolean once) {
    static Stream<SecretRead> of(RenderedObject object, Release release) {
        return release.kind(object).stream()
                .flatMap(kind -> kind.secrets().stream())
                .flatMap(secret -> object.find(secret.name())
                        .map(found -> found.root().asString(""))
                        .filter(name -> !name.isEmpty())
                        .map(name -> new SecretRead(object, name, secret.read() == Reading.ONCE)));
    }
}
