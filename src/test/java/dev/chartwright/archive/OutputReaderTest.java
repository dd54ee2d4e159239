package dev.chartwright.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.chartwright.chart.OutputFile;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class OutputReaderTest {
    @TempDir
    private Path out;

    private OutputFolder folder = new OutputFolder(Path.of(""));

    @BeforeEach
    void build() {
        List<OutputFile> files =
                new ArrayList<>(List.of(OutputFile.of("a.tgz", "whole"), OutputFile.of("subcharts/b.tgz", "part")));
        files.add(OutputFile.of("SHA256SUMS", Sha256Sums.of(files)));
        folder = new OutputFolder(out);
        folder.write("stage", files);
    }

    @Test
    void givesWhatTheBuildWrote() {
        assertThat(folder.environments()).containsExactly("stage");
        assertThat(folder.read("stage"))
                .extracting(OutputFile::path)
                .containsExactly("SHA256SUMS", "a.tgz", "subcharts/b.tgz");
        assertThat(folder.read("stage").get(1).content()).isEqualTo("whole".getBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "..", "../stage", "stage/subcharts", ".stage.old", ""})
    void refusesWhatWasNotBuilt(String environment) {
        assertThat(problem(environment).code()).isEqualTo("not-built");
    }

    @Test
    void refusesAChangedFile() throws IOException {
        Files.writeString(out.resolve("stage/a.tgz"), "other");
        assertThat(problem("stage").location().file()).endsWith("stage/a.tgz");
        assertThat(problem("stage").what()).isEqualTo("the file is not what was built");
    }

    @Test
    void refusesALinkInPlaceOfAFile() throws IOException {
        Path elsewhere = Files.writeString(out.resolve("elsewhere"), "whole");
        Files.delete(out.resolve("stage/a.tgz"));
        Files.createSymbolicLink(out.resolve("stage/a.tgz"), elsewhere);
        assertThat(problem("stage").what()).isEqualTo("the file is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../elsewhere", "/etc/passwd", ""})
    void refusesChecksumsThatLeadElsewhere(String path) throws IOException {
        Files.writeString(out.resolve("stage/SHA256SUMS"), "0".repeat(64) + "  " + path + "\n");
        assertThat(problem("stage").code()).isEqualTo("changed-output");
    }

    private Problem problem(String environment) {
        return catchThrowableOfType(ProblemsException.class, () -> folder.read(environment))
                .problems()
                .get(0);
    }
}
