package dev.chartwright.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLException;

/** Talks with one registry: finds out how it speaks, and tries again what may pass. */
final class Conversation {
    private final Transport transport;
    private final Login login;
    private final Secrets secrets;
    private final Limits limits;
    private final Clockwork clockwork;
    private volatile Origin origin;

    Conversation(Origin origin, Login login, Surroundings surroundings) {
        this.origin = origin;
        this.login = login;
        transport = surroundings.transport();
        secrets = surroundings.secrets();
        limits = surroundings.limits();
        clockwork = surroundings.clockwork();
    }

    /** What all conversations share. */
    record Surroundings(Transport transport, Secrets secrets, Limits limits, Clockwork clockwork) {}

    /** Requests that belong together: all of them are sent again when one fails. */
    @FunctionalInterface
    interface Exchange {
        Answer run(Sender sender) throws IOException;
    }

    Transport transport() {
        return transport;
    }

    Secrets secrets() {
        return secrets;
    }

    Login login() {
        return login;
    }

    /** The last answer of an exchange, once it is one that more tries would not change. */
    Answer hold(Subject subject, Exchange exchange) {
        Deadline total = Deadline.of(limits, clockwork);
        Deadline answer = total.ofOneAnswer();
        Backoff backoff = new Backoff(limits, clockwork);
        for (int attempt = 1; ; attempt++) {
            Outcome outcome = attempt(subject, exchange, answer);
            if (!outcome.isPassing()) {
                return outcome.answer().orElseThrow();
            }
            Duration pause = backoff.pause(attempt, outcome.answer());
            boolean heard = outcome.answer().isPresent();
            if (attempt >= limits.attempts() || answer.left().isZero() || !(heard ? total : answer).allows(pause)) {
                throw refuse(subject, outcome, new Patience(attempt, backoff.asked(outcome.answer())));
            }
            clockwork.sleep(pause);
            // An answer that comes in drops may come again and again: what is heard is no reason to wait for more of
            // it.
            answer = heard ? answer.after(pause, total) : answer;
        }
    }

    private Outcome attempt(Subject subject, Exchange exchange, Deadline deadline) {
        Origin tried = origin;
        try {
            return Outcome.of(exchange.run(new Sender(this, subject, tried, deadline)));
        } catch (CappedBody.TooLongException junk) {
            throw Refusal.answer(subject, origin, "is longer than " + Call.LONGEST_ANSWER + " bytes");
        } catch (SSLException tls) {
            return speaksHttp(tried, tls) ? attempt(subject, exchange, deadline) : refuseTls(subject, tls);
        } catch (Login.PassingException busy) {
            return Outcome.of(busy.answer());
        } catch (IOException broken) {
            if (Broken.isFinal(broken)) {
                throw Refusal.unreachable(subject, origin, Broken.words(broken));
            }
            return Outcome.of(broken);
        }
    }

    /** A registry on this machine may speak http; which it does shows at the first word. */
    private boolean speaksHttp(Origin tried, SSLException tls) {
        if (!tried.isSecure() || !tried.isLocal() || !Broken.isPlain(tls)) {
            return false;
        }
        origin = tried.withScheme("http");
        return true;
    }

    private Outcome refuseTls(Subject subject, SSLException tls) {
        if (Broken.isCut(tls)) {
            return Outcome.of(tls);
        }
        throw Broken.isPlain(tls) ? Refusal.plainHttp(subject, origin) : Refusal.tls(subject, origin, tls);
    }

    /** The problem of an answer that is not what was hoped for. */
    RuntimeException refuse(Subject subject, Answer answer) {
        return new RefusedAnswer(subject, answer, login.state(), secrets).problem();
    }

    /** The problem of what did not pass. */
    private RuntimeException refuse(Subject subject, Outcome outcome, Patience patience) {
        if (outcome.failure().orElse(null) instanceof UploadBlob.ForgottenException forgotten) {
            return Refusal.forgotten(subject, forgotten.answer(), patience, secrets);
        }
        return outcome.answer()
                .map(last -> Refusal.busy(subject, last, patience, login.state(), secrets))
                .orElseGet(() -> Refusal.unreachable(
                        subject, origin, outcome.failure().map(Broken::words).orElse("") + patience.words()));
    }

    Origin origin() {
        return origin;
    }

    /** What an attempt came to: an answer, or a connection that broke. */
    private record Outcome(Optional<Answer> answer, Optional<IOException> failure) {
        static Outcome of(Answer answer) {
            return new Outcome(Optional.of(answer), Optional.empty());
        }

        static Outcome of(IOException failure) {
            return new Outcome(Optional.empty(), Optional.of(failure));
        }

        boolean isPassing() {
            return answer.map(Backoff::isPassing).orElse(true);
        }
    }
}
