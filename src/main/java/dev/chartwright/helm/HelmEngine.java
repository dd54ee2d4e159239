package dev.chartwright.helm;

import java.nio.file.Path;

import com.marcnuri.helm.TemplateCommand;

/** Renders charts as Helm does, in this process; safe to use from several threads. */
public final class HelmEngine {
    /** Names of folders in the temporary folder that are removed at a later start when a killed process left them. */
    public static final String TEMPORARY_PREFIX = "chartwright-helm-";

    private final String kubernetesVersion;

    /**
     * An engine for one Kubernetes version, which decides what `kubeVersion` admits.
     *
     * @param kubernetesVersion for example 1.33.0
     */
    public HelmEngine(String kubernetesVersion) {
        this.kubernetesVersion = kubernetesVersion;
    }

    /**
     * Renders a chart: objects only, no hooks, no notes.
     *
     * @param chart folder or package of the chart
     * @param namespace namespace of the release
     * @param values a values file on top of the chart's own
     * @throws HelmException when Helm refuses the chart or the values
     */
    public String template(Path chart, String namespace, Path values) throws HelmException {
        try {
            return new TemplateCommand(HelmLibrary.loaded(), chart)
                    .withName("release")
                    .withNamespace(namespace)
                    .withKubeVersion(kubernetesVersion)
                    .withValuesFile(values)
                    .call();
        } catch (IllegalStateException refused) {
            throw new HelmException(String.valueOf(refused.getMessage()), refused);
        }
    }
}
