package dev.chartwright.model;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One environment of a platform, complete: what one umbrella chart is made from.
 *
 * @param environment which environment this is, and the chart it makes
 * @param cluster what the cluster already has
 * @param applications the platform's own programs
 * @param traefik the edge router
 * @param rabbitmq the message broker with both of its operators
 * @param redis the cache with its operator
 * @param minio object storage with its operator; never in production
 * @param postgres a single-pod database; never in production
 * @param exemptions policy checks that single objects need not keep, with reasons
 * @param facets what the parts beside the applications are to each other and to them
 */
public record Platform(
        Environment environment,
        Cluster cluster,
        List<Application> applications,
        Optional<Traefik> traefik,
        Optional<Rabbitmq> rabbitmq,
        Optional<Redis> redis,
        Optional<Minio> minio,
        Optional<Postgres> postgres,
        List<Exemption> exemptions,
        List<Facets> facets) {
    public Platform {
        refuseInProduction(environment, "minio", minio.isPresent());
        refuseInProduction(environment, "postgres", postgres.isPresent());
    }

    /** Every part that becomes a subchart, in the order of the umbrella's dependencies. */
    public List<Component> components() {
        Stream<Component> parts =
                Stream.of(traefik, rabbitmq, redis, minio, postgres).flatMap(Optional::stream);
        return Stream.concat(applications.stream(), parts).toList();
    }

    /** The same, knowing what its parts are to each other. */
    public Platform with(List<Facets> known) {
        return new Platform(
                environment, cluster, applications, traefik, rabbitmq, redis, minio, postgres, exemptions, known);
    }

    /** The component that facets are of. */
    public Component component(Facets part) {
        return components().stream()
                .filter(component -> !(component instanceof Application))
                .filter(component -> component.name().equals(part.component()))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(part.component()));
    }

    /** What a component is to the others; an application's needs no saying. */
    public Optional<Facets> facets(Component component) {
        return facets.stream()
                .filter(part -> !(component instanceof Application))
                .filter(part -> part.component().equals(component.name()))
                .findFirst();
    }

    /** What is known of a kind of custom resource, by its group, a slash and the kind. */
    public Optional<CustomKind> customKind(String name) {
        return customKinds().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** What is known of kinds of custom resources. */
    public Stream<CustomKind> customKinds() {
        return facets.stream().flatMap(part -> part.objects().stream());
    }

    /** Applications whose images Argo CD Image Updater follows. */
    public List<Application> updatedApplications() {
        List<String> names = environment
                .argocd()
                .flatMap(ArgoCd::imageUpdater)
                .map(ImageUpdater::applications)
                .orElse(List.of());
        return applications.stream()
                .filter(application -> names.contains(application.name()))
                .toList();
    }

    /** Their images in the form of the updater's annotation. */
    public String updatedImages() {
        return updatedApplications().stream()
                .map(application ->
                        application.name() + "=" + application.image().repository() + ":"
                                + application.image().tag())
                .collect(Collectors.joining(","));
    }

    /** Secrets that the reflector fills. */
    public List<MirroredSecret> mirroredSecrets() {
        return components().stream()
                .flatMap(component -> component.secrets().stream()
                        .filter(secret -> secret.reflected().isPresent())
                        .map(secret -> new MirroredSecret(secret.name(), component.namespace())))
                .toList();
    }

    public boolean hasMirroredSecrets() {
        return !mirroredSecrets().isEmpty();
    }

    /** What pods may say to each other. */
    public List<NetworkPolicy> networkPolicies() {
        return NetworkPolicies.of(this);
    }

    /** Pods that operators make: those of the charts have labels of the release, and these have none. */
    public List<PodGroup> operatedPods() {
        return new PodGroups(this).operated();
    }

    public List<PodGroup> operatorPods() {
        return new PodGroups(this).operators();
    }

    /** What {@code cluster.domain} says, under a name that no component's own `cluster` hides from a template. */
    public String clusterDomain() {
        return cluster.domain();
    }

    /** What {@code cluster.tools} says, under a name that no component's own `cluster` hides from a template. */
    public Tools tools() {
        return cluster.tools();
    }

    /** What {@code cluster.storageClass} says, under a name that no component's own `cluster` hides from a template. */
    public Optional<String> defaultStorageClass() {
        return cluster.storageClass();
    }

    private static void refuseInProduction(Environment environment, String part, boolean present) {
        if (present && environment.tier() == Tier.PRODUCTION) {
            throw new InvalidValueException(
                    part,
                    "stage-only-part",
                    "`" + part + "` stands in environment `" + environment.name() + "`, whose tier is production",
                    "production uses a managed database and object storage; this part is for stage tiers",
                    "move `" + part + "` to the file of a stage environment, or set `environment.tier` to `stage`");
        }
    }
}
