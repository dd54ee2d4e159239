package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import dev.chartwright.assemble.ChartAssembler;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.chart.TracedFiles;
import dev.chartwright.load.LoadedPlatform;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.problem.Rendering;
import dev.chartwright.render.TemplateRenderer;
import dev.chartwright.validate.ChartValidator;
import dev.chartwright.validate.Subject;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Breaks the bookshop in one place at random, a thousand times: each time that its meaning changes, somebody is told,
 * at the broken place. {@code -Dseed=} repeats a run.
 */
class BrokenPlatformIT {
    private static final int RUNS = Integer.getInteger("runs", 1000);
    private static final String ENVIRONMENT = "live";
    private static final Path SCHEMA = Path.of("schema");
    private static final Path VALID = BuiltPlatform.BOOKSHOP;

    private final ChartValidator validator = new ChartValidator(SCHEMA);
    private final ChartAssembler assembler = new ChartAssembler(SCHEMA);
    private final TemplateRenderer renderer = new TemplateRenderer(BuiltPlatform.TEMPLATES);
    private final LoadedPlatform valid = new PlatformLoader(VALID, SCHEMA).load(ENVIRONMENT);
    private final Map<String, int[]> rates = new TreeMap<>();
    private final List<String> missed = new ArrayList<>();

    @TempDir
    private Path folder;

    /**
     * A place that was chosen.
     *
     * @param pointer JSON pointer of the value
     * @param first first line of what is broken, in the valid file
     * @param last its last line
     * @param old text of the scalar; empty for others
     */
    private record Target(String pointer, int first, int last, String old) {}

    @Test
    void tellsEveryMistakeAtItsPlace() throws IOException {
        long seed = Long.getLong("seed", 20_260_101L);
        Random random = new Random(seed);
        List<Mutation> kinds = Mutation.kinds();
        copyValid();
        for (int run = 0; run < RUNS; run++) {
            breakOnce(kinds.get(run % kinds.size()), random);
        }
        print(seed);
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(40);
        assertThat(missed).isEmpty();
        assertThat(rates).hasSize(kinds.size());
    }

    private void copyValid() throws IOException {
        for (String file : List.of("base.yaml", ENVIRONMENT + ".yaml")) {
            Files.copy(VALID.resolve(file), folder.resolve(file));
        }
    }

    private void breakOnce(Mutation kind, Random random) throws IOException {
        Path file = folder.resolve(kind.file());
        String text = Files.readString(file);
        Lines lines = Lines.of(text);
        Origins origins = new YamlReader().read(text, kind.file()).origins();
        Target target = choose(kind, lines, origins, random);
        List<String> broken = kind.breakage()
                .apply(
                        lines,
                        origins.key(target.pointer()),
                        origins.value(target.pointer()),
                        end(origins, target),
                        random);
        Files.writeString(file, String.join("\n", broken) + "\n");
        judge(kind, target, lines.lines(), broken);
        Files.writeString(file, text);
    }

    private static int end(Origins origins, Target target) {
        return lastLine(origins, target.pointer());
    }

    private static int lastLine(Origins origins, String pointer) {
        return origins.values().entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(pointer) || entry.getKey().startsWith(pointer + "/"))
                .mapToInt(entry -> entry.getValue().line())
                .max()
                .orElseThrow();
    }

    private static Target choose(Mutation kind, Lines lines, Origins origins, Random random) {
        List<String> pointers = origins.values().keySet().stream()
                .filter(pointer -> kind.pointer().matcher(pointer).matches())
                .filter(pointer -> applies(kind, lines, origins, pointer))
                .sorted()
                .toList();
        assertThat(pointers).as(kind.name()).isNotEmpty();
        String pointer = pointers.get(random.nextInt(pointers.size()));
        Location value = origins.value(pointer);
        String old = value.length() > 1 ? lines.token(value).replace("\"", "") : "";
        return new Target(pointer, origins.key(pointer).line(), lastLine(origins, pointer), old);
    }

    private static boolean applies(Mutation kind, Lines lines, Origins origins, String pointer) {
        Location key = origins.key(pointer);
        int last = lastLine(origins, pointer);
        return !kind.breakage()
                .apply(lines, key, origins.value(pointer), last, new Random(0))
                .equals(lines.lines());
    }

    private void judge(Mutation kind, Target target, List<String> before, List<String> broken) {
        Optional<List<Problem>> problems = problems();
        if (problems.isEmpty()) {
            return;
        }
        int[] rate = rates.computeIfAbsent(kind.name(), name -> new int[2]);
        rate[0]++;
        if (problems.get().stream().anyMatch(problem -> tellsPlace(problem, kind, target, before, broken))) {
            rate[1]++;
        } else {
            missed.add(kind.name() + " at " + target.pointer() + ": "
                    + problems.get().stream()
                            .map(problem -> problem.location() + " " + problem.code() + " " + problem.what())
                            .toList());
        }
    }

    /** Empty when what was written means the same as before. */
    private Optional<List<Problem>> problems() {
        try {
            LoadedPlatform input = new PlatformLoader(folder, SCHEMA).load(ENVIRONMENT);
            if (input.platform().equals(valid.platform())) {
                return Optional.empty();
            }
            List<Problem> found = validator.check(Subject.alone(input.platform(), input.origins()));
            return Optional.of(found.isEmpty() ? rendered(input) : found);
        } catch (ProblemsException found) {
            return Optional.of(found.problems());
        }
    }

    private List<Problem> rendered(LoadedPlatform input) {
        Chart chart = assembler.assemble(input.platform(), renderer.render(input.platform()));
        return validator
                .check(Subject.alone(input.platform(), input.origins()), chart, () -> traced(input))
                .problems();
    }

    private TracedChart traced(LoadedPlatform input) {
        TracedFiles files = renderer.trace(input.platform());
        return new TracedChart(assembler.assemble(input.platform(), files.files()), files.lines(), files.templates());
    }

    /** Inside what was broken or around it, or at something that names it. */
    private boolean tellsPlace(
            Problem problem, Mutation kind, Target target, List<String> before, List<String> broken) {
        String name = target.pointer().substring(target.pointer().lastIndexOf('/') + 1);
        List<Location> places = new ArrayList<>(List.of(problem.location()));
        problem.rendering().map(Rendering::written).ifPresent(places::add);
        String old = target.old();
        return problem.code().equals(kind.toldElsewhere())
                || places.stream()
                        .anyMatch(place -> isInside(place, kind, target, before.size() - broken.size())
                                || names(place, name)
                                || problem.what().contains(name)
                                || !old.isEmpty()
                                        && (names(place, old) || problem.what().contains(old)));
    }

    private boolean isInside(Location place, Mutation kind, Target target, int fewer) {
        boolean file = place.file().endsWith("/" + kind.file());
        return file && place.line() >= target.first() - 1 && place.line() <= target.last() + Math.max(0, -fewer) + 1
                || file && fewer > 0 && parentHolds(place, target);
    }

    /** Something missing is told at what it is missing from. */
    private static boolean parentHolds(Location place, Target target) {
        return place.line() > 0 && place.line() <= target.first();
    }

    private boolean names(Location place, String name) {
        try {
            Path file = folder.resolve(Path.of(place.file()).getFileName());
            return place.line() > 0
                    && Files.exists(file)
                    && Files.readAllLines(file).get(place.line() - 1).contains(name);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void print(long seed) {
        System.out.println("seed " + seed + ", " + RUNS
                + " runs: mutations that change something, and how many of them are told in place");
        rates.forEach(
                (kind, rate) -> System.out.printf("%6.1f %%  %3d  %s%n", 100.0 * rate[1] / rate[0], rate[0], kind));
    }
}
