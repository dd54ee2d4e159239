package dev.chartwright.registry;

import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Quote;

/**
 * The problem of an answer that is not what was hoped for.
 *
 * @param subject what was asked
 * @param answer what the registry said
 * @param login what became of the login
 * @param secrets what no message may hold
 */
record RefusedAnswer(Subject subject, Answer answer, LoginState login, Secrets secrets) {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int PROXY_LOGIN = 407;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int NO_SPACE = 507;

    /** Words come first, for registries give them under statuses of their own choice. */
    OutsideException problem() {
        if (answer.status() == NO_SPACE || Reason.QUOTA.isIn(subject, answer)) {
            return full();
        }
        if (isConflictOfTag() || Reason.CHANGED_TAG.isIn(subject, answer)) {
            return immutable();
        }
        if (Reason.MISSING_BLOB.isIn(subject, answer)) {
            return incomplete();
        }
        return byStatus();
    }

    private OutsideException byStatus() {
        return switch (answer.status()) {
            case UNAUTHORIZED -> problem("registry-login", login.unauthorized(secrets), login.remedy());
            case FORBIDDEN -> forbidden();
            case NOT_FOUND -> missing();
            case NOT_ALLOWED -> words().isEmpty() ? missing() : refused();
            case PROXY_LOGIN -> proxy();
            case TOO_LARGE ->
                problem(
                        "registry-too-large",
                        "the registry, or a proxy before it, takes no body of this size",
                        "raise the limit of uploads there above the size of the package; nginx calls it"
                                + " `client_max_body_size`");
            default -> refused();
        };
    }

    /** Quay and others say 409 and nothing more. */
    private boolean isConflictOfTag() {
        return subject.isWriting()
                && answer.status() == CONFLICT
                && subject.reference()
                        .tag()
                        .filter(tag -> answer.uri().getPath().endsWith("/manifests/" + tag))
                        .isPresent();
    }

    private String words() {
        return RegistryWords.of(answer, secrets);
    }

    private OutsideException problem(String code, String why, String fix) {
        String said = subject.answered(answer) + (words().isEmpty() ? "" : ": " + Quote.said(words()));
        return Refusal.problem(subject, code, said, why, fix);
    }

    private OutsideException full() {
        return problem(
                "registry-quota",
                "the registry has no room left for this account or project",
                "remove versions that nobody uses, or raise the quota at the registry");
    }

    private OutsideException immutable() {
        return problem(
                "registry-immutable",
                "a rule or a lock of the registry keeps what is there as it is",
                subject.isVersion()
                        ? "raise `environment.chart.version`, build and push, for `--force` does not help; where all of"
                                + " the repository is locked, unlock it"
                        : "exempt tags that begin with `sha256-` from that rule: they list what is attached to a"
                                + " chart, and grow");
    }

    private OutsideException incomplete() {
        return problem(
                "registry-refused",
                "a part of the chart was removed after it was stored and before its manifest was, as a clean-up does",
                "push again; if it stays so, look at the registry's clean-up rules and at its storage");
    }

    private OutsideException refused() {
        return problem(
                "registry-refused",
                words().isEmpty()
                        ? "the registry, or a proxy before it, gives no reason that is known here"
                        : "these are the registry's own words, and all that it says"
                                + (words().contains(KnownWords.LEFT_OUT)
                                        ? "; `" + KnownWords.LEFT_OUT + "` stands for what may hold the login"
                                        : ""),
                "read the log of the registry, or of the proxy, at this request");
    }

    private OutsideException forbidden() {
        String what = (subject.isWriting() ? "write" : "read") + " in `"
                + subject.reference().repository() + "`";
        if (login.isSent()) {
            return problem(
                    "registry-denied",
                    login.forbidden(what),
                    "give it that permission at the registry, or name a repository where it has it");
        }
        return problem(
                "registry-denied",
                login.forbidden(what),
                login.isMissing()
                        ? login.advice()
                        : "look at the rules of the registry, and of proxies and firewalls before it, for this address");
    }

    private OutsideException missing() {
        String repository = subject.reference().repository();
        if (!words().isEmpty()) {
            return problem(
                    "registry-not-found",
                    "the registry does not have `" + repository + "`, or its project, and makes neither by itself",
                    "make the repository or project at the registry, or correct the path");
        }
        return problem(
                "registry-not-found",
                "the host serves no registry there, or the repository `" + repository + "` must be made first",
                "look at the host and the path, and make the repository or project where the registry wants one");
    }

    private OutsideException proxy() {
        return Refusal.problem(
                subject,
                "proxy-login",
                "the proxy between here and " + subject.reference().registry() + " wants another login",
                "its login stands in HTTPS_PROXY or HTTP_PROXY as `http://<user>:<password>@<host>:<port>`, sent as Basic",
                "correct the variable; write `%40` for `@`, `%2F` for `/` and `%25` for `%` in a password");
    }
}
