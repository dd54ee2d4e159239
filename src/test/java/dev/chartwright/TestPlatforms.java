package dev.chartwright;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.model.Addon;
import dev.chartwright.model.Application;
import dev.chartwright.model.ChartInfo;
import dev.chartwright.model.Cluster;
import dev.chartwright.model.ClusterIssuer;
import dev.chartwright.model.Component;
import dev.chartwright.model.Data;
import dev.chartwright.model.Entry;
import dev.chartwright.model.Environment;
import dev.chartwright.model.Existing;
import dev.chartwright.model.Image;
import dev.chartwright.model.Maintainer;
import dev.chartwright.model.Needs;
import dev.chartwright.model.Network;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Pods;
import dev.chartwright.model.Probes;
import dev.chartwright.model.Quantities;
import dev.chartwright.model.Reflected;
import dev.chartwright.model.Resources;
import dev.chartwright.model.Route53Solver;
import dev.chartwright.model.RunAs;
import dev.chartwright.model.Scheduling;
import dev.chartwright.model.Sealed;
import dev.chartwright.model.Secret;
import dev.chartwright.model.SecretReference;
import dev.chartwright.model.Security;
import dev.chartwright.model.Supplied;
import dev.chartwright.model.SuppliedKey;
import dev.chartwright.model.Tier;
import dev.chartwright.model.Tools;
import dev.chartwright.model.Traefik;
import dev.chartwright.model.TraefikMode;
import dev.chartwright.model.Workload;

/** Small platforms, and files as templates would make them. */
public final class TestPlatforms {
    private TestPlatforms() {}

    /** Two applications and an edge router that show every kind of Secret. */
    public static Platform shop() {
        return shop("The shop: \"all\" of it # really");
    }

    public static Platform shop(String description) {
        Secret token = supplied("api-token", Optional.empty(), "TOKEN");
        Secret sealed = secret("api-sealed", Optional.of(new Sealed(List.of("CERT.pem"))), Optional.empty());
        Secret existing = existing("api-existing", "PASSWORD");
        Application api = application("api", List.of(token, sealed, existing), List.of("registry"));
        Secret shared = supplied("worker-token", Optional.of(new SecretReference("api", "api-token")), "TOKEN");
        Secret mirror = mirror("worker-mirror");
        Application worker = application("worker", List.of(shared, mirror), List.of());
        return platform(description, List.of(api, worker), Optional.of(traefik()));
    }

    public static Platform platform(String description, List<Application> applications, Optional<Traefik> traefik) {
        return new Platform(
                new Environment(
                        "stage",
                        Tier.STAGE,
                        "stage.example.com",
                        true,
                        info(description),
                        Optional.empty(),
                        Optional.empty()),
                cluster(),
                applications,
                traefik,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    public static Application application(String name, List<Secret> secrets, List<String> pullSecrets) {
        return new Application(
                name,
                "What `" + name + "` is: one | of many",
                name,
                image("registry.example.com/shop/" + name),
                workload(),
                new Network(
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Needs(Optional.empty(), false, false, List.of(), List.of(), List.of())),
                new Data(Optional.empty(), List.of(), List.of(), secrets, List.of(), List.of(), pullSecrets),
                new Security(
                        false,
                        Optional.of(new RunAs(10001, 10001)),
                        true,
                        List.of(),
                        List.of("ALL"),
                        List.<Entry>of(),
                        List.of()));
    }

    /** What templates would make for a platform: values and one ConfigMap for each component. */
    public static List<ChartFile> files(Platform platform) {
        List<ChartFile> files = new ArrayList<>();
        files.add(new ChartFile("values.yaml", "# -- Whether namespaces are made.\ncreateNamespaces: true\n"));
        files.add(new ChartFile("templates/NOTES.txt", "Installed.\n"));
        for (Component component : platform.components()) {
            String folder = "charts/" + component.name() + "/";
            files.add(new ChartFile(folder + "values.yaml", values(component)));
            files.add(new ChartFile(folder + "templates/configmap.yaml", configMap(component)));
        }
        return files;
    }

    private static String values(Component component) {
        return """
                # -- Namespace of all objects.
                # @type namespace
                namespace: "%s"

                # -- Number of pods; a `pipe | here`
                # goes on here.
                # @type replicas
                replicas: 2

                # -- The image.
                image:
                  # -- Registry and path.
                  # @type imageRepository
                  repository: "registry.example.com/shop"
                  # -- When it is pulled.
                  # @type pullPolicy
                  pullPolicy: "IfNotPresent"

                # -- Requests and limits.
                # @type resources
                resources:
                  requests:
                    cpu: "100m"
                    memory: 1000000

                # -- Plain variables.
                # @type env
                env: {}
                """.formatted(component.namespace());
    }

    private static String configMap(Component component) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: "%s"
                  namespace: {{ .Values.namespace | quote }}
                data:
                  replicas: {{ .Values.replicas | quote }}
                """.formatted(component.name());
    }

    private static ChartInfo info(String description) {
        return new ChartInfo(
                "shop",
                "1.2.3",
                description,
                Optional.of("https://example.com/shop"),
                List.of("https://example.com/shop/source"),
                List.of("shop", "yes"),
                List.of(new Maintainer("Ada: Lovelace", Optional.of("ada@example.com"), Optional.empty())));
    }

    private static Cluster cluster() {
        return new Cluster(
                ">=1.33.0-0",
                "cluster.local",
                Optional.empty(),
                List.of(),
                List.of(new Addon("cert-manager", "1.18.2", "certs")),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(443, 6443),
                new Tools(image("registry.example.com/busybox"), image("registry.example.com/kubectl")));
    }

    private static Traefik traefik() {
        Route53Solver route53 = new Route53Solver("eu-west-1", "route53-credentials", "id", "key");
        ClusterIssuer issuer = new ClusterIssuer(
                "letsencrypt",
                "ada@example.com",
                "https://acme.example.com/directory",
                Optional.of(route53),
                Optional.empty(),
                Optional.empty());
        return new Traefik(
                "traefik",
                "kube-system",
                TraefikMode.K3S,
                "traefik",
                true,
                Optional.empty(),
                List.of(issuer),
                Optional.empty());
    }

    private static Image image(String repository) {
        return new Image(repository, "1.10", Optional.empty(), "IfNotPresent");
    }

    private static Workload workload() {
        Quantities few = new Quantities(Optional.of("100m"), Optional.of("64Mi"), Optional.empty());
        return new Workload(
                2,
                List.of(),
                List.of(),
                new Resources(few, few),
                new Probes(Optional.empty(), Optional.empty(), 30, 10, 5, 3),
                new Scheduling(List.of(), List.of(), List.of(), Optional.empty()),
                new Pods(List.of(), List.of(), "RollingUpdate", 30, 10),
                Optional.empty());
    }

    private static Secret supplied(String name, Optional<SecretReference> from, String key) {
        SuppliedKey data = new SuppliedKey(key, Optional.empty(), Optional.empty());
        return secret(name, Optional.empty(), Optional.of(new Supplied(from, List.of(data))));
    }

    private static Secret secret(String name, Optional<Sealed> sealed, Optional<Supplied> supplied) {
        return new Secret(
                name,
                "Opaque",
                Optional.empty(),
                sealed,
                Optional.empty(),
                Optional.empty(),
                supplied,
                Optional.empty(),
                Optional.empty());
    }

    private static Secret existing(String name, String key) {
        return new Secret(
                name,
                "Opaque",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Existing(List.of(key))),
                Optional.empty());
    }

    private static Secret mirror(String name) {
        return new Secret(
                name,
                "Opaque",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Reflected("api", "api-token", List.of("TOKEN"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
