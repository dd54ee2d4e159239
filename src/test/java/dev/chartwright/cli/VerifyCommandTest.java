package dev.chartwright.cli;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is refused before a registry is asked. */
class VerifyCommandTest {
    private static final String VALUES = "src/test/fixtures/bookshop/values";

    @Test
    void wantsAVersion() {
        CommandRun run = CommandRun.of("verify", "oci://registry.test/charts/bookshop-live", "--values", VALUES);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .startsWith("name a version: `oci://registry.test/charts/bookshop-live:<version>`, or"
                        + " `oci://registry.test/charts/bookshop-live@sha256:<digest>`\n");
    }

    @Test
    void namesTheChartsThatThisCheckoutBuilds() {
        CommandRun run = CommandRun.of("verify", "oci://registry.test/charts/other:1.0.0", "--values", VALUES);

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(run.err()).isEqualTo("""
                oci://registry.test/charts/other:1.0.0: error: this checkout builds no chart of that name [unknown-chart]
                    why: it builds `bookshop-live`, `bookshop-trial`, and below each the subcharts of its environment
                    fix: end the path with one of these names, or run in the checkout that builds it

                1 problem
                it does not pass
                """);
    }

    @Test
    void namesTheChartsWhereASubchartIsUnknown() {
        CommandRun run =
                CommandRun.of("verify", "oci://registry.test/charts/bookshop-live/other:1.0.0", "--values", VALUES);

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(run.err()).contains("[unknown-chart]");
    }

    @Test
    void wantsAKeyringThatIsThere() {
        CommandRun run = CommandRun.of(
                "verify",
                "oci://registry.test/charts/bookshop-live:1.0.0",
                "--values",
                VALUES,
                "--keyring",
                "nowhere.gpg");

        assertThat(run.code()).isNotEqualTo(ExitCode.DONE).isNotEqualTo(4);
        assertThat(run.err()).contains("nowhere.gpg");
    }
}
