package dev.chartwright.registry;

import java.util.Optional;

import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;

/** {@code HEAD /v2/<name>/manifests/<reference>}. */
final class HeadManifest {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private final Conversation conversation;

    HeadManifest(Conversation conversation) {
        this.conversation = conversation;
    }

    /** The manifest's descriptor; nothing when there is none. A registry need not tell the digest, and a page is none: then it is read. */
    Optional<Descriptor> run(Reference reference) {
        Subject subject = Subject.reading(reference);
        Answer answer = conversation.hold(
                subject,
                sender -> sender.send(Call.of("HEAD", sender.address(ManifestName.tail(reference)))
                        .with("Accept", ManifestName.ACCEPTED)));
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.status() != OK) {
            throw conversation.refuse(subject, answer);
        }
        long size = answer.headers().firstValueAsLong("Content-Length").orElse(0);
        return ManifestName.digest(answer)
                .filter(digest -> ManifestName.isManifest(answer))
                .map(digest -> ManifestName.descriptor(answer, digest, size))
                .or(() -> new GetManifest(conversation).run(reference).map(FetchedManifest::descriptor));
    }
}
