package dev.chartwright.validate;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.problem.Quote;

/** No password stands readable in an environment variable or a ConfigMap; no message shows it, nor its line. */
final class PlainSecretPolicy implements Policy {
    private static final String VARIABLE = "secret-in-env-value";
    private static final String CONFIG = "secret-in-config-map";
    static final List<String> CHECKS = List.of(VARIABLE, CONFIG);
    private static final Pattern NAME = Pattern.compile(
            "password|passwd|token|bearer|secret|^GOOGLE_APPLICATION_CREDENTIALS$|^AZURE_.+KEY$|^OCI_CLI_KEY_CONTENT$",
            Pattern.CASE_INSENSITIVE);
    /** A key in PEM, or a URL with a password that is no variable; bounded, for a ConfigMap may hold a megabyte. */
    private static final Pattern VALUE =
            Pattern.compile("-BEGIN [A-Z ]{0,30}PRIVATE KEY-|[a-z0-9]://[^/\\s:@]{0,255}:(?!\\$\\()[^/\\s@]{1,255}@");
    /** The container gets what another variable holds, which has its own check. */
    private static final Pattern REFERENCE = Pattern.compile("(\\$\\([A-Za-z_][A-Za-z0-9_]*\\))*");

    @Override
    public List<String> checks() {
        return CHECKS;
    }

    @Override
    public Stream<Finding> find(Release release) {
        return Stream.concat(
                OperatedTemplates.andRendered(release)
                        .flatMap(PodTemplate::containers)
                        .flatMap(PlainSecretPolicy::variables),
                release.objects().stream()
                        .filter(object -> object.kind().equals("ConfigMap"))
                        .flatMap(PlainSecretPolicy::entries));
    }

    private static Stream<Finding> variables(PodContainer container) {
        return container
                .elements("env")
                .filter(variable -> isSecret(
                        variable.root().path("name").asString(""),
                        variable.root().path("value").asString("")))
                .map(variable -> Finding.of(
                        container.pod(),
                        VARIABLE,
                        new Breach(
                                variable.place().then("name"),
                                "container " + Quote.of(container.name()) + " has a secret as the plain value of "
                                        + Quote.of(variable.root().path("name").asString("")),
                                "read it from a Secret by `valueFrom.secretKeyRef`"),
                        "who may look at pods, or at the chart, can read it"));
    }

    private static Stream<Finding> entries(RenderedObject map) {
        return map.root().path("data").properties().stream()
                .filter(entry -> isSecret(entry.getKey(), entry.getValue().asString("")))
                .map(entry -> new Finding(
                        map,
                        CONFIG,
                        map.place("data").key(),
                        "it has a secret as the plain text of " + Quote.of(entry.getKey()),
                        "a ConfigMap is not encrypted, and more people may read it than Secrets",
                        "move it to a Secret"));
    }

    private static boolean isSecret(String name, String value) {
        return (NAME.matcher(name).find() && !REFERENCE.matcher(value).matches())
                || VALUE.matcher(value).find();
    }
}
