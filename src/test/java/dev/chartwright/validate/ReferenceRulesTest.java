package dev.chartwright.validate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.model.SamplePlatform;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReferenceRulesTest {
    private static final String RELEASE = """
            # Source: shop/templates/all.yaml
            {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: bus}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec: {template: {metadata: {labels: {app: web}}}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {ports: [{name: http, port: 80}]}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web, namespace: shop}
            spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
            ---
            {apiVersion: cert-manager.io/v1, kind: ClusterIssuer, metadata: {name: letsencrypt}}
            ---
            {apiVersion: cert-manager.io/v1, kind: Issuer, metadata: {name: self-signed, namespace: bus}}
            ---
            apiVersion: cert-manager.io/v1
            kind: Certificate
            metadata: {name: ca, namespace: bus}
            spec: {secretName: ca, issuerRef: {name: self-signed}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: web
              namespace: shop
              annotations: {cert-manager.io/cluster-issuer: letsencrypt}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: edge, namespace: bus}
            ---
            {apiVersion: traefik.io/v1alpha1, kind: Middleware, metadata: {name: cors, namespace: shop}}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: web, namespace: shop}
            spec:
              parentRefs: [{name: edge, namespace: bus}]
              rules:
                - filters: [{type: ExtensionRef, extensionRef: {group: traefik.io, kind: Middleware, name: cors}}]
            ---
            {apiVersion: external-secrets.io/v1, kind: SecretStore, metadata: {name: aws, namespace: shop}}
            ---
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: keys, namespace: shop}
            spec: {secretStoreRef: {name: aws}}
            ---
            {apiVersion: rabbitmq.com/v1beta1, kind: RabbitmqCluster, metadata: {name: rabbit, namespace: bus}}
            ---
            apiVersion: rabbitmq.com/v1beta1
            kind: Vhost
            metadata: {name: shop, namespace: bus}
            spec: {name: shop, rabbitmqClusterReference: {name: rabbit}}
            ---
            apiVersion: rabbitmq.com/v1beta1
            kind: Exchange
            metadata: {name: orders, namespace: bus}
            spec: {name: orders.e, vhost: shop, rabbitmqClusterReference: {name: rabbit}}
            ---
            apiVersion: rabbitmq.com/v1beta1
            kind: Queue
            metadata: {name: orders, namespace: bus}
            spec: {name: orders.q, vhost: shop, rabbitmqClusterReference: {name: rabbit}}
            ---
            apiVersion: rabbitmq.com/v1beta1
            kind: Binding
            metadata: {name: orders, namespace: bus}
            spec:
              source: orders.e
              destination: orders.q
              destinationType: queue
              vhost: shop
              rabbitmqClusterReference: {name: rabbit}
            ---
            {apiVersion: rabbitmq.com/v1beta1, kind: User, metadata: {name: web, namespace: bus}}
            ---
            apiVersion: rabbitmq.com/v1beta1
            kind: Permission
            metadata: {name: web, namespace: bus}
            spec: {vhost: shop, userReference: {name: web}, rabbitmqClusterReference: {name: rabbit}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: web, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: web}}
              egress:
                - to:
                    - podSelector: {matchLabels: {app.kubernetes.io/name: rabbit}}
                      namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: bus}}
                    - podSelector: {matchLabels: {k8s-app: kube-dns}}
                      namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
            ---
            apiVersion: monitoring.coreos.com/v1
            kind: ServiceMonitor
            metadata: {name: web, namespace: shop}
            spec: {selector: {matchLabels: {app: web}}, endpoints: [{port: http}]}
            ---
            apiVersion: monitoring.coreos.com/v1
            kind: ServiceMonitor
            metadata: {name: rabbit, namespace: shop}
            spec:
              namespaceSelector: {matchNames: [bus]}
              selector: {matchLabels: {app.kubernetes.io/component: rabbitmq}}
              endpoints: [{port: prometheus}]
            """;

    private static List<Problem> check(String objects) {
        Release release = new Release(
                SamplePlatform.create(), RenderedObjects.parse(objects).objects(), List.of());
        return Stream.of(new ReferenceRule(), new BrokerRule(), new NetworkPolicyRule(), new MonitorRule())
                .flatMap(rule -> rule.check(release))
                .toList();
    }

    private static String broken(String right, String wrong) {
        assertThat(RELEASE).contains(right);
        return RELEASE.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
    }

    @Test
    void acceptsWhatFits() {
        assertThat(check(RELEASE)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            kind: Deployment, name: web}        | kind: Deployment, name: wbe}        | dangling-reference
            kind: Deployment, name: web}        | kind: StatefulSet, name: web}       | dangling-reference
            issuerRef: {name: self-signed}      | issuerRef: {name: selfsigned}       | dangling-reference
            {name: self-signed}}                | {name: self-signed, kind: ClusterIssuer}} | dangling-reference
            cluster-issuer: letsencrypt         | cluster-issuer: letsencript         | dangling-reference
            [{name: edge, namespace: bus}]      | [{name: egde, namespace: bus}]      | dangling-reference
            [{name: edge, namespace: bus}]      | [{name: edge}]                      | dangling-reference
            kind: Middleware, name: cors}}]     | kind: Middleware, name: corss}}]    | dangling-reference
            secretStoreRef: {name: aws}         | secretStoreRef: {name: gcp}         | dangling-reference
            Reference: {name: rabbit}           | Reference: {name: rabbits}          | dangling-reference
            name: orders.q, vhost: shop         | name: orders.q, vhost: shops        | dangling-reference
            source: orders.e                    | source: orders                      | dangling-reference
            destination: orders.q               | destination: orders                 | dangling-reference
            destinationType: queue              | destinationType: exchange           | dangling-reference
            spec: {vhost: shop, user            | spec: {vhost: shpo, user            | dangling-reference
            userReference: {name: web}          | userReference: {name: wbe}          | dangling-reference
            podSelector: {matchLabels: {app: web}} | podSelector: {matchLabels: {app: wbe}} | dangling-selector
            app.kubernetes.io/name: rabbit      | app.kubernetes.io/name: rabbits     | dangling-selector
            selector: {matchLabels: {app: web}} | selector: {matchLabels: {app: wbe}} | dangling-selector
            component: rabbitmq                 | component: rabbit                   | dangling-selector
            [{port: http}]                      | [{port: htpp}]                      | unknown-target-port
            """)
    void refuses(String right, String wrong, String code) {
        assertThat(check(broken(right, wrong))).extracting(Problem::code).contains(code);
    }

    @Test
    void saysWhoNamesWhat() {
        assertThat(check(broken("kind: Deployment, name: web}", "kind: Deployment, name: wbe}")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what())
                            .isEqualTo("HorizontalPodAutoscaler `web` names Deployment `wbe`, which nothing makes in"
                                    + " namespace `shop`");
                    assertThat(problem.fix()).isEqualTo("write `web`, or make the Deployment");
                });
    }

    @Test
    void leavesIssuersToAClusterThatHasItsOwn() {
        assertThat(check(broken(
                        "kind: ClusterIssuer, metadata: {name: letsencrypt}", "kind: Thing, metadata: {name: x}")))
                .isEmpty();
    }
}
