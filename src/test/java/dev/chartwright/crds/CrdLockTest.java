package dev.chartwright.crds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CrdLockTest {
    private static final Path TEMPLATES = Path.of("templates");

    @Test
    void namesAFileForEveryCompactDefinition() throws IOException {
        CrdLock lock = CrdLock.read(Path.of("schema"));
        Set<String> locked = lock.crds().stream()
                .map(crd -> crd.part() + "/crds/" + crd.fileName() + ".mustache")
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(locked).isEqualTo(compact());
    }

    @Test
    void takesFilesAtACommit() {
        assertThat(CrdLock.read(Path.of("schema")).crds())
                .allSatisfy(crd -> assertThat(crd.url().getPath()).containsPattern("/[0-9a-f]{40}/"))
                .allSatisfy(crd -> assertThat(crd.mirror()).contains("-" + crd.version() + "/"));
    }

    private static Set<String> compact() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().contains("crds") && Files.isRegularFile(file))
                    .map(file -> TEMPLATES.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
