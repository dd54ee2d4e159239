package dev.chartwright.cli;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest names. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "chartwright " + Optional.ofNullable(version).orElse("(not packaged)");
    }
}
