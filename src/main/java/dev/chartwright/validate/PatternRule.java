package dev.chartwright.validate;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Middleware;
import dev.chartwright.model.RabbitmqPermission;
import dev.chartwright.problem.Problem;

/** Regular expressions are ones that their reader takes, and match whole texts: all readers here look for them anywhere. */
final class PatternRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return Stream.concat(permissions(subject), origins(subject)).flatMap(Expression::problem);
    }

    private static Stream<Expression> permissions(Subject subject) {
        return subject.platform().rabbitmq().stream()
                .flatMap(part -> part.topology().permissions().stream())
                .flatMap(permission -> permission(
                        subject.place("rabbitmq", "topology", "permissions", permission.name()), permission));
    }

    private static Stream<Expression> permission(Place place, RabbitmqPermission permission) {
        return Stream.of(
                new Expression(place.then("configure"), permission.configure(), Reader.BROKER),
                new Expression(place.then("write"), permission.write(), Reader.BROKER),
                new Expression(place.then("read"), permission.read(), Reader.BROKER));
    }

    private static Stream<Expression> origins(Subject subject) {
        return subject.applications()
                .flatMap(application -> application.network().middlewares().stream()
                        .flatMap(middleware -> origins(
                                subject.place(application).then("network", "middlewares", middleware.name()),
                                middleware)));
    }

    private static Stream<Expression> origins(Place place, Middleware middleware) {
        return middleware.cors().stream()
                .flatMap(cors -> IntStream.range(0, cors.originRegexes().size())
                        .mapToObj(index -> new Expression(
                                place.then("cors", "originRegexes").then(index),
                                cors.originRegexes().get(index),
                                Reader.TRAEFIK)));
    }

    /** Why a text is no regular expression, for most dialects; empty when it is one. */
    static Optional<String> fault(String text) {
        try {
            Pattern.compile(text);
            return Optional.empty();
        } catch (PatternSyntaxException broken) {
            return Optional.of(broken.getDescription().toLowerCase(Locale.ROOT));
        }
    }

    /** Why RE2 does not take a text. */
    private static Optional<String> faultOfRe2(String text) {
        try {
            com.google.re2j.Pattern.compile(text);
            return Optional.empty();
        } catch (com.google.re2j.PatternSyntaxException broken) {
            return Optional.of(broken.getDescription().toLowerCase(Locale.ROOT));
        }
    }

    /** A program that evaluates expressions. */
    private enum Reader {
        BROKER(PatternRule::fault, "a name", "the broker looks for the expression anywhere in a name"),
        TRAEFIK(PatternRule::faultOfRe2, "an origin", "Traefik looks for the expression anywhere in an origin");

        private final Function<String, Optional<String>> faults;
        private final String what;
        private final String why;

        Reader(Function<String, Optional<String>> faults, String what, String why) {
            this.faults = faults;
            this.what = what;
            this.why = why;
        }

        /** Everything is everything anywhere, and to the broker nothing is nothing. */
        boolean isWhole(String text) {
            return this == BROKER && (text.isEmpty() || text.equals(".*")) || WholePattern.is(text);
        }
    }

    private record Expression(Place place, String text, Reader reader) {
        Stream<Problem> problem() {
            Optional<Problem> unread = reader.faults.apply(text).map(this::unread);
            return unread.isPresent() || reader.isWhole(text) ? unread.stream() : Stream.of(open());
        }

        private Problem unread(String fault) {
            return fault(text).isPresent() ? broken(fault) : foreign(fault);
        }

        private Problem broken(String fault) {
            return new Problem(
                    place.value(),
                    "pattern-syntax",
                    "`" + text + "` is no regular expression: " + fault,
                    "who evaluates it refuses it, and nothing matches",
                    text.equals("*") ? "write `.*` for everything" : "mend the expression");
        }

        private Problem foreign(String fault) {
            return new Problem(
                    place.value(),
                    "pattern-dialect",
                    "`" + text + "` is no regular expression of RE2: " + fault,
                    "Traefik evaluates it with RE2, which looks neither ahead nor back, and refuses the whole middleware",
                    "write it without, as several expressions where need be");
        }

        private Problem open() {
            return new Problem(
                    place.value(),
                    "open-pattern",
                    "`" + text + "` matches a piece of " + reader.what,
                    reader.why + ", so whatever has a matching piece in it passes",
                    "write `" + WholePattern.of(text) + "`");
        }
    }
}
