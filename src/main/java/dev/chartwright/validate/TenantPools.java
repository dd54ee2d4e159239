package dev.chartwright.validate;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import tools.jackson.databind.JsonNode;

/** A pool of a MinIO Tenant keeps its number of servers and volumes; pools are told apart by their names. */
final class TenantPools implements UpgradeRule {
    @Override
    public Stream<Problem> check(ChangedObject object) {
        return pools(object.before())
                .flatMap(before -> IntStream.range(
                                0, (int) pools(object.after()).count())
                        .boxed()
                        .flatMap(at -> changes(before, pool(object.after(), at), at)))
                .map(change -> object.problem(
                        change,
                        "the Tenant's definition refuses it: objects are spread over the drives that a pool began with",
                        "keep the pool as it was, and add another one to grow"));
    }

    private static Stream<FieldChange> changes(JsonNode before, JsonNode after, int at) {
        return !name(after).equals(name(before))
                ? Stream.empty()
                : Stream.of("servers", "volumesPerServer")
                        .flatMap(field -> FieldChange.between(
                                "spec.pools[" + name(after) + "]." + field,
                                "/spec/pools/" + at + "/" + field,
                                before.path(field),
                                after.path(field)));
    }

    private static JsonNode pool(RenderedObject tenant, int at) {
        return tenant.root().path("spec").path("pools").path(at);
    }

    private static Stream<JsonNode> pools(RenderedObject tenant) {
        return tenant.root().path("spec").path("pools").valueStream();
    }

    private static String name(JsonNode pool) {
        return pool.path("name").asString("");
    }
}
