package dev.chartwright.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pods that operators make from custom resources, as far as these say how: the parts that an operator copies as they are.
 *
 * <p>What an operator adds of its own, such as ports and probes, is not there; only rules that ask for the copied parts may
 * look here.
 */
final class OperatedTemplates {
    static final String BROKER = "RabbitmqCluster";
    static final String TENANT = "Tenant";
    private static final String REDIS = "Redis";
    private static final String OVERRIDE = "/spec/override/statefulSet/spec/template/spec";

    private OperatedTemplates() {}

    static Stream<PodTemplate> of(List<RenderedObject> objects) {
        return objects.stream().flatMap(object -> switch (object.group() + "/" + object.kind()) {
            case "rabbitmq.com/" + BROKER -> Stream.of(broker(object));
            case "redis.redis.opstreelabs.in/" + REDIS -> Stream.of(redis(object));
            case "minio.min.io/" + TENANT -> tenant(object);
            default -> Stream.empty();
        });
    }

    /** Pods of every object. */
    static Stream<PodTemplate> andRendered(List<RenderedObject> objects) {
        return Stream.concat(PodTemplate.of(objects), of(objects));
    }

    /** The operator merges the override into its own StatefulSet, containers by their names. */
    private static PodTemplate broker(RenderedObject object) {
        int at = index(object.root().at(OVERRIDE + "/containers"), "rabbitmq");
        Parts parts = new Parts(object)
                .copy("/spec/replicas", "/spec/replicas")
                .copy(OVERRIDE + "/securityContext", "/spec/securityContext")
                .copy(OVERRIDE + "/topologySpreadConstraints", "/spec/topologySpreadConstraints")
                .copy("/spec/affinity", "/spec/affinity")
                .container("rabbitmq")
                .copy("/spec/image", "/spec/containers/0/image")
                .copy("/spec/resources", "/spec/containers/0/resources");
        return parts.copy(OVERRIDE + "/containers/" + at + "/securityContext", "/spec/containers/0/securityContext")
                .pod();
    }

    private static int index(JsonNode containers, String name) {
        return IntStream.range(0, containers.size())
                .filter(index -> containers.get(index).path("name").asString("").equals(name))
                .findFirst()
                .orElse(0);
    }

    private static PodTemplate redis(RenderedObject object) {
        return new Parts(object)
                .copy("/spec/podSecurityContext", "/spec/securityContext")
                .container("redis")
                .copy("/spec/kubernetesConfig/image", "/spec/containers/0/image")
                .copy("/spec/kubernetesConfig/resources", "/spec/containers/0/resources")
                .copy("/spec/securityContext", "/spec/containers/0/securityContext")
                .copy("/spec/env", "/spec/containers/0/env")
                .pod();
    }

    /** Each pool is a StatefulSet. */
    private static Stream<PodTemplate> tenant(RenderedObject object) {
        return IntStream.range(0, object.root().at("/spec/pools").size()).mapToObj(index -> {
            String pool = "/spec/pools/" + index;
            return new Parts(object)
                    .copy(pool + "/servers", "/spec/replicas")
                    .copy(pool + "/securityContext", "/spec/securityContext")
                    .copy(pool + "/affinity", "/spec/affinity")
                    .copy(pool + "/topologySpreadConstraints", "/spec/topologySpreadConstraints")
                    .container("minio")
                    .copy("/spec/image", "/spec/containers/0/image")
                    .copy("/spec/env", "/spec/containers/0/env")
                    .copy(pool + "/resources", "/spec/containers/0/resources")
                    .copy(pool + "/containerSecurityContext", "/spec/containers/0/securityContext")
                    .pod();
        });
    }

    /** A pod that is put together from parts of an object, with the places of those. */
    private static final class Parts {
        private final RenderedObject object;
        private final ObjectNode root = JsonMapper.shared().createObjectNode();
        private final Map<String, Location> keys = new HashMap<>();
        private final Map<String, Location> values = new HashMap<>();

        Parts(RenderedObject object) {
            this.object = object;
            root.set("apiVersion", object.root().path("apiVersion"));
            root.set("kind", object.root().path("kind"));
            root.set("metadata", object.root().path("metadata"));
            root.putObject("spec");
            keys.put("/spec", object.place("spec").key());
        }

        Parts container(String name) {
            ((ObjectNode) root.path("spec")).putArray("containers").addObject().put("name", name);
            return this;
        }

        Parts copy(String from, String to) {
            JsonNode part = object.root().at(from);
            if (!part.isMissingNode()) {
                int parent = to.lastIndexOf('/');
                ((ObjectNode) root.at(to.substring(0, parent))).set(to.substring(parent + 1), part);
                move(object.origins().keys(), keys, from, to);
                move(object.origins().values(), values, from, to);
            }
            return this;
        }

        private static void move(Map<String, Location> all, Map<String, Location> moved, String from, String to) {
            all.forEach((pointer, location) -> {
                if (pointer.equals(from) || pointer.startsWith(from + "/")) {
                    moved.put(to + pointer.substring(from.length()), location);
                }
            });
        }

        PodTemplate pod() {
            Origins origins = new Origins(keys, values, object.origins().document());
            return new PodTemplate(new RenderedObject(object.source(), root, origins), List.of());
        }
    }
}
