package dev.chartwright.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PodSecurityStandardsTest {
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: pod, namespace: shop}
            spec:
              hostPID: false
              securityContext:
                runAsNonRoot: true
                seccompProfile: {type: RuntimeDefault}
                sysctls: [{name: net.ipv4.tcp_syncookies, value: "1"}]
              volumes: [{name: tmp, emptyDir: {}}]
              containers:
                - name: one
                  image: registry.example/one:1
                  ports: [{containerPort: 80}]
                  livenessProbe: {httpGet: {path: /, port: 80}}
                  securityContext:
                    allowPrivilegeEscalation: false
                    capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}
            """;
    /** A checkout of k8s.io/pod-security-admission, where somebody has one. */
    private static final String UPSTREAM = System.getProperty("upstream.podsecurity", "");

    private static List<Problem> check(String pod, String level) {
        return PodTemplate.of(RenderedObjects.parse(pod).objects())
                .flatMap(template -> PodSecurityStandards.check(template, level))
                .toList();
    }

    @Test
    void acceptsARestrictedPodEverywhere() {
        assertThat(check(POD, "restricted")).isEmpty();
        assertThat(check(POD, "baseline")).isEmpty();
    }

    @ParameterizedTest(name = "{3}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                      hostPID: false             | hostPID: true                      | baseline   | hostNamespaces
                      hostPID: false             | hostNetwork: true                  | baseline   | hostNamespaces
                      hostPID: false             | hostIPC: true                      | baseline   | hostNamespaces
                      emptyDir: {}               | hostPath: {path: /}                | baseline   | hostPathVolumes
                      containerPort: 80          | containerPort: 80, hostPort: 80    | baseline   | hostPorts
                      port: 80}                  | port: 80, host: node}              | baseline   | hostProbesAndHostLifecycle
                      allowPrivilegeEscalation:  | privileged: true, x:               | baseline   | privileged
                      add: [NET_BIND_SERVICE]    | add: [NET_ADMIN]                   | baseline   | capabilities_baseline
                      allowPrivilegeEscalation:  | procMount: Unmasked, x:            | baseline   | procMount
                      allowPrivilegeEscalation:  | seLinuxOptions: {type: x}, x:      | baseline   | seLinuxOptions
                      allowPrivilegeEscalation:  | seLinuxOptions: {role: x}, x:      | baseline   | seLinuxOptions
                      type: RuntimeDefault       | type: Unconfined                   | baseline   | seccompProfile_baseline
                      runAsNonRoot: true         | appArmorProfile: {type: Unconfined} | baseline  | appArmorProfile
                      net.ipv4.tcp_syncookies    | kernel.msgmax                      | baseline   | sysctls
                      runAsNonRoot: true         | windowsOptions: {hostProcess: true} | baseline  | windowsHostProcess
                      emptyDir: {}               | nfs: {server: a, path: /}          | restricted | restrictedVolumes
                      allowPrivilegeEscalation: false | allowPrivilegeEscalation: true | restricted | allowPrivilegeEscalation
                      allowPrivilegeEscalation: false | readOnlyRootFilesystem: true  | restricted | allowPrivilegeEscalation
                      runAsNonRoot: true         | runAsNonRoot: false                | restricted | runAsNonRoot
                      runAsNonRoot: true         | runAsGroup: 7                      | restricted | runAsNonRoot
                      runAsNonRoot: true         | runAsUser: 0                       | restricted | runAsUser
                      seccompProfile: {type: RuntimeDefault} | runAsGroup: 7          | restricted | seccompProfile_restricted
                      drop: [ALL]                | drop: [NET_RAW]                    | restricted | capabilities_restricted
                      add: [NET_BIND_SERVICE]    | add: [CHOWN]                       | restricted | capabilities_restricted
                    """)
    void refuses(String right, String wrong, String level, String control) {
        String broken = POD.replace(right, wrong.replace(", x:", "\n        allowPrivilegeEscalation:"));
        assertThat(broken).isNotEqualTo(POD);

        assertThat(check(broken, level)).extracting(Problem::why).anyMatch(why -> why.contains("`" + control + "`"));
        assertThat(check(broken, "privileged")).isEmpty();
    }

    @Test
    void looksAtEveryContainer() {
        String two = POD + """
                  initContainers:
                    - {name: zero, image: "registry.example/zero:1"}
                """.indent(0);
        assertThat(check(two, "restricted"))
                .extracting(Problem::what)
                .hasSize(2)
                .allMatch(what -> what.contains("container `zero`"));
    }

    /** The admission plugin's own examples, good and bad. */
    @ParameterizedTest
    @CsvSource({"baseline,pass", "baseline,fail", "restricted,pass", "restricted,fail"})
    void judgesAsTheAdmissionPluginDoes(String level, String verdict) throws IOException {
        Assumptions.assumeFalse(UPSTREAM.isEmpty(), "no -Dupstream.podsecurity");
        Path folder = Path.of(UPSTREAM, "test/testdata", level, "v1.34", verdict);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> wrong = files.filter(file -> isRefused(file, level) == verdict.equals("pass"))
                    .toList();
            assertThat(wrong).isEmpty();
        }
    }

    private static boolean isRefused(Path file, String level) {
        try {
            return !check(Files.readString(file), level).isEmpty();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
