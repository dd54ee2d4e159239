package dev.chartwright.registry;

import java.util.Optional;

import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Reference;

/** {@code GET /v2/<name>/referrers/<digest>}. */
final class GetReferrers {
    private static final int OK = 200;
    private final Conversation conversation;

    GetReferrers(Conversation conversation) {
        this.conversation = conversation;
    }

    /** The list; whatever else a registry answers, it keeps none. */
    Optional<byte[]> run(Reference repository, Digest subject) {
        String tail = "/referrers/" + subject.value();
        Answer answer = conversation.hold(
                Subject.reading(repository), sender -> sender.send(Call.of("GET", sender.address(tail))));
        return Optional.of(answer).filter(given -> given.status() == OK).map(Answer::body);
    }
}
