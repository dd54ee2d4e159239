package dev.chartwright.helm;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What Helm is asked to render.
 *
 * @param chart package of the chart, an absolute path
 * @param namespace namespace of the release
 * @param kubernetesVersion what {@code kubeVersion} is held against
 * @param values values file on top of the chart's own, an absolute path
 */
record RenderRequest(String chart, String namespace, String kubernetesVersion, String values) {
    static RenderRequest read(DataInputStream in) throws IOException {
        return new RenderRequest(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(chart);
        out.writeUTF(namespace);
        out.writeUTF(kubernetesVersion);
        out.writeUTF(values);
        out.flush();
    }
}
