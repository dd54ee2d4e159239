package dev.chartwright.carried;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

import dev.chartwright.bom.CycloneDxSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** That the packed jar carries what its own list says, and the list, NOTICE and licence texts themselves. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "the list is that of Linux on amd64")
class CarriedProgramsIT {
    private static final Path JAR = Path.of(System.getProperty("chartwright.jar"));
    private static final String LIST = "META-INF/sbom/chartwright.cdx.json";

    @Test
    void carriesNothingThatIsNotListed() throws IOException {
        Set<String> listed = CarriedPrograms.of(text(LIST)).jarHeadings().collect(Collectors.toSet());
        Set<String> known = CarriedJar.all().stream()
                .filter(jar -> listed.contains(jar.name() + " " + jar.version()))
                .flatMap(jar -> jar.entries().stream())
                .collect(Collectors.toSet());

        assertThat(foreign()).hasSizeGreaterThan(5000).allMatch(entry -> known.contains("/" + entry));
    }

    @Test
    void carriesItsVersionAndTheTexts() throws IOException {
        String list = text(LIST);

        assertThat(CycloneDxSchema.errors(list)).isEmpty();
        assertThat(JsonMapper.shared()
                        .readTree(list)
                        .at("/metadata/component/version")
                        .asString())
                .isEqualTo(version());
        CarriedPrograms programs = CarriedPrograms.of(list);
        assertThat(text("META-INF/NOTICE")).contains(programs.notice());
        assertThat(LicenceTexts.headings(text("META-INF/licenses/jars.txt")))
                .containsExactlyInAnyOrderElementsOf(programs.jarHeadings().toList());
        assertThat(LicenceTexts.headings(text("META-INF/licenses/helm.txt")))
                .containsExactlyInAnyOrderElementsOf(programs.moduleHeadings().toList());
    }

    /** Classes and libraries that are not the program's own. */
    private static List<String> foreign() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches(".*\\.(class|so|dll|jnilib|dylib|a)"))
                    .filter(name -> !name.startsWith("dev/chartwright/"))
                    .toList();
        }
    }

    private static String version() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Implementation-Version");
        }
    }

    private static String text(String entry) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                InputStream content = jar.getInputStream(jar.getEntry(entry))) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }
}
