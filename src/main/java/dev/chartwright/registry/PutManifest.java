package dev.chartwright.registry;

import java.util.Optional;

import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Reference;

/** {@code PUT /v2/<name>/manifests/<reference>}: the moment at which something becomes visible. */
final class PutManifest {
    private static final int CREATED = 201;
    private final Conversation conversation;

    PutManifest(Conversation conversation) {
        this.conversation = conversation;
    }

    StoredManifest run(Reference reference, String mediaType, byte[] content) {
        Subject subject = Subject.writing(reference);
        Answer answer = conversation.hold(
                subject,
                sender -> sender.send(Call.of("PUT", sender.address(ManifestName.tail(reference)))
                        .with("Content-Type", mediaType)
                        .sending(content, count -> {})));
        if (answer.status() != CREATED) {
            throw conversation.refuse(subject, answer);
        }
        Digest digest = Digest.of(content);
        Optional<Digest> told = ManifestName.digest(answer);
        if (told.isPresent() && !told.get().equals(digest)) {
            throw Refusal.answer(
                    subject, conversation.origin(), "names " + told.get().value() + " for what is " + digest.value());
        }
        return new StoredManifest(digest, answer.header("OCI-Subject").isPresent());
    }
}
