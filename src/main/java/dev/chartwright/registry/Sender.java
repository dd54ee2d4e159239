package dev.chartwright.registry;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Sends the requests of one attempt: with the login where it belongs, and after readers' redirects. */
final class Sender {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int MOST_REDIRECTS = 5;

    /** A token may run out between two requests, and a second one too; a third refusal is meant. */
    private static final int MOST_RENEWALS = 2;

    private final Subject subject;
    private final Origin origin;
    private final Deadline deadline;
    private final Transport transport;
    private final Login login;
    private final Secrets secrets;

    Sender(Conversation conversation, Subject subject, Origin origin, Deadline deadline) {
        this.subject = subject;
        this.origin = origin;
        this.deadline = deadline;
        transport = conversation.transport();
        login = conversation.login();
        secrets = conversation.secrets();
    }

    /** The address of something in the repository. */
    URI address(String tail) {
        return origin.resolve(subject.path(tail));
    }

    /** The answer, after a challenge and redirects. */
    Answer send(Call call) throws IOException {
        Answer answer = followed(call);
        // The answer to HEAD has no body, which alone tells a rate limit from a missing permission.
        boolean silent = call.method().equals("HEAD") && answer.status() == FORBIDDEN;
        return silent ? followed(call.asking()) : answer;
    }

    private Answer followed(Call call) throws IOException {
        Answer answer = authorized(call);
        int redirects = 0;
        Call next = call;
        while (call.isReading() && answer.isRedirect()) {
            redirects++;
            if (redirects > MOST_REDIRECTS) {
                throw Refusal.redirects(subject, MOST_REDIRECTS);
            }
            next = next.to(target(answer));
            answer = authorized(next);
        }
        return answer;
    }

    /** Where an answer leads; never from https to http. */
    URI target(Answer answer) {
        URI uri = answer.location()
                .orElseThrow(() -> Refusal.location(
                        subject, secrets.hide(answer.header("Location").orElse(""))));
        String scheme = String.valueOf(uri.getScheme());
        boolean allowed = scheme.equals("https") || scheme.equals("http") && !origin.isSecure();
        if (!allowed || uri.getHost() == null || uri.getUserInfo() != null) {
            throw Refusal.location(subject, secrets.hide(uri.toString()));
        }
        return uri;
    }

    private Answer authorized(Call call) throws IOException {
        if (!Origin.of(call.uri()).equals(origin)) {
            return transport.send(call, deadline.request(call));
        }
        Optional<String> sent = login.header(subject);
        Answer answer = transport.send(withLogin(call, sent), deadline.request(call));
        for (int renewals = 0; answer.status() == UNAUTHORIZED && renewals < MOST_RENEWALS; renewals++) {
            Optional<String> renewed = login.renew(subject, answer, deadline);
            // The same once more would only count as another wrong password.
            if (renewed.isEmpty() || renewed.equals(sent)) {
                return answer;
            }
            sent = renewed;
            answer = transport.send(withLogin(call, renewed), deadline.request(call));
        }
        return answer;
    }

    private static Call withLogin(Call call, Optional<String> header) {
        return header.map(value -> call.with("Authorization", value)).orElse(call);
    }
}
