package dev.chartwright.registry;

import java.util.Optional;

import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Descriptor;
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
        Digest digest = Digest.of(content);
        if (answer.status() != CREATED) {
            confirm(subject, answer, digest);
        }
        Optional<Digest> told = ManifestName.digest(answer);
        if (told.isPresent() && !told.get().equals(digest)) {
            throw Refusal.answer(subject, conversation.origin(), "names another digest than that of what it was sent");
        }
        return new StoredManifest(digest, answer.header("OCI-Subject").isPresent());
    }

    /** A registry has to say 201. Some say 200 and mean it, as do pages that know nothing of manifests: so it is read. */
    private void confirm(Subject subject, Answer answer, Digest digest) {
        if (!answer.isSuccess()) {
            throw conversation.refuse(subject, answer);
        }
        Optional<Digest> there = new GetManifest(conversation)
                .run(subject.reference())
                .map(FetchedManifest::descriptor)
                .map(Descriptor::digest);
        if (!there.equals(Optional.of(digest))) {
            throw Refusal.answer(subject, conversation.origin(), answer.inPlaceOf(CREATED, "a manifest"));
        }
    }
}
