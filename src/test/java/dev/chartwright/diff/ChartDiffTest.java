package dev.chartwright.diff;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChartDiffTest {
    private static final String BEFORE = """
            ---
            # Source: shop-stage/charts/web/templates/deployment.yaml
            kind: Deployment
            metadata: { name: web, namespace: shop, labels: { helm.sh/chart: web-1.0.0 } }
            spec: { replicas: 1, containers: [{ name: web, image: "web:1" }] }
            ---
            # Source: shop-stage/templates/namespace.yaml
            kind: Namespace
            metadata: { name: shop }
            """;

    @Test
    void namesObjectsAndFields() {
        String after = BEFORE.replace("replicas: 1", "replicas: 3")
                .replace("web:1", "web:2")
                .replace("web-1.0.0", "web-1.1.0")
                .replace("kind: Namespace", "kind: Role");
        assertThat(ChartDiff.of(BEFORE, after))
                .containsExactly(
                        new Difference("shop-stage", "", "Namespace shop", "gone", ""),
                        new Difference("shop-stage", "", "Role shop", "", "new"),
                        new Difference("web", "", "Deployment shop/web: spec.containers[web].image", "web:1", "web:2"),
                        new Difference("web", "", "Deployment shop/web: spec.replicas", "1", "3"));
    }

    @Test
    void findsNothingWhereNothingChanged() {
        assertThat(ChartDiff.of(BEFORE, BEFORE)).isEmpty();
    }
}
