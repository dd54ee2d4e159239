package dev.chartwright.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A cluster of one node in which operators, brokers and routers really run: an API server with rights and audit,
 * Kubernetes' controllers, a network with DNS and Services, and stand-ins for kubelet and add-ons.
 */
final class OperatorCluster implements ServedCluster, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static Optional<PodNetwork> network = Optional.empty();

    private final ApiServer server;
    private final KubeApi api;
    private final ControllerManager controllers;
    private final ServiceProxy services;
    private final ClusterDns dns;
    private final AddonStandIn addons;
    private final Kubelet kubelet;
    private final AuditLog audit;

    private OperatorCluster(Path kubernetes, Programs programs, Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        PodNetwork pods = pods();
        Path policy = Files.writeString(folder.resolve("audit-policy.yaml"), AuditLog.POLICY);
        audit = new AuditLog(folder.resolve("audit.log"));
        server = ApiServer.start(
                kubernetes,
                folder,
                PodNetwork.NODE,
                List.of(
                        "--service-cluster-ip-range=" + PodNetwork.SERVICES,
                        "--audit-policy-file=" + policy,
                        "--audit-log-path=" + audit.file()));
        api = new KubeApi(KubeConfig.read(server.kubeConfig()));
        controllers = ControllerManager.start(programs.folder(), server, folder.resolve("kube-controller-manager.log"));
        services = ServiceProxy.start(api);
        dns = ClusterDns.start(services::addresses);
        addons = AddonStandIn.start(api, folder);
        kubelet = Kubelet.start(server, api, programs, pods, Files.createDirectories(folder.resolve("pods")));
        Runtime.getRuntime().addShutdownHook(new Thread(kubelet::stop));
    }

    /** An empty one; stops the test, with its reason, where the machine has not what it takes. */
    static OperatorCluster start() throws IOException, InterruptedException, GeneralSecurityException {
        Path folder = Files.createDirectories(Path.of("target", "operators")).toAbsolutePath();
        return new OperatorCluster(
                kubernetes(), Programs.ofTheEnvironment(), Files.createTempDirectory(folder, "server-"));
    }

    private static Path kubernetes() {
        String folder = Optional.ofNullable(System.getenv("KUBEBUILDER_ASSETS")).orElse("");
        assumeTrue(!folder.isEmpty(), "KUBEBUILDER_ASSETS names no folder of etcd and kube-apiserver");
        return Path.of(folder);
    }

    /** One for all clusters of this JVM. */
    private static PodNetwork pods() {
        if (network.isEmpty()) {
            network = Optional.of(PodNetwork.make());
        }
        return network.get();
    }

    @Override
    public Path kubeConfig() {
        return server.kubeConfig();
    }

    @Override
    public KubeApi api() {
        return api;
    }

    AuditLog audit() {
        return audit;
    }

    Kubelet kubelet() {
        return kubelet;
    }

    /** What the stand-ins could not do. */
    List<String> failures() {
        return Stream.concat(kubelet.failures().stream(), addons.failures().stream())
                .toList();
    }

    /** Makes what a release expects to find. */
    void prepare(Surroundings surroundings) {
        for (String name : surroundings.namespaces()) {
            api.post(
                    "/api/v1/namespaces",
                    JSON.valueToTree(
                            Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", name))));
        }
        for (JsonNode definition : surroundings.definitions().values()) {
            api.post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", definition)
                    .demandDone();
        }
    }

    @Override
    public void close() {
        kubelet.stop();
        addons.close();
        services.close();
        dns.close();
        controllers.close();
        server.close();
    }
}
