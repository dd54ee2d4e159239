package dev.chartwright.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static dev.chartwright.model.Records.blank;
import static dev.chartwright.model.Records.with;
import static dev.chartwright.model.Secrets.fixed;
import static dev.chartwright.model.Secrets.random;
import static dev.chartwright.model.Secrets.reflectable;
import static dev.chartwright.model.Secrets.sealed;
import static dev.chartwright.model.Secrets.supplied;

/** A stage platform with one of everything, in which no rule is broken. */
public final class SamplePlatform {
    private SamplePlatform() {}

    public static Platform create() {
        Platform platform = blank(Platform.class);
        platform = with(platform, "environment.tier", Tier.STAGE);
        platform = with(platform, "environment.name", "stage");
        platform = with(platform, "environment.chart.name", "shop");
        platform = with(platform, "environment.chart.version", "1.2.3");
        platform = with(platform, "cluster.addons", addons());
        platform = with(platform, "cluster.namespaces", namespaces());
        platform = with(platform, "applications", List.of(application("api"), application("web")));
        platform = with(platform, "traefik", Optional.of(traefik()));
        platform = with(platform, "rabbitmq", Optional.of(rabbitmq()));
        platform = with(platform, "redis", Optional.of(redis()));
        platform = with(platform, "minio", Optional.of(minio()));
        return with(platform, "postgres", Optional.of(postgres()));
    }

    private static List<Addon> addons() {
        return Stream.of(
                        "cert-manager",
                        "sealed-secrets",
                        "external-secrets",
                        "reflector",
                        "prometheus-operator",
                        "gateway-api")
                .map(name -> new Addon(name, "1.0.0", name))
                .toList();
    }

    private static List<Namespace> namespaces() {
        return Stream.of("api", "web", "kube-system", "rabbitmq", "redis", "minio", "postgres", "operators")
                .map(name -> new Namespace(name, false, "restricted", Optional.empty(), Optional.empty()))
                .toList();
    }

    private static Application application(String name) {
        Application application = blank(Application.class);
        application = with(application, "name", name);
        application = with(application, "namespace", name);
        application = with(application, "network.ports", List.of(new Port("http", 4000, Optional.of(80))));
        application = with(application, "network.service", Optional.of(new Service(name, "ClusterIP", List.of())));
        application = with(application, "network.ingresses", List.of(ingress(name, name, 80)));
        application = with(application, "network.httpRoutes", List.of(httpRoute(name)));
        application = with(application, "network.middlewares", List.of(middleware("cors")));
        application = with(application, "network.needs", needs());
        application = with(application, "data.config", Optional.of(new Config(name + "-env", List.of())));
        application =
                with(application, "data.secrets", List.of(reflectable(sealed("keys", "TOKEN"), "another-platform")));
        application = with(application, "data.envFrom", List.of("keys"));
        EnvVar token = new EnvVar("TOKEN", Optional.empty(), Optional.of("keys"), Optional.of("TOKEN"));
        return with(application, "data.env", List.of(token));
    }

    private static Middleware middleware(String name) {
        return new Middleware(name, Optional.empty(), Optional.empty(), List.of("/old"), Optional.empty());
    }

    private static Ingress ingress(String name, String service, int port) {
        IngressRule rule = new IngressRule("example.com", "/" + name, "Prefix", service, port, Optional.empty());
        return new Ingress(name, "traefik", Optional.of("letsencrypt"), List.of(), List.of(), List.of(rule));
    }

    private static HttpRoute httpRoute(String name) {
        HttpRule rule = new HttpRule("/" + name, "PathPrefix", List.of("cors"), name, 80);
        GatewayReference gateway = new GatewayReference("main", "kube-system", "https");
        return new HttpRoute(name, List.of("example.com"), gateway, List.of(rule));
    }

    private static Needs needs() {
        MessagingNeeds messages =
                new MessagingNeeds(List.of(new Publication("jobs", "new")), List.of("jobs.new"), false);
        return new Needs(Optional.of(messages), true, true, List.of("files"), List.of("web"), List.of());
    }

    private static Traefik traefik() {
        ClusterIssuer issuer = new ClusterIssuer(
                "letsencrypt", "", "", Optional.empty(), Optional.of(new HttpSolver("traefik")), Optional.empty());
        Listener listener =
                new Listener("https", "HTTPS", 8443, Optional.empty(), Optional.of("tls"), Optional.empty());
        Listener plain = new Listener("http", "HTTP", 8000, Optional.empty(), Optional.empty(), Optional.empty());
        HttpsRedirect redirect = new HttpsRedirect("redirect", "http", List.of("example.com"));
        Gateway gateway = new Gateway("main", Optional.of("letsencrypt"), List.of(listener, plain), List.of(redirect));
        return new Traefik(
                "traefik",
                "kube-system",
                TraefikMode.K3S,
                "traefik",
                true,
                Optional.empty(),
                List.of(issuer),
                Optional.of(gateway));
    }

    private static Rabbitmq rabbitmq() {
        Rabbitmq part = blank(Rabbitmq.class);
        part = with(part, "name", "rabbitmq");
        part = with(part, "namespace", "rabbitmq");
        part = with(part, "clusterOperator.namespace", "operators");
        part = with(part, "topologyOperator.namespace", "operators");
        part = with(part, "cluster.name", "rabbitmq");
        RabbitmqTls tls = new RabbitmqTls("", "", "", "", "cert-manager", "8760h", "720h");
        part = with(part, "cluster.tls", Optional.of(tls));
        part = with(part, "topology", topology());
        part = with(part, "access.console", Optional.of(ingress("console", "rabbitmq", 15671)));
        part = with(part, "access.monitor", Optional.of(blank(Monitor.class)));
        return with(part, "secrets", List.of(supplied("admin", fixed("username", "admin"), random("password"))));
    }

    private static Topology topology() {
        return new Topology(
                List.of(new Vhost("main", "vh")),
                List.of(new RabbitmqUser("admin-user", List.of(), "admin", Optional.empty())),
                List.of(new RabbitmqPermission("all", "admin-user", "vh", ".*", ".*", ".*")),
                List.of(new Exchange("jobs", "jobs", "direct", "vh", true, false, Optional.empty())),
                List.of(new Queue("new", "jobs.new", "vh", Optional.empty(), true, false, List.of(), Optional.empty())),
                List.of(new Binding("new", "jobs", "jobs.new", "new", "vh")));
    }

    private static Redis redis() {
        Redis part = blank(Redis.class);
        part = with(part, "name", "redis-operator");
        part = with(part, "namespace", "redis");
        part = with(part, "operator.namespace", "operators");
        part = with(part, "instance.passwordSecret", "login");
        part = with(part, "instance.passwordKey", "password");
        return with(part, "secrets", List.of(supplied("login", random("password"))));
    }

    private static Minio minio() {
        Minio part = blank(Minio.class);
        part = with(part, "name", "minio");
        part = with(part, "namespace", "minio");
        part = with(part, "operator.namespace", "operators");
        part = with(part, "tenant.name", "minio");
        part = with(part, "tenant.configuration", "configuration");
        part = with(part, "tenant.users", List.of("user"));
        part = with(part, "tenant.buckets", List.of(new Bucket("files", "here", false, Optional.empty())));
        part = with(part, "ingresses", List.of(ingress("minio", "minio", 80)));
        return with(
                part,
                "secrets",
                List.of(
                        supplied("configuration", random("config.env")),
                        supplied("user", random("CONSOLE_ACCESS_KEY"), random("CONSOLE_SECRET_KEY"))));
    }

    private static Postgres postgres() {
        Postgres part = blank(Postgres.class);
        part = with(part, "name", "postgres");
        part = with(part, "namespace", "postgres");
        part = with(part, "workload.credentials", "login");
        return with(part, "secrets", List.of(supplied("login", fixed("username", "shop"), random("password"))));
    }
}
