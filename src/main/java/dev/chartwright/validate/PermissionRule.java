package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.Rabbitmq;
import dev.chartwright.problem.Problem;

/** A permission is given to a user of the broker, as far as the names of all users are written in the values. */
final class PermissionRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().rabbitmq().stream().flatMap(part -> check(part, subject));
    }

    private static Stream<Problem> check(Rabbitmq part, Subject subject) {
        List<Optional<String>> names =
                part.topology().users().stream().map(part::brokerName).toList();
        if (names.stream().anyMatch(Optional::isEmpty)) {
            return Stream.empty();
        }
        List<String> known = names.stream().flatMap(Optional::stream).toList();
        Place place = subject.place("rabbitmq", "topology", "permissions");
        return part.topology().permissions().stream()
                .filter(permission -> !known.contains(permission.user()))
                .map(permission -> problem(place.then(permission.name(), "user"), permission.user(), known));
    }

    private static Problem problem(Place place, String user, List<String> known) {
        return new Problem(
                place.value(),
                "unknown-user",
                "the broker has no user `" + user + "`",
                "the name of a user stands in its Secret, and the broker refuses a permission for any other",
                Choice.fix(user, known, "declare the user in `rabbitmq.topology.users`"));
    }
}
