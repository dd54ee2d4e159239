package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;

import dev.chartwright.model.Claim;
import dev.chartwright.model.Platform;
import dev.chartwright.model.SamplePlatform;
import dev.chartwright.model.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.chartwright.model.Records.with;
import static dev.chartwright.validate.RuleAssert.assertClean;
import static dev.chartwright.validate.RuleAssert.assertProblem;

class StorageClassRuleTest {
    private static final String CODE = "unknown-storage-class";
    private static final Platform LISTED =
            with(SamplePlatform.create(), "cluster.storageClasses", List.of("slow", "fast"));

    @ParameterizedTest
    @CsvSource({
        "rabbitmq.cluster.storage, /rabbitmq/cluster/storage/storageClass",
        "redis.instance.storage, /redis/instance/storage/storageClass",
        "minio.tenant.pool.storage, /minio/tenant/pool/storage/storageClass",
        "postgres.storage, /postgres/storage/storageClass"
    })
    void looksAtTheClaimsOfParts(String path, String pointer) {
        assertClean(with(LISTED, path, claim("fast")));
        assertProblem(with(LISTED, path, claim("fats")), CODE, pointer);
    }

    @Test
    void looksAtVolumes() {
        assertClean(with(LISTED, "applications.0.data.volumes", List.of(volume("slow"))));
        assertProblem(
                with(LISTED, "applications.0.data.volumes", List.of(volume("slwo"))),
                CODE,
                "/applications/api/data/volumes/index/claim/storageClass");
    }

    @Test
    void looksAtTheClassOfAllOthers() {
        assertClean(with(LISTED, "cluster.storageClass", Optional.of("fast")));
        assertProblem(with(LISTED, "cluster.storageClass", Optional.of("gone")), CODE, "/cluster/storageClass");
    }

    @Test
    void knowsNothingWithoutAList() {
        assertClean(with(SamplePlatform.create(), "redis.instance.storage", claim("any")));
    }

    private static Claim claim(String storageClass) {
        return new Claim("1Gi", Optional.of(storageClass), "ReadWriteOnce");
    }

    private static Volume volume(String storageClass) {
        return new Volume(
                "index",
                "/index",
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(claim(storageClass)),
                Optional.empty(),
                Optional.empty());
    }
}
