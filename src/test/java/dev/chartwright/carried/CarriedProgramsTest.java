package dev.chartwright.carried;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.marcnuri.helm.jni.NativeLibrary;
import dev.chartwright.bom.CycloneDxSchema;
import dev.chartwright.carried.Carried.WithTexts;
import dev.chartwright.chart.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** That NOTICE, list and licence texts are those of what the jar carries. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "the list is that of Linux on amd64")
class CarriedProgramsTest {
    private static final Path FOLDER = Path.of("src/main/resources/META-INF");
    private static final Path LIST = FOLDER.resolve("sbom/chartwright.cdx.json");
    private static final Path NOTICE = FOLDER.resolve("NOTICE");
    private static final Path JAR_TEXTS = FOLDER.resolve("licenses/jars.txt");
    private static final Path HELM_TEXTS = FOLDER.resolve("licenses/helm.txt");
    private static final KnownLicences LICENCES = new KnownLicences();

    @TempDir
    private Path folder;

    @Test
    void areThoseOfTheDependencies() throws IOException {
        List<WithTexts> jars =
                CarriedJar.all().stream().flatMap(jar -> jar.programs(LICENCES)).toList();
        if ("update".equals(System.getProperty("golden"))) {
            update(jars);
        }
        made(jars, CarriedPrograms.of(Files.readString(LIST)))
                .forEach((file, text) -> assertThat(file)
                        .as("%s, which -Dgolden=update writes", file)
                        .hasContent(text));
    }

    @Test
    void areThoseOfHelmsLibrary() throws IOException {
        CarriedPrograms listed = CarriedPrograms.of(Files.readString(LIST));

        assertThat(listed.digest())
                .as("Helm's library is another one: run this test with -Dgolden=update where Go is")
                .isEqualTo(Digest.of(library()).hex());
        assertThat(LicenceTexts.headings(Files.readString(HELM_TEXTS)))
                .containsExactlyInAnyOrderElementsOf(listed.moduleHeadings().toList());
    }

    @Test
    void areValidCycloneDx() throws IOException {
        assertThat(CycloneDxSchema.errors(Files.readString(LIST))).isEmpty();
    }

    private static Map<Path, String> made(List<WithTexts> jars, CarriedPrograms listed) {
        CarriedPrograms programs = new CarriedPrograms(
                jars.stream().map(WithTexts::program).toList(), listed.library(), listed.digest(), listed.modules());
        return new TreeMap<>(Map.of(
                LIST, programs.list(),
                NOTICE, programs.notice(),
                JAR_TEXTS, new LicenceTexts(jars).file()));
    }

    /** What Helm's library is made of is asked anew only when it is another one, for that takes Go. */
    private void update(List<WithTexts> jars) throws IOException {
        byte[] library = library();
        String digest = Digest.of(library).hex();
        CarriedPrograms listed = Files.exists(LIST) ? CarriedPrograms.of(Files.readString(LIST)) : none();
        if (!listed.digest().equals(digest)) {
            Path file = Files.write(folder.resolve("library"), library);
            List<WithTexts> modules = new HelmModules(LICENCES).of(file);
            Files.writeString(HELM_TEXTS, new LicenceTexts(modules).file());
            listed = new CarriedPrograms(
                    List.of(),
                    libraryName(),
                    digest,
                    modules.stream().map(WithTexts::program).toList());
        }
        for (Map.Entry<Path, String> each : made(jars, listed).entrySet()) {
            Files.writeString(each.getKey(), each.getValue());
        }
        fail("wrote %s and what stands beside it: review the change, and commit it", LIST);
    }

    private static CarriedPrograms none() {
        return new CarriedPrograms(List.of(), "", "", List.of());
    }

    private static String libraryName() {
        return NativeLibrary.serviceProviderLibrary(CarriedProgramsTest.class.getClassLoader())
                .getBinaryName();
    }

    private static byte[] library() throws IOException {
        try (InputStream library = CarriedProgramsTest.class.getClassLoader().getResourceAsStream(libraryName())) {
            return library.readAllBytes();
        }
    }
}
