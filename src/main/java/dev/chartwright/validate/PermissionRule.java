package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.model.Rabbitmq;
import dev.chartwright.model.RabbitmqUser;
import dev.chartwright.problem.Problem;

/** A permission is given to a user that is declared. */
final class PermissionRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().rabbitmq().stream().flatMap(part -> check(part, subject));
    }

    private static Stream<Problem> check(Rabbitmq part, Subject subject) {
        List<String> known =
                part.topology().users().stream().map(RabbitmqUser::name).toList();
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
                "a permission names its user as the values do, for what the broker calls it stands in a Secret",
                Choice.fix(user, known, "declare the user in `rabbitmq.topology.users`"));
    }
}
