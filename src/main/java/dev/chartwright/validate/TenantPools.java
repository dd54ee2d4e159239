package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import tools.jackson.databind.JsonNode;

/** A pool of a MinIO Tenant keeps its number of servers and volumes; pools are told apart by their names. */
final class TenantPools implements UpgradeRule {
    @Override
    public Stream<Problem> check(ChangedObject object) {
        return pools(object.before())
                .flatMap(before -> pools(object.after())
                        .filter(after -> name(after).equals(name(before)))
                        .flatMap(after -> changes(before, after)))
                .map(change -> object.problem(
                        change,
                        "the Tenant's definition refuses it: objects are spread over the drives that a pool began with",
                        "keep the pool as it was, and add another one to grow"));
    }

    private static Stream<FieldChange> changes(JsonNode before, JsonNode after) {
        return Stream.of("servers", "volumesPerServer")
                .flatMap(field -> FieldChange.between(
                        "spec.pools[" + name(after) + "]." + field, before.path(field), after.path(field)));
    }

    private static Stream<JsonNode> pools(RenderedObject tenant) {
        return tenant.root().path("spec").path("pools").valueStream();
    }

    private static String name(JsonNode pool) {
        return pool.path("name").asString("");
    }
}
