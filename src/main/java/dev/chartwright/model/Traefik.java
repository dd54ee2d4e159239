package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * The edge router, its certificates and its Gateway.
 *
 * @param name chart name
 * @param namespace where the controller (managed) or the distribution's own (k3s) runs
 * @param mode whether the chart runs the controller
 * @param ingressClass name of the IngressClass and GatewayClass
 * @param redirectToHttps whether plain http on public entry points is redirected
 * @param controller the controller, for mode managed
 * @param issuers cert-manager ClusterIssuers
 * @param gateway the Gateway that HTTPRoutes attach to
 */
public record Traefik(
        String name,
        String namespace,
        TraefikMode mode,
        String ingressClass,
        boolean redirectToHttps,
        Optional<TraefikController> controller,
        List<ClusterIssuer> issuers,
        Optional<Gateway> gateway)
        implements Component {
    public Traefik {
        if ((mode == TraefikMode.MANAGED) != controller.isPresent()) {
            throw new InvalidValueException(
                    "mode",
                    "traefik-controller",
                    mode == TraefikMode.MANAGED
                            ? "mode is `managed` but there is no `controller`"
                            : "mode is `k3s` but there is a `controller`",
                    "`managed` runs a controller of the chart's own; `k3s` configures the one that k3s brings",
                    mode == TraefikMode.MANAGED ? "add `controller:`" : "remove `controller:` or set `mode: managed`");
        }
    }

    @Override
    public String description() {
        return "Traefik as the edge router, with its certificate issuers and Gateway";
    }

    @Override
    public String appVersion() {
        return controller.map(value -> value.image().tag()).orElse("k3s");
    }

    @Override
    public List<Secret> secrets() {
        return List.of();
    }

    public boolean isK3s() {
        return mode == TraefikMode.K3S;
    }

    @Override
    public boolean hasIssuedCertificates() {
        return gateway.stream()
                .filter(edge -> edge.clusterIssuer().isPresent())
                .flatMap(edge -> edge.listeners().stream())
                .anyMatch(listener -> listener.tlsSecret().isPresent());
    }

    /** Redirects of the Gateway's listeners; none without a Gateway. */
    public List<HttpsRedirect> redirects() {
        return gateway.map(Gateway::redirects).orElse(List.of());
    }
}
