package dev.chartwright.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HelmLibraryTest {
    @TempDir
    private Path temporary;

    @Test
    void keepsNothingOnDiskWhileItIsLoaded() throws IOException, InterruptedException {
        assertThat(foldersWhileLoaded()).isEmpty();
    }

    @Test
    void removesWhatAKilledProcessLeft() throws IOException, InterruptedException {
        Path old = leftBehind("chartwright-helm-old", Duration.ofHours(1));
        Path young = leftBehind("chartwright-helm-young", Duration.ofMinutes(1));
        assertThat(foldersWhileLoaded()).isEqualTo("chartwright-helm-young");
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    private Path leftBehind(String name, Duration age) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        Files.writeString(folder.resolve("library.so"), "half");
        return Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(age)));
    }

    private String foldersWhileLoaded() throws IOException, InterruptedException {
        List<String> options = List.of("-Djava.io.tmpdir=" + temporary, "--enable-native-access=ALL-UNNAMED");
        return ChildJvm.output(Load.class, options, Map.of());
    }

    /** Loads the library and prints the folders that lie in the temporary folder meanwhile. */
    static final class Load {
        private Load() {}

        public static void main(String[] args) throws IOException {
            HelmLibrary.loaded();
            try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                System.out.println(left.map(path -> path.getFileName().toString())
                        .filter(name -> name.startsWith("chartwright-helm-"))
                        .collect(Collectors.joining(",")));
            }
        }
    }
}
