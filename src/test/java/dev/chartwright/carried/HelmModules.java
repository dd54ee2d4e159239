package dev.chartwright.carried;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.carried.Carried.WithTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The Go modules, and Go itself, that are compiled into Helm's library, as {@code go} reads them from it. */
final class HelmModules {
    private final KnownLicences licences;

    HelmModules(KnownLicences licences) {
        this.licences = licences;
    }

    List<WithTexts> of(Path library) {
        List<String> lines = go("version", "-m", library.toString()).lines().toList();
        String version = lines.get(0).replaceAll(".*: go", "");
        return Stream.concat(Stream.of(runtime(version)), modules(lines))
                .sorted(Comparator.comparing(found -> found.program().purl()))
                .toList();
    }

    private WithTexts runtime(String version) {
        return program("std", version, List.of());
    }

    private Stream<WithTexts> modules(List<String> lines) {
        List<String> command = new ArrayList<>(List.of("mod", "download", "-json"));
        lines.stream().map(line -> line.strip().split("\t")).forEach(words -> add(command, words));
        return downloaded(go(command.toArray(String[]::new))).stream()
                .map(module -> program(
                        module.path("Path").asString(),
                        module.path("Version").asString(),
                        LicenceFiles.below(Path.of(module.path("Dir").asString()))));
    }

    /** A line {@code =>} tells what stands in place of the module of the line before. */
    private static void add(List<String> command, String... words) {
        if (words[0].equals("=>")) {
            command.remove(command.size() - 1);
        }
        if (words[0].equals("=>") || words[0].equals("dep")) {
            command.add(words[1] + "@" + words[2]);
        }
    }

    private static List<JsonNode> downloaded(String answers) {
        try (MappingIterator<JsonNode> each =
                JsonMapper.shared().readerFor(JsonNode.class).readValues(answers)) {
            return each.readAll();
        }
    }

    private WithTexts program(String path, String version, List<String> texts) {
        String purl = "pkg:golang/" + path + "@" + version;
        return licences.program(path, version, purl, Optional.empty(), texts);
    }

    /** Outside the project and without its settings, so that no other module has a say. */
    private static String go(String... arguments) {
        try {
            Path folder = Files.createTempDirectory("go");
            Process process = new ProcessBuilder(Stream.concat(Stream.of("go"), Arrays.stream(arguments))
                            .toList())
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("go " + arguments[0] + " fails: " + answer);
            }
            Files.delete(folder);
            return answer;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
