package dev.chartwright.cluster;

import java.io.IOException;
import java.nio.file.Path;

/** Kubernetes' own controllers, but for those that judge nodes by signs of life that the only node does not give. */
final class ControllerManager implements AutoCloseable {
    private final Process process;

    private ControllerManager(Process process) {
        this.process = process;
    }

    static ControllerManager start(Path binaries, ApiServer server, Path log) throws IOException {
        return new ControllerManager(new ProcessBuilder(
                        binaries.resolve("kube-controller-manager").toString(),
                        "--kubeconfig=" + server.kubeConfig(),
                        "--service-account-private-key-file=" + server.accountKey(),
                        "--root-ca-file=" + server.certificate(),
                        "--bind-address=127.0.0.1",
                        "--leader-elect=false",
                        "--controllers=*,-node-lifecycle-controller,-taint-eviction-controller,-node-ipam-controller")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
