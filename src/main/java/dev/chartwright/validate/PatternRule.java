package dev.chartwright.validate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Middleware;
import dev.chartwright.model.RabbitmqPermission;
import dev.chartwright.problem.Problem;

/** Regular expressions are none that every dialect refuses: brackets that stay open, a repetition of nothing. */
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
                new Expression(place.then("configure"), permission.configure()),
                new Expression(place.then("write"), permission.write()),
                new Expression(place.then("read"), permission.read()));
    }

    private static Stream<Expression> origins(Subject subject) {
        return subject.applications()
                .flatMap(application -> application.network().middlewares().stream()
                        .flatMap(middleware -> origins(
                                subject.place(application).then("network", "middlewares", middleware.name()),
                                middleware)));
    }

    private static Stream<Expression> origins(Place place, Middleware middleware) {
        return middleware.cors().stream().flatMap(cors -> {
            List<String> origins = cors.originRegexes();
            return IntStream.range(0, origins.size())
                    .mapToObj(index ->
                            new Expression(place.then("cors", "originRegexes").then(index), origins.get(index)));
        });
    }

    /** Why a text is no regular expression; empty when it is one. */
    static Optional<String> fault(String text) {
        try {
            Pattern.compile(text);
            return Optional.empty();
        } catch (PatternSyntaxException broken) {
            return Optional.of(broken.getDescription().toLowerCase(Locale.ROOT));
        }
    }

    private record Expression(Place place, String text) {
        Stream<Problem> problem() {
            return fault(text).stream()
                    .map(fault -> new Problem(
                            place.value(),
                            "pattern-syntax",
                            "`" + text + "` is no regular expression: " + fault,
                            "who evaluates it refuses it, and nothing matches",
                            text.equals("*") ? "write `.*` for everything" : "mend the expression"));
        }
    }
}
