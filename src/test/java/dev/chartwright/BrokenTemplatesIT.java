package dev.chartwright;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.assemble.ChartAssembler;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.chart.TracedFiles;
import dev.chartwright.load.LoadedPlatform;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.render.TemplateRenderer;
import dev.chartwright.validate.ChartValidator;
import dev.chartwright.validate.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Breaks one template in one place at random, a thousand times: each time that what Helm renders changes its meaning,
 * somebody is told, at the broken place. {@code -Dseed=} repeats a run.
 */
class BrokenTemplatesIT {
    private static final int RUNS = Integer.getInteger("runs", 1000);
    private static final Path SCHEMA = Path.of("schema");

    private final ChartValidator validator = new ChartValidator(SCHEMA);
    private final ChartAssembler assembler = new ChartAssembler(SCHEMA);
    private final Map<String, int[]> rates = new TreeMap<>();
    private final List<String> missed = new ArrayList<>();
    private final Map<String, long[]> times = new TreeMap<>();

    @TempDir
    private Path folder;

    /**
     * A platform that is right, to see what a broken template does to it.
     *
     * @param files what the right templates make
     * @param objects what Helm makes of them
     */
    private record Valid(LoadedPlatform input, List<ChartFile> files, List<Map<String, Object>> objects) {}

    /** A place that was chosen. */
    private record Target(String file, int index, List<String> before, List<String> after) {}

    @Test
    void tellsEveryMistakeAtItsPlace() throws IOException {
        long seed = Long.getLong("seed", 20_260_101L);
        String only = System.getProperty("only", "");
        List<TemplateMutation> kinds = TemplateMutation.kinds()
                .filter(kind -> kind.name().contains(only))
                .toList();
        List<Valid> platforms = platforms();
        Map<String, List<String>> templates = copyTemplates();
        for (int run = 0; run < RUNS; run++) {
            breakOnce(kinds.get(run % kinds.size()), platforms, templates, new Random(seed + run));
        }
        print(seed);
        assertThat(missed).isEmpty();
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(40);
        assertThat(rates).hasSize(kinds.size());
    }

    private List<Valid> platforms() {
        TemplateRenderer renderer = new TemplateRenderer(BuiltPlatform.TEMPLATES);
        return Stream.of(
                        new PlatformLoader(BuiltPlatform.BOOKSHOP, SCHEMA).load("live"),
                        new PlatformLoader(BuiltPlatform.CODEDANG, SCHEMA).load("stage"),
                        new PlatformLoader(BuiltPlatform.CODEDANG, SCHEMA).load("local"))
                .map(input -> valid(input, renderer))
                .toList();
    }

    private Valid valid(LoadedPlatform input, TemplateRenderer renderer) {
        List<ChartFile> files = renderer.render(input.platform());
        Chart chart = assembler.assemble(input.platform(), files);
        Subject subject = Subject.alone(input.platform(), input.origins());
        assertThat(validator
                        .check(subject, chart, () -> traced(input, renderer))
                        .problems())
                .isEmpty();
        return new Valid(input, files, BuiltPlatform.parse(validator.objects(chart)));
    }

    private Map<String, List<String>> copyTemplates() throws IOException {
        Map<String, List<String>> templates = new TreeMap<>();
        try (Stream<Path> files = Files.walk(BuiltPlatform.TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = BuiltPlatform.TEMPLATES.relativize(file).toString();
                Files.createDirectories(folder.resolve(path).getParent());
                Files.copy(file, folder.resolve(path));
                templates.put(path, Files.readAllLines(file));
            }
        }
        return templates;
    }

    private void breakOnce(
            TemplateMutation kind, List<Valid> platforms, Map<String, List<String>> templates, Random random)
            throws IOException {
        Target target = choose(kind, templates, random);
        Path file = folder.resolve(target.file());
        Path broken = folder.resolve(kind.path().apply(target.file()));
        Files.delete(file);
        Files.write(broken, bytes(target.after()));
        judge(kind, target, platforms);
        Files.delete(broken);
        Files.write(file, bytes(target.before()));
    }

    private static byte[] bytes(List<String> lines) {
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        String raw = new String(text, StandardCharsets.ISO_8859_1);
        String wrong = new String(
                String.valueOf(TemplateBreakage.WRONG_BYTE).getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1);
        return raw.replace(wrong, "\u00FF").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Target choose(TemplateMutation kind, Map<String, List<String>> templates, Random random) {
        List<Target> targets = templates.entrySet().stream()
                .filter(template -> kind.file().matcher(template.getKey()).matches())
                .flatMap(template -> targets(kind, template.getKey(), template.getValue(), random))
                .toList();
        assertThat(targets).as(kind.name()).isNotEmpty();
        return targets.get(random.nextInt(targets.size()));
    }

    private static Stream<Target> targets(TemplateMutation kind, String file, List<String> lines, Random random) {
        return IntStream.range(0, lines.size())
                .filter(index -> kind.line().matcher(lines.get(index)).find())
                .filter(index -> kind.above()
                        .matcher(index == 0 ? "" : lines.get(index - 1))
                        .find())
                .filter(index -> !lines.get(index).startsWith("<%!"))
                .mapToObj(
                        index -> new Target(file, index, lines, kind.breakage().apply(lines, index, random)))
                .filter(target -> !target.after().equals(target.before())
                        || !kind.path().apply(file).equals(file));
    }

    private void judge(TemplateMutation kind, Target target, List<Valid> platforms) {
        long start = System.nanoTime();
        Optional<List<Problem>> problems = problems(platforms);
        long[] spent = times.computeIfAbsent(kind.name(), name -> new long[2]);
        spent[0] += System.nanoTime() - start;
        spent[1]++;
        if (problems.isEmpty()) {
            return;
        }
        int[] rate = rates.computeIfAbsent(kind.name(), name -> new int[2]);
        rate[0]++;
        if (problems.get().stream().anyMatch(problem -> tellsPlace(problem, kind, target))) {
            rate[1]++;
        } else {
            missed.add(kind.name() + " at " + target.file() + ":" + (target.index() + 1) + " `"
                    + target.before().get(target.index()).strip() + "` -> `"
                    + (target.index() < target.after().size()
                            ? target.after().get(target.index()).strip()
                            : "") + "`: "
                    + problems.get().stream()
                            .map(problem -> problem.location() + " " + problem.code() + " " + problem.what())
                            .toList());
        }
    }

    /** Empty when what is rendered means the same as before. */
    private Optional<List<Problem>> problems(List<Valid> platforms) {
        try {
            long start = System.nanoTime();
            TemplateRenderer renderer = new TemplateRenderer(folder);
            spend("LOAD", start);
            for (Valid platform : platforms) {
                Optional<List<Problem>> found = problems(platform, renderer);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (ProblemsException found) {
            return Optional.of(found.problems());
        } catch (RuntimeException crash) {
            return Optional.of(List.of(new Problem(
                    Location.ofFile("crash"),
                    "crash",
                    Arrays.toString(crash.getStackTrace()),
                    String.valueOf(crash),
                    "")));
        }
    }

    private Optional<List<Problem>> problems(Valid valid, TemplateRenderer renderer) {
        LoadedPlatform input = valid.input();
        long start = System.nanoTime();
        List<ChartFile> files = renderer.render(input.platform());
        spend("RENDER", start);
        if (files.equals(valid.files())) {
            return Optional.empty();
        }
        Chart chart = assembler.assemble(input.platform(), files, () -> renderer.trace(input.platform()));
        start = System.nanoTime();
        List<Problem> found = validator
                .check(Subject.alone(input.platform(), input.origins()), chart, () -> traced(input, renderer))
                .problems();
        spend(found.isEmpty() ? "CHECKCLEAN" : "CHECKBAD", start);
        return found.isEmpty() && meansTheSame(valid, chart) ? Optional.empty() : Optional.of(found);
    }

    private void spend(String what, long start) {
        long[] spent = times.computeIfAbsent(what, name -> new long[2]);
        spent[0] += System.nanoTime() - start;
        spent[1]++;
    }

    private boolean meansTheSame(Valid valid, Chart chart) {
        return BuiltPlatform.parse(validator.objects(chart)).equals(valid.objects());
    }

    private TracedChart traced(LoadedPlatform input, TemplateRenderer renderer) {
        TracedFiles files = renderer.trace(input.platform());
        return new TracedChart(assembler.assemble(input.platform(), files.files()), files.lines());
    }

    /** Inside what was broken or around it, or at something that names it. */
    private static boolean tellsPlace(Problem problem, TemplateMutation kind, Target target) {
        return kind.toldElsewhere().contains(problem.code()) || isInside(problem.location(), kind, target);
    }

    private static boolean isInside(Location place, TemplateMutation kind, Target target) {
        boolean file = place.file().endsWith("/" + kind.path().apply(target.file()));
        int first = target.index() + 1;
        int last = TemplateNode.end(target.before(), target.index());
        int more = Math.abs(target.after().size() - target.before().size());
        boolean moved = !kind.path().apply("/crds/").equals("/crds/");
        return file
                && (moved
                        || place.line() >= first - 1 && place.line() <= last + more + 1
                        || place.line() > 0
                                && TemplateNode.isAround(target.before(), place.line() - 1, target.index()));
    }

    private void print(long seed) {
        System.out.println("seed " + seed + ", " + RUNS
                + " runs: mutations that change something, and how many of them are told in place");
        rates.forEach(
                (kind, rate) -> System.out.printf("%6.1f %%  %3d  %s%n", 100.0 * rate[1] / rate[0], rate[0], kind));
        times.forEach((kind, spent) -> System.out.printf("TIME %6d ms %s%n", spent[0] / spent[1] / 1_000_000, kind));
        missed.forEach(miss -> System.out.println("MISS " + miss));
    }
}
