package dev.chartwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
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
 * Breaks one template in one place at random, in each way twice: each time that what Helm renders changes its meaning,
 * somebody is told, at the broken place. {@code -Dseed=} repeats a run, {@code -Deach=} sets how often each way is tried,
 * {@code -Donly=} picks ways by their names.
 */
class BrokenTemplatesIT {
    private static final int EACH = Integer.getInteger("each", 2);
    private static final long SEED = Long.getLong("seed", 20_260_101L);
    private static final String ONLY = System.getProperty("only", "");
    private static final int THREADS = 2;
    private static final Path SCHEMA = Path.of("schema");

    private final ChartValidator validator = new ChartValidator(SCHEMA);
    private final ChartAssembler assembler = new ChartAssembler(SCHEMA);
    private final Map<String, int[]> rates = new ConcurrentSkipListMap<>();
    private final List<String> missed = Collections.synchronizedList(new ArrayList<>());

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
        List<TemplateMutation> kinds = TemplateMutation.kinds()
                .filter(kind -> kind.name().contains(ONLY))
                .toList();
        List<Valid> platforms = platforms();
        Map<String, List<String>> templates = new TreeMap<>();
        for (int thread = 0; thread < THREADS; thread++) {
            templates.putAll(copyTemplates(folder.resolve(String.valueOf(thread))));
        }
        IntStream.range(0, THREADS).parallel().forEach(thread -> {
            for (int run = thread; run < kinds.size() * EACH; run += THREADS) {
                breakOnce(kinds.get(run % kinds.size()), platforms, templates, run);
            }
        });
        print(kinds.size());
        assertThat(missed).isEmpty();
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(ONLY.isEmpty() ? 40 : 1);
    }

    private List<Valid> platforms() {
        TemplateRenderer renderer = new TemplateRenderer(BuiltPlatform.TEMPLATES);
        return Stream.of(
                        new PlatformLoader(BuiltPlatform.BOOKSHOP, SCHEMA, Path.of("templates")).load("live"),
                        new PlatformLoader(BuiltPlatform.CODEDANG, SCHEMA, Path.of("templates")).load("stage"),
                        new PlatformLoader(BuiltPlatform.CODEDANG, SCHEMA, Path.of("templates")).load("local"))
                .map(input -> valid(input, renderer))
                .toList();
    }

    private Valid valid(LoadedPlatform input, TemplateRenderer renderer) {
        List<ChartFile> files = renderer.render(input.platform());
        Chart chart = assembler.assemble(input.platform(), files);
        assertThat(check(input, chart, renderer)).isEmpty();
        return new Valid(input, files, BuiltPlatform.parse(validator.objects(chart)));
    }

    private static Map<String, List<String>> copyTemplates(Path to) throws IOException {
        Map<String, List<String>> templates = new TreeMap<>();
        try (Stream<Path> files = Files.walk(BuiltPlatform.TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = BuiltPlatform.TEMPLATES.relativize(file).toString();
                Files.createDirectories(to.resolve(path).getParent());
                Files.copy(file, to.resolve(path));
                templates.put(path, Files.readAllLines(file));
            }
        }
        return templates;
    }

    private void breakOnce(TemplateMutation kind, List<Valid> platforms, Map<String, List<String>> templates, int run) {
        Path templatesFolder = folder.resolve(String.valueOf(run % THREADS));
        Target target = choose(kind, templates, new Random(SEED + run));
        Path file = templatesFolder.resolve(target.file());
        Path broken = templatesFolder.resolve(kind.path().apply(target.file()));
        try {
            Files.delete(file);
            Files.write(broken, bytes(target.after()));
            problems(platforms, templatesFolder).ifPresent(problems -> judge(kind, target, problems));
            Files.delete(broken);
            Files.write(file, bytes(target.before()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
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
                .filter(index -> kind.fits(lines, index))
                .mapToObj(
                        index -> new Target(file, index, lines, kind.breakage().apply(lines, index, random)))
                .filter(target -> !target.after().equals(target.before())
                        || !kind.path().apply(file).equals(file));
    }

    private void judge(TemplateMutation kind, Target target, List<Problem> problems) {
        boolean told = problems.stream().anyMatch(problem -> tellsPlace(problem, kind, target));
        int[] rate = rates.computeIfAbsent(kind.name(), name -> new int[2]);
        synchronized (rate) {
            rate[0]++;
            rate[1] += told ? 1 : 0;
        }
        if (!told) {
            missed.add(kind.name() + " at " + target.file() + ":" + (target.index() + 1) + " `"
                    + target.before().get(target.index()).strip() + "`: "
                    + problems.stream()
                            .map(problem -> problem.location() + " " + problem.code() + " " + problem.what())
                            .toList());
        }
    }

    /** Empty when what is rendered means the same as before. */
    private Optional<List<Problem>> problems(List<Valid> platforms, Path templatesFolder) {
        try {
            TemplateRenderer renderer = new TemplateRenderer(templatesFolder);
            for (Valid platform : platforms) {
                Optional<List<Problem>> found = problems(platform, renderer);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (ProblemsException found) {
            return Optional.of(found.problems());
        }
    }

    private Optional<List<Problem>> problems(Valid valid, TemplateRenderer renderer) {
        LoadedPlatform input = valid.input();
        List<ChartFile> files = renderer.render(input.platform());
        if (files.equals(valid.files())) {
            return Optional.empty();
        }
        Chart chart = assemble(input, files, renderer);
        List<Problem> found = check(input, chart, renderer);
        return found.isEmpty() && meansTheSame(valid, chart) ? Optional.empty() : Optional.of(found);
    }

    private Chart assemble(LoadedPlatform input, List<ChartFile> files, TemplateRenderer renderer) {
        try {
            return assembler.assemble(input.platform(), files);
        } catch (ProblemsException refused) {
            Subject subject = Subject.alone(input.platform(), input.origins());
            throw new ProblemsException(
                    ChartValidator.atTemplates(refused.problems(), subject, files, renderer.trace(input.platform())));
        }
    }

    private List<Problem> check(LoadedPlatform input, Chart chart, TemplateRenderer renderer) {
        Subject subject = Subject.alone(input.platform(), input.origins());
        return validator.check(subject, chart, () -> traced(input, renderer)).problems();
    }

    private boolean meansTheSame(Valid valid, Chart chart) {
        return BuiltPlatform.parse(validator.objects(chart)).equals(valid.objects());
    }

    private TracedChart traced(LoadedPlatform input, TemplateRenderer renderer) {
        TracedFiles files = renderer.trace(input.platform());
        return new TracedChart(assembler.assemble(input.platform(), files.files()), files.lines(), files.templates());
    }

    /** Inside what was broken or around it, or at those who counted on it. */
    private static boolean tellsPlace(Problem problem, TemplateMutation kind, Target target) {
        return kind.toldElsewhere().contains(problem.code()) || isInside(problem.location(), kind, target);
    }

    private static boolean isInside(Location place, TemplateMutation kind, Target target) {
        String path = kind.path().apply(target.file());
        int first = target.index() + 1;
        int last = TemplateNode.end(target.before(), target.index());
        int more = Math.abs(target.after().size() - target.before().size());
        return place.file().endsWith("/" + path)
                && (!path.equals(target.file())
                        || place.line() >= first - 1 && place.line() <= TemplateNode.next(target.before(), last) + more
                        || place.line() > 0
                                && TemplateNode.isAround(target.before(), place.line() - 1, target.index()));
    }

    private void print(int kinds) {
        System.out.println("seed " + SEED + ", " + kinds * EACH + " runs of " + kinds
                + " kinds: mutations that change something, and how many of them are told in place");
        rates.forEach(
                (kind, rate) -> System.out.printf("%6.1f %%  %3d  %s%n", 100.0 * rate[1] / rate[0], rate[0], kind));
        missed.forEach(miss -> System.out.println("MISS " + miss));
    }
}
