package dev.chartwright.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.helm.HelmEngine;
import dev.chartwright.helm.HelmException;
import dev.chartwright.helm.HelmOverrun;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/** Has Helm render a chart, whole and each subchart by itself, and checks what comes out. */
final class HelmRender {
    static final String OLDEST_KUBERNETES = "1.33.0";
    /** Characters of a sentence of Helm; each template around the fault adds a hundred. */
    private static final int LONGEST = 1200;

    private static final String DEBUG_HINT = "Use --debug flag";
    private static final String OTHER_KUBERNETES = "which is incompatible with Kubernetes";
    private final HelmEngine helm = new HelmEngine(OLDEST_KUBERNETES);

    Verdict check(Subject subject, Chart chart, Supplier<TracedChart> traced) {
        Platform platform = subject.platform();
        try (TemporaryCharts folder = new TemporaryCharts()) {
            Verdict verdict = whole(subject, chart, traced, folder);
            List<Problem> problems = verdict.problems().isEmpty() ? alone(platform, chart, folder) : verdict.problems();
            return problems.isEmpty() ? verdict : Verdict.of(problems);
        } catch (IOException | UncheckedIOException unusable) {
            throw new OutsideException(
                    "cannot write the chart to the temporary folder: " + unusable.getMessage(), unusable);
        }
    }

    /** Has Helm get ready meanwhile. */
    void prepare() {
        helm.prepare();
    }

    /** A chart of which nothing but its files is known. */
    String text(Chart chart) {
        try (TemporaryCharts folder = new TemporaryCharts()) {
            return helm.template(folder.pack(chart), chart.name(), folder.values(SampleSecrets.blanks(chart)));
        } catch (HelmException refused) {
            throw new ProblemsException(List.of(problem(chart, refused)));
        } catch (IOException | UncheckedIOException unusable) {
            throw new OutsideException(
                    "cannot write the chart to the temporary folder: " + unusable.getMessage(), unusable);
        }
    }

    private Verdict whole(Subject subject, Chart chart, Supplier<TracedChart> traced, TemporaryCharts folder)
            throws IOException {
        Platform platform = subject.platform();
        String secrets = SampleSecrets.of(platform);
        try {
            String text = helm.template(folder.pack(chart), namespace(platform), folder.values(secrets));
            int size = ReleaseRecord.size(platform, chart, text);
            RenderedObjects rendered = RenderedObjects.parse(text);
            RenderedObjects definitions = RenderedObjects.definitions(chart);
            Release release = new Release(platform, rendered.objects(), definitions.objects());
            List<Problem> problems = UnusedObjectPolicy.last(Stream.of(
                            rendered.problems().stream(),
                            definitions.problems().stream(),
                            DuplicateObjects.check(
                                    Stream.concat(rendered.objects().stream(), definitions.objects().stream())),
                            ObjectRules.check(release, subject),
                            ReleaseRules.check(release),
                            ReleaseRecord.check(chart, size).stream())
                    .flatMap(found -> found)
                    .sorted()
                    .toList());
            return problems.isEmpty()
                    ? new Verdict(problems, size)
                    : Verdict.of(atTemplates(problems, subject, rendered, definitions, traced.get(), folder));
        } catch (HelmOverrun overrun) {
            OverrunTemplate template = new OverrunTemplate(helm, chart, namespace(platform), secrets);
            return Verdict.of(List.of(template.tell(overrun, traced.get(), folder)));
        } catch (HelmException refused) {
            return Verdict.of(
                    refused.getMessage().contains(OTHER_KUBERNETES)
                            ? List.of(range(subject))
                            : refusal(refused, subject, chart, traced.get(), folder));
        }
    }

    /** What is no YAML is told by our own reader, which finds all of it. */
    private List<Problem> refusal(
            HelmException refused, Subject subject, Chart chart, TracedChart traced, TemporaryCharts folder)
            throws IOException {
        Problem told = RefusedLine.tell(problem(chart, refused), traced);
        if (!UnreadManifests.areMeant(refused.getMessage())) {
            return List.of(told);
        }
        RenderedObjects unread = unread(chart, subject, folder);
        List<Problem> found = Stream.concat(unread.problems().stream(), UnreadManifests.noObjects(unread))
                .toList();
        return found.isEmpty()
                ? List.of(told)
                : new RenderedLines(
                                unread.texts(),
                                unread(traced.chart(), subject, folder).texts(),
                                traced.lines(),
                                subject.origins())
                        .tell(found);
    }

    private RenderedObjects unread(Chart chart, Subject subject, TemporaryCharts folder) throws IOException {
        try {
            String texts = helm.template(
                    folder.pack(UnreadManifests.asTexts(chart)),
                    namespace(subject.platform()),
                    folder.values(SampleSecrets.of(subject.platform())));
            return RenderedObjects.parse(UnreadManifests.printed(texts));
        } catch (HelmException marksInTheWay) {
            return RenderedObjects.parse("");
        }
    }

    private static Problem range(Subject subject) {
        return new Problem(
                subject.place("cluster", "kubernetes").value(),
                "kubernetes-range",
                "the range `" + subject.platform().cluster().kubernetes() + "` leaves out Kubernetes "
                        + OLDEST_KUBERNETES,
                "everything is checked against the oldest Kubernetes that is supported, " + OLDEST_KUBERNETES,
                "write a range that holds it, for example `>=" + OLDEST_KUBERNETES + "-0`");
    }

    /** What was found once more, at the templates; the chart is rendered again for it, with marks. */
    private List<Problem> atTemplates(
            List<Problem> problems,
            Subject subject,
            RenderedObjects rendered,
            RenderedObjects definitions,
            TracedChart traced,
            TemporaryCharts folder)
            throws IOException {
        try {
            Platform platform = subject.platform();
            String text = helm.template(
                    folder.pack(traced.chart()), namespace(platform), folder.values(SampleSecrets.of(platform)));
            Map<String, List<String>> plain = new HashMap<>(rendered.texts());
            plain.putAll(definitions.texts());
            Map<String, List<String>> marked =
                    new HashMap<>(RenderedObjects.parse(text).texts());
            marked.putAll(RenderedObjects.definitions(traced.chart()).texts());
            return new RenderedLines(plain, marked, traced.lines(), subject.origins()).tell(problems);
        } catch (HelmException marksInTheWay) {
            return problems;
        }
    }

    private List<Problem> alone(Platform platform, Chart chart, TemporaryCharts folder) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (Chart subchart : chart.subcharts()) {
            try {
                helm.template(folder.pack(subchart), namespace(platform), folder.values(secrets(platform, subchart)));
            } catch (HelmException refused) {
                problems.add(problem(subchart, refused));
            }
        }
        return problems;
    }

    static String namespace(Platform platform) {
        return platform.environment().chart().name();
    }

    private static String secrets(Platform platform, Chart subchart) {
        return platform.components().stream()
                .filter(component -> component.name().equals(subchart.name()))
                .findFirst()
                .map(SampleSecrets::of)
                .orElseThrow();
    }

    /** Helm's sentence, its beginning and end where a template makes it endless, without its hint at an option that this program does not have. */
    static String words(HelmException refused) {
        String message = refused.getMessage();
        int hint = message.indexOf(DEBUG_HINT);
        String sentence = (hint < 0 ? message : message.substring(0, hint)).strip();
        return sentence.length() <= LONGEST
                ? sentence
                : sentence.substring(0, LONGEST / 2) + " … " + sentence.substring(sentence.length() - LONGEST / 2);
    }

    private static Problem problem(Chart chart, HelmException refused) {
        return new Problem(
                Location.ofFile(chart.name() + "/"),
                "helm-render",
                "Helm refuses the chart `" + chart.name() + "`: " + words(refused),
                "every chart is rendered by Helm's own code, for Kubernetes " + OLDEST_KUBERNETES
                        + " with sample secrets, before it is written",
                "mend the template that the message names; its source is in `templates/` under the same path");
    }
}
