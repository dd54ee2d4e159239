package dev.chartwright.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.cluster.StoredRelease.Rendered;
import dev.chartwright.validate.ReleaseUnderCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes objects in one place at random: what a real API server refuses, the checks refuse too.
 *
 * <p>The objects are those of an environment, and of kinds and with fields that no template of the repository has.
 * {@code -Dseed=} repeats a run, {@code -Druns=} sets how many changes are tried, {@code -Denvironment=} whose objects.
 */
class ServerAgreementClusterIT {
    private static final Path MORE = Path.of("src/test/resources/dev/chartwright/cluster/objects.yaml");
    private static final String ENVIRONMENT = System.getProperty("environment", "stage");
    private static final String DRY_RUN = "?dryRun=All&fieldValidation=Strict";
    private static final int RUNS = Integer.getInteger("runs", 1500);
    private static final int LEAST_REFUSED = RUNS / 3;

    /** What no rule says: amounts of limits against each other, and files of several sources at one path. */
    private static final Pattern LEFT = Pattern.compile("LimitRange .*: /spec/limits/0/default(Request)?/cpu.*"
            + "|.*/resourceFieldRef/divisor = 7|.*/projected/sources(/\\d+/\\w+/items)? = \\[\\{.*");

    /** Of what the schemas tell; policies and references may well find something in objects that stand alone. */
    private static final Set<String> FIELDS = Set.of(
            "duplicate-item",
            "item-count",
            "key-name",
            "label-syntax",
            "missing-key",
            "not-allowed-value",
            "object-name",
            "out-of-range",
            "resource-rule",
            "text-length",
            "text-pattern",
            "unknown-key",
            "unknown-kind",
            "wrong-type");

    private final List<JsonNode> objects = new ArrayList<>();
    private TestCluster cluster;
    private Discovery discovery;
    private ReleaseUnderCheck check;

    /** A change of one of the objects. */
    private record Candidate(int index, ObjectChange change) {}

    @BeforeEach
    void layTheObjects() throws IOException, InterruptedException, GeneralSecurityException {
        PackedEnvironment packed = PackedEnvironment.of(ENVIRONMENT);
        StoredRelease release = StoredRelease.of(ENVIRONMENT);
        Stream.of(Files.readString(MORE).split("(?m)^---$"))
                .map(Rendered::of)
                .map(Rendered::object)
                .forEach(objects::add);
        release.objects().stream().map(Rendered::object).forEach(objects::add);
        cluster = Surroundings.of(packed).cluster();
        for (JsonNode definition : packed.definitions().values()) {
            cluster.define(definition).demandDone();
        }
        objects.stream()
                .map(object -> object.at("/metadata/namespace").asString(""))
                .filter(namespace -> !namespace.isEmpty())
                .distinct()
                .forEach(cluster::makeNamespace);
        discovery = new Discovery(cluster.api());
        check = new ReleaseUnderCheck(
                packed.platform(), objects, List.copyOf(packed.definitions().values()));
    }

    @Test
    void acceptsWhatTheServerAccepts() {
        assertThat(check.codes()).doesNotContainAnyElementsOf(FIELDS);
        assertThat(objects).filteredOn(object -> !isNamespace(object)).allSatisfy(object -> {
            KubeApi.Answer answer = dryRun(object, object);
            assertThat(answer.isDone()).as(answer.message()).isTrue();
        });
    }

    @Test
    void refusesWhatTheServerRefuses() {
        long seed = Long.getLong("seed", 20_260_101L);
        List<Candidate> candidates = candidates();
        Collections.shuffle(candidates, new Random(seed));
        List<String> missed = new ArrayList<>();
        int refused = 0;
        for (Candidate candidate : candidates.subList(0, Math.min(RUNS, candidates.size()))) {
            JsonNode object = objects.get(candidate.index());
            KubeApi.Answer answer = dryRun(object, candidate.change().changed());
            if (!answer.isDone()) {
                refused++;
                String change = words(object, candidate.change());
                if (!LEFT.matcher(change).matches()
                        && check.told(candidate.index(), candidate.change().changed())
                                .isEmpty()) {
                    missed.add(change + " | " + answer.message());
                }
            }
        }
        System.out.printf(
                "seed %d: of %d changes %d were tried, the API server refused %d, and of these the checks missed %d%n",
                seed, candidates.size(), Math.min(RUNS, candidates.size()), refused, missed.size());
        assertThat(missed).isEmpty();
        assertThat(refused).isGreaterThan(LEAST_REFUSED);
    }

    /** Each change of each field of each kind once. */
    private List<Candidate> candidates() {
        Set<String> seen = new HashSet<>();
        List<Candidate> candidates = new ArrayList<>();
        for (int index = 0; index < objects.size(); index++) {
            JsonNode object = objects.get(index);
            if (!isNamespace(object)) {
                for (ObjectChange change : ObjectChange.of(object)) {
                    if (seen.add(object.path("kind") + change.pointer().replaceAll("/\\d+", "/0") + change.name())) {
                        candidates.add(new Candidate(index, change));
                    }
                }
            }
        }
        return candidates;
    }

    private KubeApi.Answer dryRun(JsonNode object, JsonNode changed) {
        String namespace = object.at("/metadata/namespace").asString("");
        return cluster.api().post(discovery.of(object).collection(namespace) + DRY_RUN, changed);
    }

    /** They are there already, for the others to stand in. */
    private static boolean isNamespace(JsonNode object) {
        return object.path("kind").asString("").equals("Namespace");
    }

    private static String words(JsonNode object, ObjectChange change) {
        return object.path("kind").asString() + " "
                + object.at("/metadata/name").asString() + ": " + change.pointer() + " = " + change.name();
    }
}
