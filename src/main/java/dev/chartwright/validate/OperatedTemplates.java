package dev.chartwright.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.chartwright.model.CustomKind;
import dev.chartwright.model.CustomPods;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pods that operators make from custom resources, as far as these say how: the parts that an operator copies as they are.
 *
 * <p>What an operator adds of its own, such as ports and probes, is not there; only rules that ask for the copied parts may
 * look here.
 */
final class OperatedTemplates {
    private OperatedTemplates() {}

    static Stream<PodTemplate> of(Release release) {
        return release.objects().stream()
                .flatMap(object ->
                        release.kind(object).flatMap(CustomKind::pods).stream().flatMap(pods -> of(object, pods)));
    }

    /** Pods of every object. */
    static Stream<PodTemplate> andRendered(Release release) {
        return Stream.concat(PodTemplate.of(release.objects()), of(release));
    }

    private static Stream<PodTemplate> of(RenderedObject object, CustomPods pods) {
        return pods.each().isEmpty()
                ? Stream.of(pod(object, pods, object::find))
                : pods.each().stream()
                        .flatMap(each -> object.find(each)
                                .map(element -> pod(
                                        object,
                                        pods,
                                        path -> path.startsWith(each + "/")
                                                ? element.find(path.substring(each.length() + 1))
                                                : object.find(path))));
    }

    private static PodTemplate pod(RenderedObject object, CustomPods pods, Function<String, Stream<Element>> find) {
        Parts parts = new Parts(object, pods.container());
        pods.replicas().ifPresent(path -> parts.copy(find.apply(path), "/spec/replicas"));
        pods.fields().forEach(field -> parts.copy(find.apply(field.value()), "/spec/" + field.name()));
        pods.containerFields()
                .forEach(field -> parts.copy(find.apply(field.value()), "/spec/containers/0/" + field.name()));
        return parts.pod();
    }

    /** A pod that is put together from parts of an object, with the places of those. */
    private static final class Parts {
        private final RenderedObject object;
        private final ObjectNode root = JsonMapper.shared().createObjectNode();
        private final Map<String, Location> keys = new HashMap<>();
        private final Map<String, Location> values = new HashMap<>();

        Parts(RenderedObject object, String container) {
            this.object = object;
            root.set("apiVersion", object.root().path("apiVersion"));
            root.set("kind", object.root().path("kind"));
            root.set("metadata", object.root().path("metadata"));
            root.putObject("spec").putArray("containers").addObject().put("name", container);
            keys.put("/spec", object.place("spec").key());
        }

        void copy(Stream<Element> found, String to) {
            found.limit(1).forEach(part -> {
                int parent = to.lastIndexOf('/');
                ((ObjectNode) root.at(to.substring(0, parent))).set(to.substring(parent + 1), part.root());
                move(object.origins().keys(), keys, part.place().pointer(), to);
                move(object.origins().values(), values, part.place().pointer(), to);
            });
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
