package dev.chartwright.registry;

import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;

/** {@code GET /v2/<name>/blobs/<digest>}. */
final class GetBlob {
    private static final int OK = 200;
    private static final long LONGEST = 100L * 1024 * 1024;
    private final Conversation conversation;

    GetBlob(Conversation conversation) {
        this.conversation = conversation;
    }

    byte[] run(Reference repository, Descriptor blob) {
        Subject subject = Subject.reading(repository);
        if (blob.size() < 0 || blob.size() > LONGEST) {
            throw Refusal.answer(subject, conversation.origin(), "names a blob of " + blob.size() + " bytes");
        }
        Answer answer = conversation.hold(
                subject,
                sender -> sender.send(
                        Call.of("GET", sender.address("/blobs/" + blob.digest().value()))
                                .upTo(Math.max(blob.size(), Call.LONGEST_ANSWER))));
        if (answer.status() != OK) {
            throw conversation.refuse(subject, answer);
        }
        if (!Digest.of(answer.body()).equals(blob.digest())) {
            throw Refusal.answer(subject, conversation.origin(), "is a blob with another digest than its name");
        }
        return answer.body();
    }
}
