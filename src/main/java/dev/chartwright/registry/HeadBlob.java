package dev.chartwright.registry;

import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Reference;

/** {@code HEAD /v2/<name>/blobs/<digest>}. */
final class HeadBlob {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private final Conversation conversation;

    HeadBlob(Conversation conversation) {
        this.conversation = conversation;
    }

    boolean run(Reference repository, Digest blob) {
        // Asked before an upload: one token for both.
        Subject subject = Subject.writing(repository);
        Answer answer = conversation.hold(
                subject, sender -> sender.send(Call.of("HEAD", sender.address("/blobs/" + blob.value()))));
        if (answer.status() != OK && answer.status() != NOT_FOUND) {
            throw conversation.refuse(subject, answer);
        }
        return answer.status() == OK;
    }
}
