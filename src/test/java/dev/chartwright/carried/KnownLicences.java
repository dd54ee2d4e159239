package dev.chartwright.carried;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.chartwright.carried.Carried.WithTexts;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;

/** What {@code licences.yaml} says about texts, and about programs that bring none. */
final class KnownLicences {
    private static final Path FOLDER = Path.of("src/test/fixtures/licences");
    private static final Pattern OWN_WORD =
            Pattern.compile("SPDX-License-Identifier: ([A-Za-z0-9.-]+( (AND|OR) [A-Za-z0-9.-]+)*)");
    private static final Pattern SHARE_ALIKE = Pattern.compile("\\b(EPL|LGPL|MPL)-");

    private final JsonNode known;

    KnownLicences() {
        Path file = FOLDER.resolve("licences.yaml");
        this.known = new YamlReader().read(file, file.toString()).root();
    }

    /** The program with its licence, read from its own texts or else from the one that is known. */
    WithTexts program(String name, String version, String purl, Optional<String> digest, List<String> own) {
        List<String> texts = own.isEmpty() ? List.of(text(name)) : own;
        String licence = licence(name, texts);
        return new WithTexts(new Carried(name, version, purl, licence, source(name, licence), digest), texts);
    }

    /** Programs inside the native libraries of a jar. */
    List<WithTexts> natives(String heading) {
        JsonNode parts = known.path("natives")
                .propertyStream()
                .filter(entry -> heading.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        heading + " has native libraries: tell in " + FOLDER + " what else they are made of"));
        return parts.valueStream().map(purl -> part(purl.asString())).toList();
    }

    private WithTexts part(String purl) {
        String[] nameAndVersion = purl.replaceFirst(".*/", "").split("@");
        return program(nameAndVersion[0], nameAndVersion[1], purl, Optional.empty(), List.of());
    }

    private String text(String name) {
        String file = entry("texts", name)
                .orElseThrow(() -> new AssertionError(name + " brings no licence text: add one to " + FOLDER));
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<String> source(String name, String licence) {
        Optional<String> url = entry("sources", name);
        if (url.isEmpty() && SHARE_ALIKE.matcher(licence).find()) {
            throw new AssertionError(name + " is " + licence + ": add where its source is to " + FOLDER);
        }
        return url;
    }

    private Optional<String> entry(String part, String name) {
        return known.path(part)
                .propertyStream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .map(entry -> entry.getValue().asString())
                .findFirst();
    }

    private String licence(String name, List<String> texts) {
        List<String> flat =
                texts.stream().map(text -> text.replaceAll("\\s+", " ").strip()).toList();
        String licence = ownWord(flat).orElseGet(() -> identifiers(flat));
        if (licence.isEmpty()) {
            throw new AssertionError(name + " has a text of no known licence: add its words to " + FOLDER);
        }
        return licence;
    }

    private static Optional<String> ownWord(List<String> texts) {
        return texts.stream()
                .map(OWN_WORD::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    private String identifiers(List<String> texts) {
        return known.path("words")
                .propertyStream()
                .filter(entry -> says(texts, Pattern.compile(entry.getValue().asString())))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(" AND "));
    }

    private static boolean says(List<String> texts, Pattern words) {
        return texts.stream().anyMatch(text -> words.matcher(text).find());
    }
}
