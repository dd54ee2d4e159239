package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Component;
import dev.chartwright.model.Secret;
import dev.chartwright.model.SecretStore;
import dev.chartwright.problem.Problem;

/** An external secret comes from a store of its own component. */
final class SecretStoreRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().components().stream()
                .flatMap(component -> component.secrets().stream()
                        .filter(secret -> secret.external().isPresent()
                                && !stores(component)
                                        .contains(secret.external().get().store()))
                        .map(secret -> problem(subject, component, secret)));
    }

    private static List<String> stores(Component component) {
        return component instanceof Application application
                ? application.data().secretStores().stream()
                        .map(SecretStore::name)
                        .toList()
                : List.of();
    }

    private static Problem problem(Subject subject, Component component, Secret secret) {
        String store = secret.external().orElseThrow().store();
        Problem problem = new Problem(
                subject.secretsOf(component)
                        .then(secret.name(), "external", "store")
                        .value(),
                "unknown-secret-store",
                "`" + component.name() + "` has no secret store `" + store + "`",
                "a SecretStore serves its own namespace only, so each component names its own",
                Choice.fix(store, stores(component), "add `" + store + "` to its `secretStores`"));
        return subject.missing(problem, declared -> declared.is("secret store", component.namespace() + "/" + store));
    }
}
