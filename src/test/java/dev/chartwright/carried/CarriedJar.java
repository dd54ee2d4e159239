package dev.chartwright.carried;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.carried.Carried.WithTexts;
import dev.chartwright.chart.Digest;

/** A jar that the runnable one takes in, at {@code <repository>/<group>/<artifact>/<version>/<file>}. */
record CarriedJar(String group, String artifact, String version, Path file) {
    /** Those of the run-time class path, which the build writes down before the tests. */
    static List<CarriedJar> all() {
        try {
            String path = Files.readString(Path.of(System.getProperty("runtime.classpath")));
            return Stream.of(path.strip().split(System.getProperty("path.separator")))
                    .sorted()
                    .map(Path::of)
                    .map(CarriedJar::at)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CarriedJar at(Path file) {
        Path version = file.getParent();
        Path artifact = version.getParent();
        Path group = Path.of(System.getProperty("maven.repository")).relativize(artifact.getParent());
        return new CarriedJar(group.toString().replace('/', '.'), last(artifact), last(version), file);
    }

    private static String last(Path path) {
        return path.getFileName().toString();
    }

    String name() {
        return group + ":" + artifact;
    }

    /** The jar, and what its native libraries hold of others. */
    Stream<WithTexts> programs(KnownLicences licences) {
        WithTexts own = program(licences);
        boolean isNative = entries().stream().anyMatch(entry -> entry.endsWith(".so"));
        return Stream.concat(
                Stream.of(own),
                isNative ? licences.natives(own.program().heading()).stream() : Stream.<WithTexts>empty());
    }

    private WithTexts program(KnownLicences licences) {
        String purl = "pkg:maven/" + group + "/" + artifact + "@" + version;
        try (FileSystem jar = FileSystems.newFileSystem(file)) {
            Optional<String> digest =
                    Optional.of(Digest.of(Files.readAllBytes(file)).hex());
            List<String> texts = LicenceFiles.below(jar.getPath("/"));
            return licences.program(name(), version, purl, digest, texts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The files inside that are no directories. */
    List<String> entries() {
        try (FileSystem jar = FileSystems.newFileSystem(file);
                Stream<Path> files = Files.walk(jar.getPath("/"))) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
