package dev.chartwright.model;

import java.util.List;

import org.junit.jupiter.api.Test;

import static dev.chartwright.model.Records.with;
import static org.assertj.core.api.Assertions.assertThat;

class NetworkPoliciesTest {
    private static List<NetworkPolicy> withOutside(List<OutsideHost> hosts) {
        return NetworkPolicies.of(with(SamplePlatform.create(), "applications.0.network.needs.outside", hosts));
    }

    /** A rule without ports would open all of them. */
    @Test
    void openNothingForALinkThatOnlyPeopleFollow() {
        List<NetworkPolicy> without = withOutside(List.of());

        assertThat(withOutside(List.of(new OutsideHost("docs", "docs.example", List.of()))))
                .isEqualTo(without);
        assertThat(withOutside(List.of(new OutsideHost("docs", "docs.example", List.of(443)))))
                .isNotEqualTo(without);
    }

    /** Behind its Service the API server listens where its cluster has it. */
    @Test
    void openThePortsOfTheApiServer() {
        List<NetworkPolicy> policies =
                NetworkPolicies.of(with(SamplePlatform.create(), "cluster.apiServerPorts", List.of(8443)));

        assertThat(policies)
                .flatExtracting(NetworkPolicy::egress)
                .filteredOn(rule -> !rule.hasPeers())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.ports()).containsExactly(PolicyPort.tcp(8443)));
    }
}
