package dev.chartwright.registry;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Reference;

/** {@code POST /v2/<name>/blobs/uploads/} and {@code PUT} to where that leads, all bytes at once. */
final class UploadBlob {
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private final Conversation conversation;

    UploadBlob(Conversation conversation) {
        this.conversation = conversation;
    }

    void run(Reference repository, byte[] content, LongConsumer sent) {
        Subject subject = Subject.writing(repository);
        Upload upload = new Upload(content, Digest.of(content), sent, new AtomicLong());
        Answer answer = conversation.hold(subject, sender -> upload(sender, upload));
        if (answer.status() != CREATED) {
            confirm(subject, answer, upload.digest());
        }
        if (ManifestName.digest(answer)
                .filter(told -> !told.equals(upload.digest()))
                .isPresent()) {
            throw Refusal.answer(subject, conversation.origin(), "names another digest than that of what it was sent");
        }
    }

    /** As for a manifest; what is no registry and says yes to everything is found out by that. */
    private void confirm(Subject subject, Answer answer, Digest digest) {
        if (!answer.isSuccess()) {
            throw conversation.refuse(subject, answer);
        }
        if (!new HeadBlob(conversation).run(subject.reference(), digest)) {
            throw Refusal.answer(subject, conversation.origin(), answer.inPlaceOf(CREATED, "a blob"));
        }
    }

    private static Answer upload(Sender sender, Upload upload) throws IOException {
        upload.forget();
        Answer begun = sender.send(Call.of("POST", sender.address("/blobs/uploads/")));
        if (begun.status() != ACCEPTED) {
            return begun;
        }
        URI place = sender.target(begun);
        String separator = place.getRawQuery() == null ? "?" : "&";
        URI last = URI.create(place + separator + "digest=" + upload.digest().value());
        Answer ended = sender.send(Call.of("PUT", last)
                .with("Content-Type", "application/octet-stream")
                .sending(upload.content(), upload::count));
        if (ended.status() == NOT_FOUND) {
            throw new ForgottenException(ended);
        }
        return ended;
    }

    /** The upload that was begun is not known any more; another one may end. */
    static final class ForgottenException extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Answer answer;

        ForgottenException(Answer answer) {
            super("the registry forgot the upload");
            this.answer = answer;
        }

        Answer answer() {
            return answer;
        }
    }

    /**
     * What is sent, and how much of it went out.
     *
     * @param out bytes that were told as sent
     */
    private record Upload(byte[] content, Digest digest, LongConsumer sent, AtomicLong out) {
        void count(long bytes) {
            out.addAndGet(bytes);
            sent.accept(bytes);
        }

        /** Another attempt begins with the first byte. */
        void forget() {
            sent.accept(-out.getAndSet(0));
        }
    }
}
