package dev.chartwright.validate;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Component;
import dev.chartwright.model.EnvVar;
import dev.chartwright.model.SecretStore;

/**
 * A place that names a Secret of its own component, and keys that must be in it.
 *
 * @param owner the component
 * @param place where the Secret is named
 * @param secret the name
 * @param keys keys, and where each is named
 */
record SecretUse(Component owner, Place place, String secret, List<Key> keys) {
    record Key(Place place, String name) {}

    static Stream<SecretUse> of(Subject subject) {
        return Stream.concat(
                subject.applications().flatMap(application -> application(subject, application)), parts(subject));
    }

    private static Stream<SecretUse> application(Subject subject, Application application) {
        Place data = subject.place(application).then("data");
        Stream<SecretUse> env = application.data().secretEnv().stream()
                .map(variable -> variable(application, data.then("env", variable.name()), variable));
        Stream<SecretUse> envFrom =
                listed(application, data.then("envFrom"), application.data().envFrom());
        Stream<SecretUse> pulls = listed(
                application, data.then("imagePullSecrets"), application.data().imagePullSecrets(), ".dockerconfigjson");
        Stream<SecretUse> volumes = application.data().volumes().stream()
                .flatMap(volume -> volume.secret().stream()
                        .map(name -> new SecretUse(
                                application, data.then("volumes", volume.name(), "secret"), name, List.of())));
        Stream<SecretUse> stores = application.data().secretStores().stream()
                .map(store -> store(application, data.then("secretStores", store.name()), store));
        return Stream.of(env, envFrom, pulls, volumes, stores).flatMap(uses -> uses);
    }

    private static Stream<SecretUse> listed(Component owner, Place place, List<String> names, String... keys) {
        return IntStream.range(0, names.size())
                .mapToObj(index -> fixed(owner, place.then(index), names.get(index), keys));
    }

    private static SecretUse variable(Application owner, Place place, EnvVar variable) {
        return new SecretUse(
                owner,
                place.then("secret"),
                variable.secret().orElseThrow(),
                List.of(new Key(place.then("key"), variable.key().orElseThrow())));
    }

    private static SecretUse store(Application owner, Place place, SecretStore store) {
        return new SecretUse(
                owner,
                place.then("secret"),
                store.secret(),
                List.of(
                        new Key(place.then("accessKeyIdKey"), store.accessKeyIdKey()),
                        new Key(place.then("secretAccessKeyKey"), store.secretAccessKeyKey())));
    }

    private static Stream<SecretUse> parts(Subject subject) {
        return subject.platform().facets().stream()
                .flatMap(part -> part.reads().stream()
                        .map(read -> new SecretUse(
                                subject.platform().component(part),
                                subject.place(read.place().toArray(String[]::new)),
                                read.secret(),
                                read.keys().stream()
                                        .map(key -> new Key(
                                                subject.place(key.place().toArray(String[]::new)), key.name()))
                                        .toList())));
    }

    /** Keys that the reader of the Secret fixes, not the values. */
    private static SecretUse fixed(Component owner, Place place, String secret, String... keys) {
        return new SecretUse(
                owner,
                place,
                secret,
                Stream.of(keys).map(key -> new Key(place, key)).toList());
    }
}
