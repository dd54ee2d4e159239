package dev.chartwright.registry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.Quote;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /v2/<name>/manifests/<reference>}. */
final class GetManifest {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /** Of a manifest, of an index, and of what Docker wrote once. */
    private static final List<String> LISTS = List.of("layers", "manifests", "fsLayers");

    private final Conversation conversation;

    GetManifest(Conversation conversation) {
        this.conversation = conversation;
    }

    /** The manifest; nothing when there is none. */
    Optional<FetchedManifest> run(Reference reference) {
        Subject subject = Subject.reading(reference);
        Answer answer = conversation.hold(
                subject,
                sender -> sender.send(Call.of("GET", sender.address(ManifestName.tail(reference)))
                        .with("Accept", ManifestName.ACCEPTED)));
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.status() != OK) {
            throw conversation.refuse(subject, answer);
        }
        if (!isManifest(answer.body())) {
            String type = answer.header("Content-Type").orElse("");
            throw Refusal.answer(
                    subject,
                    conversation.origin(),
                    "is no manifest: "
                            + (type.isEmpty()
                                    ? ""
                                    : "its type is "
                                            + Quote.of(conversation.secrets().hide(type)) + ", and ")
                            + "it has no `schemaVersion` with `layers` or `manifests`");
        }
        Digest digest = Digest.of(answer.body());
        boolean named = reference.digest().map(digest::equals).orElse(true);
        boolean told = ManifestName.digest(answer).map(digest::equals).orElse(true);
        if (!named || !told) {
            throw Refusal.answer(subject, conversation.origin(), "is a manifest with another digest than its name");
        }
        return Optional.of(
                new FetchedManifest(ManifestName.descriptor(answer, digest, answer.body().length), answer.body()));
    }

    /** Every manifest has its version, and a list of what it is made of. */
    private static boolean isManifest(byte[] body) {
        try {
            JsonNode document = JsonMapper.shared().readTree(new String(body, StandardCharsets.UTF_8));
            return document.path("schemaVersion").isIntegralNumber()
                    && LISTS.stream().anyMatch(name -> document.path(name).isArray());
        } catch (JacksonException none) {
            return false;
        }
    }
}
