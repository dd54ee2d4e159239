package dev.chartwright.validate;

import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.Component;
import dev.chartwright.model.Secret;

/**
 * Something in the values that needs an add-on.
 *
 * @param place where it was written
 * @param addon name of the add-on
 * @param what beginning of a sentence that says what it is
 */
record AddonUse(Place place, String addon, String what) {
    private static final String CERT_MANAGER = "cert-manager";
    private static final String GATEWAY_API = "gateway-api";

    static Stream<AddonUse> of(Subject subject) {
        return Stream.of(secrets(subject), stores(subject), ingresses(subject), routes(subject), parts(subject))
                .flatMap(uses -> uses);
    }

    private static Stream<AddonUse> secrets(Subject subject) {
        return subject.platform().components().stream()
                .flatMap(component ->
                        component.secrets().stream().flatMap(secret -> secret(subject, component, secret)));
    }

    private static Stream<AddonUse> secret(Subject subject, Component component, Secret secret) {
        Place place = subject.secretsOf(component).then(secret.name());
        String name = "secret `" + secret.name() + "` of `" + component.name() + "` ";
        return Stream.of(
                        use(secret.sealed(), place.then("sealed"), "sealed-secrets", name + "is sealed"),
                        use(secret.external(), place.then("external"), "external-secrets", name + "is external"),
                        use(secret.reflected(), place.then("reflected"), "reflector", name + "is reflected"),
                        use(secret.reflection(), place.then("reflection"), "reflector", name + "allows reflection"))
                .flatMap(Optional::stream);
    }

    private static Stream<AddonUse> stores(Subject subject) {
        return subject.applications()
                .flatMap(application -> application.data().secretStores().stream()
                        .map(store -> new AddonUse(
                                subject.place(application).then("data", "secretStores", store.name()),
                                "external-secrets",
                                "`" + application.name() + "` has the secret store `" + store.name() + "`")));
    }

    private static Stream<AddonUse> ingresses(Subject subject) {
        return Ingresses.of(subject)
                .flatMap(entry -> use(
                        entry.ingress().clusterIssuer(),
                        entry.place().then("clusterIssuer"),
                        CERT_MANAGER,
                        "ingress `" + entry.ingress().name() + "` names a cluster issuer")
                        .stream());
    }

    private static Stream<AddonUse> routes(Subject subject) {
        return subject.applications()
                .flatMap(application -> application.network().httpRoutes().stream()
                        .map(route -> new AddonUse(
                                subject.place(application).then("network", "httpRoutes", route.name()),
                                GATEWAY_API,
                                "`" + application.name() + "` has the HTTPRoute `" + route.name() + "`")));
    }

    private static Stream<AddonUse> parts(Subject subject) {
        return subject.platform().facets().stream()
                .flatMap(part -> part.addons().stream()
                        .map(needed -> new AddonUse(
                                subject.place(needed.place().toArray(String[]::new)),
                                needed.addon(),
                                "`" + part.section() + "` " + needed.what())));
    }

    private static Optional<AddonUse> use(Optional<?> part, Place place, String addon, String what) {
        return part.map(present -> new AddonUse(place, addon, what));
    }
}
