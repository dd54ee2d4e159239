package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** Every rule between parts of a platform. */
final class PlatformRules {
    private static final List<Rule> RULES = List.of(
            new ComponentNameRule(),
            new NamespaceRule(),
            new PodSecurityRule(),
            new ClusterPartRule(),
            new AddonRule(),
            new SecretUseRule(),
            new SecretStoreRule(),
            new ReflectionRule(),
            new SuppliedRule(),
            new VolumeRule(),
            new RouteRule(),
            new MiddlewareRule(),
            new GatewayRule(),
            new DnsRule(),
            new ArgoCdRule(),
            new IssuerRule(),
            new TopologyRule(),
            new DeclarationRule(),
            new MessagingRule(),
            new PermissionRule(),
            new NeedsRule(),
            new AddressRule(),
            new StorageClassRule(),
            new CapacityRule(),
            new ReplicaRule(),
            new DuplicateRouteRule(),
            new IngressClassRule(),
            new CertificateRule(),
            new ListenerRule(),
            new QueueArgumentRule(),
            new PatternRule(),
            new BrokerAccessRule(),
            new TransportRule(),
            new ExemptionRule());

    private static final Rule UNUSED = new UnusedRule();

    private PlatformRules() {}

    /** What nothing uses is told last: a misspelt name leaves the right one unused, and is one mistake. */
    static Stream<Problem> check(Subject subject) {
        List<Problem> problems =
                RULES.stream().flatMap(rule -> rule.check(subject)).toList();
        return problems.isEmpty() ? UNUSED.check(subject) : problems.stream();
    }
}
