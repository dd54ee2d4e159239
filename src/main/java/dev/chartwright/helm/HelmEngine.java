package dev.chartwright.helm;

import java.nio.file.Path;
import java.time.Duration;

import dev.chartwright.problem.OutsideException;

/** Renders charts as Helm does; safe to use from several threads, which take turns. */
public final class HelmEngine {
    private static final HelmProcess SHARED = new HelmProcess(ProcessStart.here(), RenderLimits.USUAL);

    private final String kubernetesVersion;
    private final HelmProcess helm;
    private final Duration time;

    /**
     * An engine for one Kubernetes version, which decides what `kubeVersion` admits.
     *
     * @param kubernetesVersion for example 1.33.0
     */
    public HelmEngine(String kubernetesVersion) {
        this(kubernetesVersion, SHARED, SHARED.limits().time());
    }

    HelmEngine(String kubernetesVersion, HelmProcess helm, Duration time) {
        this.kubernetesVersion = kubernetesVersion;
        this.helm = helm;
        this.time = time;
    }

    /** One that gives a render the time of a single template. */
    public HelmEngine forParts() {
        return new HelmEngine(kubernetesVersion, helm, helm.limits().part());
    }

    /** What a render may take, in words. */
    public String limits() {
        RenderLimits limits = helm.limits();
        return RenderLimits.timeWords(time) + ", " + limits.memoryWords() + " and " + limits.textWords();
    }

    /** Has Helm get ready meanwhile; whatever hinders it is told when it is asked. */
    public void prepare() {
        helm.prepare();
    }

    /**
     * Renders a chart: objects only, no hooks, no notes.
     *
     * @param chart folder or package of the chart
     * @param namespace namespace of the release
     * @param values a values file on top of the chart's own
     * @throws HelmOverrun when the chart takes more than a render may
     * @throws HelmException when Helm refuses the chart or the values
     * @throws OutsideException when Helm cannot be started
     */
    public String template(Path chart, String namespace, Path values) throws HelmException {
        return helm.render(new RenderRequest(absolute(chart), namespace, kubernetesVersion, absolute(values)), time);
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().toString();
    }
}
