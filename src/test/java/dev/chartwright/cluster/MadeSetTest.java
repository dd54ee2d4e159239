package dev.chartwright.cluster;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class MadeSetTest {
    private static final String TENANT = """
            kind: Tenant
            metadata: {name: store, namespace: files}
            spec:
              image: minio:2
              pools: [{name: pool-0, resources: {limits: {memory: 1Gi}}}]
            """;
    private static final String SET = """
            metadata: {generation: 2}
            spec:
              replicas: 1
              template:
                spec:
                  containers:
                    - {name: sidecar, image: "sidecar:1"}
                    - {name: minio, image: "minio:2", resources: {limits: {memory: 1Gi}}}
            status: {observedGeneration: 2, readyReplicas: 1, currentRevision: b, updateRevision: b}
            """;

    @Test
    void isFoundByTheResource() {
        assertThat(MadeSet.of(yaml(TENANT)))
                .extracting(MadeSet::path)
                .containsExactly("/apis/apps/v1/namespaces/files/statefulsets/store-pool-0");
        assertThat(MadeSet.of(yaml("{kind: Redis, metadata: {name: cache, namespace: data}}")))
                .extracting(MadeSet::path)
                .containsExactly("/apis/apps/v1/namespaces/data/statefulsets/cache");
        assertThat(MadeSet.of(yaml("{kind: RabbitmqCluster, metadata: {name: bus, namespace: data}}")))
                .extracting(MadeSet::path)
                .containsExactly("/apis/apps/v1/namespaces/data/statefulsets/bus-server");
        assertThat(MadeSet.of(yaml("{kind: Queue}"))).isEmpty();
    }

    @Test
    void isDoneWhenEveryPodIsNew() {
        assertThat(fault(SET)).isEmpty();
    }

    /** Right after a rollback: all is ready still, as it was. */
    @Test
    void isNotDoneBeforeItsOperatorLooked() {
        String before = "its operator has not looked at it since it changed";
        assertThat(fault(SET.replace("memory: 1Gi", "memory: 2Gi"))).isEqualTo(before);
        assertThat(fault(SET.replace("minio:2", "minio:1"))).isEqualTo(before);
        assertThat(fault("{}")).isEqualTo(before);
    }

    @Test
    void isNotDoneBeforeItsPodsAreNew() {
        String between = "its pods are not all new and ready";
        assertThat(fault(SET.replace("observedGeneration: 2", "observedGeneration: 1")))
                .isEqualTo(between);
        assertThat(fault(SET.replace("readyReplicas: 1, ", ""))).isEqualTo(between);
        assertThat(fault(SET.replace("currentRevision: b", "currentRevision: a")))
                .isEqualTo(between);
    }

    private static String fault(String set) {
        return MadeSet.of(yaml(TENANT)).findFirst().orElseThrow().fault(yaml(set));
    }

    private static JsonNode yaml(String text) {
        return JsonMapper.shared().valueToTree(new Yaml().<Object>load(text));
    }
}
