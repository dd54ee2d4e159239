package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** What is declared is used by something of the platform, or says why it stays. */
final class UnusedRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return declared(subject).flatMap(Declared::problem);
    }

    /** Everything that is declared for others to use. */
    static Stream<Declared> declared(Subject subject) {
        return Stream.of(
                        BrokerDeclarations.of(subject),
                        EdgeDeclarations.of(subject),
                        SecretDeclarations.of(subject),
                        StorageDeclarations.of(subject))
                .flatMap(all -> all);
    }
}
