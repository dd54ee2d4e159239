package dev.chartwright.validate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.chartwright.model.Ingress;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Traefik;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Routes are of a class that there is, and attach to a listener that their Gateway has. */
final class AttachmentRule implements ReleaseRule {
    /** Ends the names of middlewares that are objects. */
    private static final String CRD_PROVIDER = "@kubernetescrd";

    @Override
    public Stream<Problem> check(Release release) {
        return release.objects().stream().flatMap(object -> switch (object.kind()) {
            case "Ingress" ->
                Stream.concat(type(object, "ingressClassName", "IngressClass", release), middlewares(object, release));
            case "IngressClass" -> controller(object, "controller", "traefik.io/ingress-controller", release);
            case "GatewayClass" -> controller(object, "controllerName", "traefik.io/gateway-controller", release);
            case "Gateway" -> type(object, "gatewayClassName", "GatewayClass", release);
            case "HTTPRoute" -> Stream.concat(listeners(object, release), rules(object));
            default -> Stream.empty();
        });
    }

    private static Stream<Problem> type(RenderedObject object, String key, String kind, Release release) {
        String name = object.root().path("spec").path(key).asString("");
        Set<String> known = new TreeSet<>(classes(release));
        named(release, kind).map(RenderedObject::name).forEach(known::add);
        return name.isEmpty() || known.contains(name)
                ? Stream.empty()
                : Stream.of(new Problem(
                        object.place("spec", key).value(),
                        "dangling-reference",
                        object.kind() + " " + Quote.of(object.name()) + " names " + kind + " " + Quote.of(name)
                                + ", which nothing makes and the values do not name",
                        "a router serves the routes of its own class, and nobody serves those of a class that is not there",
                        Choice.fix(name, known, "make the " + kind)));
    }

    /** Those of routers outside the release are known from the values. */
    private static List<String> classes(Release release) {
        Platform platform = release.platform();
        Stream<Ingress> ingresses = Stream.of(
                        platform.applications().stream()
                                .flatMap(application -> application.network().ingresses().stream()),
                        platform.rabbitmq().stream().flatMap(part -> part.access().console().stream()),
                        platform.minio().stream().flatMap(part -> part.ingresses().stream()))
                .flatMap(each -> each);
        Optional<String> own =
                platform.traefik().filter(traefik -> !traefik.isK3s()).map(Traefik::ingressClass);
        return Stream.concat(platform.traefik().map(Traefik::ingressClass).stream(), ingresses.map(Ingress::className))
                .filter(name -> !own.equals(Optional.of(name)))
                .toList();
    }

    /** A class of Traefik's is one that Traefik looks for. */
    private static Stream<Problem> controller(RenderedObject object, String key, String wanted, Release release) {
        boolean traefiks = release.platform()
                .traefik()
                .filter(traefik -> traefik.ingressClass().equals(object.name()))
                .isPresent();
        String controller = object.root().path("spec").path(key).asString("");
        return !traefiks || controller.equals(wanted)
                ? Stream.empty()
                : Stream.of(new Problem(
                        object.place("spec", key).value(),
                        "not-allowed-value",
                        object.kind() + " " + Quote.of(object.name()) + " is of controller " + Quote.of(controller),
                        "Traefik serves the classes of its own controller, and nobody serves the others",
                        "write " + Quote.of(wanted)));
    }

    private static Stream<Problem> middlewares(RenderedObject ingress, Release release) {
        String annotation = "traefik.ingress.kubernetes.io/router.middlewares";
        List<String> known = named(release, "Middleware")
                .map(object -> object.namespace() + "-" + object.name() + CRD_PROVIDER)
                .toList();
        return Arrays.stream(ingress.annotation(annotation).split(","))
                .map(String::strip)
                .filter(name -> name.endsWith(CRD_PROVIDER) && !known.contains(name))
                .map(name -> new Problem(
                        ingress.place("metadata", "annotations", annotation).value(),
                        "unknown-middleware",
                        "Ingress " + Quote.of(ingress.name()) + " names the middleware " + Quote.of(name)
                                + ", which nothing makes",
                        "Traefik serves no route whose middleware is missing",
                        Choice.fix(name, known, "make the Middleware")));
    }

    private static Stream<RenderedObject> named(Release release, String kind) {
        return release.objects().stream().filter(object -> object.kind().equals(kind));
    }

    /** A route without rules takes the requests of its hosts, and answers each with an error. */
    private static Stream<Problem> rules(RenderedObject route) {
        return route.root().at("/spec/rules").isEmpty()
                ? Stream.of(new Problem(
                        route.place("spec", "rules").value(),
                        "missing-key",
                        "HTTPRoute " + Quote.of(route.name()) + " has no `rules`",
                        "the Gateway API answers what no rule leads anywhere with an error",
                        "add `rules:`, each with a backend or a redirect"))
                : Stream.empty();
    }

    private static Stream<Problem> listeners(RenderedObject route, Release release) {
        return Element.each(route.root().at("/spec/parentRefs"), route.place("spec", "parentRefs"))
                .filter(parent -> parent.root().has("sectionName"))
                .flatMap(parent -> named(release, "Gateway")
                        .filter(gateway ->
                                gateway.name().equals(parent.root().path("name").asString("")))
                        .filter(gateway -> gateway.namespace()
                                .equals(parent.root().path("namespace").asString(route.namespace())))
                        .flatMap(gateway -> listener(route, parent, gateway)));
    }

    private static Stream<Problem> listener(RenderedObject route, Element parent, RenderedObject gateway) {
        String section = parent.root().path("sectionName").asString("");
        List<String> known = gateway.root()
                .at("/spec/listeners")
                .valueStream()
                .map(listener -> listener.path("name").asString(""))
                .toList();
        return known.contains(section)
                ? Stream.empty()
                : Stream.of(new Problem(
                        parent.place().then("sectionName").value(),
                        "unknown-listener",
                        "HTTPRoute " + Quote.of(route.name()) + " attaches to listener " + Quote.of(section)
                                + ", which Gateway " + Quote.of(gateway.name()) + " does not have",
                        "a route whose section the Gateway does not have is never attached",
                        Choice.fix(section, known, "add the listener to the Gateway")));
    }
}
