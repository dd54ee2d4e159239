package dev.chartwright;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import dev.chartwright.distribution.RegistryRelay;
import tools.jackson.databind.JsonNode;

/**
 * What a case of {@link CommandGoldenIT} does before a registry.
 *
 * <p>{@code answers} are given in place of the registry's own: each has a {@code request}, a pattern of method and
 * address (and " with a login"), a {@code status}, {@code headers} and a {@code body}. {@code meanwhile} is a {@code command} of somebody
 * else, done once {@code after} the first request of a pattern has reached the registry.
 */
final class ScriptedGate implements RegistryRelay.Gate {
    private final JsonNode script;
    private final UnaryOperator<String> words;
    private final Consumer<List<String>> commands;
    private final AtomicBoolean done = new AtomicBoolean();

    /**
     * Knows what to answer.
     *
     * @param words replaces words in braces
     * @param commands does the command of somebody else
     */
    ScriptedGate(JsonNode script, UnaryOperator<String> words, Consumer<List<String>> commands) {
        this.script = script;
        this.words = words;
        this.commands = commands;
    }

    /** Whether a case needs one. */
    static boolean isIn(JsonNode script) {
        return script.has("answers") || script.has("meanwhile");
    }

    @Override
    public Optional<RegistryRelay.Reply> instead(String request) {
        return script.path("answers")
                .valueStream()
                .filter(answer -> request.matches(answer.path("request").asString()))
                .findFirst()
                .map(this::reply);
    }

    private RegistryRelay.Reply reply(JsonNode answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey(), words.apply(header.getValue().asString())));
        byte[] body = words.apply(answer.path("body").asString("")).getBytes(StandardCharsets.UTF_8);
        return new RegistryRelay.Reply(answer.path("status").asInt(), headers, body);
    }

    @Override
    public void after(String request) {
        JsonNode meanwhile = script.path("meanwhile");
        boolean now = meanwhile.has("after")
                && request.matches(meanwhile.path("after").asString());
        if (now && done.compareAndSet(false, true)) {
            commands.accept(meanwhile
                    .path("command")
                    .valueStream()
                    .map(word -> words.apply(word.asString()))
                    .toList());
        }
    }
}
