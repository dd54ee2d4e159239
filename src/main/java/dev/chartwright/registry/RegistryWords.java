package dev.chartwright.registry;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a registry says about a refusal (distribution specification, "Error Codes"). */
final class RegistryWords {
    private RegistryWords() {}

    /** Codes and messages of the answer; nothing where it is no such document. */
    static String of(Answer answer) {
        try {
            JsonNode document = JsonMapper.shared().readTree(new String(answer.body(), StandardCharsets.UTF_8));
            return document.path("errors")
                    .valueStream()
                    .flatMap(error -> Stream.of(error.path("code"), error.path("message")))
                    .map(part -> part.asString(""))
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(" "));
        } catch (JacksonException none) {
            return "";
        }
    }

    /** The same without secrets that a registry may have sent back. */
    static String of(Answer answer, Secrets secrets) {
        return secrets.hide(of(answer));
    }
}
