package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Breaks the bookshop and Codedang in one place at random, a thousand times: each time somebody is told, at the broken
 * place. {@code -Dseed=} repeats a run, {@code -Dkind=} breaks all places of the kinds that a regular expression finds.
 */
class BrokenPlatformIT {
    private static final int RUNS = Integer.getInteger("runs", 1000);
    private static final String CHOSEN = System.getProperty("kind", "");

    private final Map<String, int[]> rates = new TreeMap<>();
    private final List<String> missed = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void tellsEveryMistakeAtItsPlace() throws IOException {
        long seed = Long.getLong("seed", 20_260_101L);
        List<BrokenValues> platforms = platforms();
        List<Mutation> kinds = Mutation.kinds();
        if (CHOSEN.isEmpty()) {
            breakAtRandom(kinds, platforms, new Random(seed));
        } else {
            breakEverywhere(kinds, platforms);
        }
        print(seed);
        assertThat(missed).isEmpty();
        assertThat(kinds)
                .hasSizeGreaterThanOrEqualTo(150)
                .extracting(Mutation::name)
                .doesNotHaveDuplicates();
    }

    private List<BrokenValues> platforms() throws IOException {
        List<BrokenValues> platforms = new ArrayList<>();
        for (String environment : List.of("live", "trial")) {
            platforms.add(values(BuiltPlatform.BOOKSHOP, environment));
        }
        for (String environment : List.of("local", "production", "stage")) {
            platforms.add(values(BuiltPlatform.CODEDANG, environment));
        }
        return platforms;
    }

    private BrokenValues values(Path values, String environment) throws IOException {
        return new BrokenValues(values, environment, Files.createDirectory(folder.resolve(environment)));
    }

    private void breakAtRandom(List<Mutation> kinds, List<BrokenValues> platforms, Random random) throws IOException {
        for (int run = 0; run < RUNS; run++) {
            Mutation kind = kinds.get(run % kinds.size());
            List<List<BrokenValues.Place>> fitting = platforms.stream()
                    .map(values -> values.places(kind))
                    .filter(places -> !places.isEmpty())
                    .toList();
            if (fitting.isEmpty()) {
                missed.add(kind.name() + " fits nowhere");
                continue;
            }
            List<BrokenValues.Place> places = fitting.get(random.nextInt(fitting.size()));
            breakOnce(kind, places.get(random.nextInt(places.size())), random);
        }
    }

    private void breakEverywhere(List<Mutation> kinds, List<BrokenValues> platforms) throws IOException {
        for (Mutation kind : kinds) {
            for (BrokenValues values : kind.name().matches(CHOSEN) ? platforms : List.<BrokenValues>of()) {
                List<BrokenValues.Place> all = new ArrayList<>(values.places(kind));
                Collections.shuffle(all, new Random(1));
                for (BrokenValues.Place place :
                        all.subList(0, Math.min(all.size(), Integer.getInteger("places", 1000)))) {
                    breakOnce(kind, place, new Random(0));
                }
            }
        }
    }

    private void breakOnce(Mutation kind, BrokenValues.Place place, Random random) throws IOException {
        Broken broken = kind.breakage().apply(place.node(), random);
        Optional<List<Problem>> problems = place.values().problems(place.file(), broken);
        if (problems.isEmpty() && place.values().isElsewhere(place.node().pointer(), place.file())) {
            return;
        }
        ToldPlace told = new ToldPlace(kind, place, broken);
        int[] rate = rates.computeIfAbsent(kind.name(), name -> new int[2]);
        rate[0]++;
        if (problems.stream().flatMap(List::stream).anyMatch(told::tells)) {
            rate[1]++;
        } else {
            missed.add(kind.name() + " at " + place.node().pointer() + " in " + place.file() + " for "
                    + place.values().environment() + ": "
                    + problems.map(ToldPlace::words).orElse("no change"));
        }
    }

    private void print(long seed) {
        System.out.println("seed " + seed + ": mutations, and how many of them are told in place");
        rates.forEach(
                (kind, rate) -> System.out.printf("%6.1f %%  %3d  %s%n", 100.0 * rate[1] / rate[0], rate[0], kind));
        if (!CHOSEN.isEmpty()) {
            missed.forEach(System.out::println);
        }
    }
}
