package dev.chartwright.assemble;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.ClusterIssuer;
import dev.chartwright.model.Component;
import dev.chartwright.model.External;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Reflected;
import dev.chartwright.model.Route53Solver;
import dev.chartwright.model.Secret;
import dev.chartwright.model.SecretInput;
import dev.chartwright.model.Traefik;

/** Tables of the Secrets that some components need, by who makes them. */
final class SecretTables {
    private static final List<String> MUST_EXIST = List.of("Namespace", "Secret", "Keys");
    private static final List<String> GIVEN = List.of("Value", "What it is");
    private static final List<String> MADE = List.of("Namespace", "Secret", "Keys", "Where it comes from");

    private final Platform platform;
    private final List<Component> components;
    private final List<SecretInput> inputs;

    SecretTables(Platform platform, List<Component> components, List<SecretInput> inputs) {
        this.platform = platform;
        this.components = components;
        this.inputs = inputs;
    }

    /** The section with all three tables; nothing when there are no secrets. */
    void write(Markdown page) {
        List<List<String>> first = mustExist();
        List<List<String>> given = given();
        List<List<String>> made = made();
        if (first.isEmpty() && given.isEmpty() && made.isEmpty()) {
            return;
        }
        page.heading(2, "Secrets").paragraph("No secret value is part of this chart.");
        part(page, "Must exist before the install", "Nothing here makes these Secrets.", MUST_EXIST, first);
        part(page, "Given at install", "The chart makes these Secrets from Helm values.", GIVEN, given);
        part(page, "Made by add-ons", "Operators in the cluster fill these Secrets.", MADE, made);
    }

    private static void part(Markdown page, String title, String intro, List<String> header, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            page.heading(3, title).paragraph(intro).table(header, rows);
        }
    }

    private List<List<String>> mustExist() {
        Stream<List<String>> existing = rows(secret -> secret.existing().isPresent())
                .map(owned -> row(owned.component().namespace(), owned.secret().name(), keys(owned.secret())));
        return Stream.of(existing, issuerSecrets(), pullSecrets())
                .flatMap(rows -> rows)
                .distinct()
                .toList();
    }

    private Stream<List<String>> issuerSecrets() {
        return only(Traefik.class)
                .flatMap(traefik -> traefik.issuers().stream())
                .map(ClusterIssuer::route53)
                .flatMap(solver -> solver.stream())
                .map(this::issuerSecret);
    }

    private List<String> issuerSecret(Route53Solver solver) {
        String namespace = platform.cluster().addons().stream()
                .filter(addon -> addon.name().equals("cert-manager"))
                .map(addon -> addon.namespace())
                .findFirst()
                .orElse("cert-manager");
        return row(
                namespace,
                solver.secret(),
                codes(Stream.of(solver.accessKeyIdKey(), solver.secretAccessKeyKey())
                        .distinct()
                        .toList()));
    }

    /** A pull secret that a chart makes itself is listed with the others of its kind. */
    private Stream<List<String>> pullSecrets() {
        return only(Application.class)
                .flatMap(application -> application.data().imagePullSecrets().stream()
                        .filter(name -> application.secrets().stream()
                                .noneMatch(secret -> secret.name().equals(name)))
                        .map(name -> row(application.namespace(), name, codes(List.of(".dockerconfigjson")))));
    }

    private List<List<String>> given() {
        return inputs.stream()
                .map(input -> List.of(Markdown.code(SecretText.path(input)), Markdown.text(SecretText.sentence(input))))
                .toList();
    }

    private List<List<String>> made() {
        return rows(secret ->
                        secret.external().isPresent() || secret.reflected().isPresent())
                .map(owned -> List.of(
                        Markdown.code(owned.component().namespace()),
                        Markdown.code(owned.secret().name()),
                        keys(owned.secret()),
                        source(owned.secret())))
                .toList();
    }

    private static String source(Secret secret) {
        String external = secret.external().map(SecretTables::store).orElse("");
        return secret.reflected().map(SecretTables::mirror).orElse(external);
    }

    private static String store(External external) {
        String names = codes(
                external.data().stream().map(key -> key.remoteKey()).distinct().toList());
        return "external-secrets, store " + Markdown.code(external.store()) + ": " + names;
    }

    private static String mirror(Reflected reflected) {
        return "reflector, mirror of " + Markdown.code(reflected.namespace() + "/" + reflected.secret());
    }

    private Stream<Owned> rows(Predicate<Secret> kind) {
        return components.stream()
                .flatMap(component ->
                        component.secrets().stream().filter(kind).map(secret -> new Owned(component, secret)));
    }

    private <T> Stream<T> only(Class<T> type) {
        return components.stream().filter(type::isInstance).map(type::cast);
    }

    private static List<String> row(String namespace, String secret, String keys) {
        return List.of(Markdown.code(namespace), Markdown.code(secret), keys);
    }

    private static String keys(Secret secret) {
        return codes(secret.keys());
    }

    private static String codes(List<String> names) {
        return names.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    private record Owned(Component component, Secret secret) {}
}
