package dev.chartwright.validate;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Exchange;
import dev.chartwright.model.MessagingNeeds;
import dev.chartwright.model.Publication;
import dev.chartwright.model.Queue;
import dev.chartwright.model.Rabbitmq;
import dev.chartwright.model.RabbitmqPermission;
import dev.chartwright.model.RabbitmqUser;
import dev.chartwright.model.Topology;
import dev.chartwright.problem.Problem;

/** The user of the broker whose account an application reads, or else some user, may do what the application does. */
final class BrokerAccessRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().rabbitmq().stream()
                .filter(part -> !part.topology().permissions().isEmpty())
                .flatMap(part -> subject.applications()
                        .flatMap(application -> application.network().needs().rabbitmq().stream()
                                .flatMap(needs -> check(subject, application, needs, part))));
    }

    private static Stream<Problem> check(
            Subject subject, Application application, MessagingNeeds needs, Rabbitmq part) {
        Place place = subject.place(application).then("network", "needs", "rabbitmq");
        Account account = Account.of(application, part);
        return Stream.of(
                        consumes(place.then("consumes"), needs.consumes(), account),
                        publishes(place.then("publishes"), needs.publishes(), account),
                        manages(place.then("managementApi"), needs, account))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> consumes(Place place, List<String> queues, Account account) {
        return IntStream.range(0, queues.size()).boxed().flatMap(index -> {
            Name name = new Name(
                    "queue",
                    queues.get(index),
                    account.topology().queues().stream()
                            .filter(queue -> queue.queue().equals(queues.get(index)))
                            .map(Queue::vhost)
                            .toList());
            return account.mayUse(name, RabbitmqPermission::read)
                    ? Stream.empty()
                    : Stream.of(problem(place.then(index), account, name, "read"));
        });
    }

    private static Stream<Problem> publishes(Place place, List<Publication> publications, Account account) {
        return IntStream.range(0, publications.size()).boxed().flatMap(index -> {
            String exchange = publications.get(index).exchange();
            Name name = new Name(
                    "exchange",
                    exchange,
                    account.topology().exchanges().stream()
                            .filter(declared -> declared.exchange().equals(exchange))
                            .map(Exchange::vhost)
                            .toList());
            return account.mayUse(name, RabbitmqPermission::write)
                    ? Stream.empty()
                    : Stream.of(problem(place.then(index).then("exchange"), account, name, "write"));
        });
    }

    /** Any tag opens it. */
    private static Stream<Problem> manages(Place place, MessagingNeeds needs, Account account) {
        return !needs.managementApi() || account.users().stream().anyMatch(RabbitmqUser::hasTags)
                ? Stream.empty()
                : Stream.of(new Problem(
                        place.value(),
                        "missing-permission",
                        account.who() + " may ask the management API",
                        "the broker answers its management API to users with a tag alone",
                        "write `tags: [management]` at the user in `rabbitmq.topology.users`"));
    }

    private static Problem problem(Place place, Account account, Name name, String right) {
        return new Problem(
                place.value(),
                "missing-permission",
                account.who() + " may " + right + (right.equals("read") ? " " : " to ") + name.kind() + " `"
                        + name.text() + "`",
                "the broker refuses who has no permission in the virtual host, or one whose `" + right
                        + "` does not match the name",
                "widen `" + right + "` of a permission in `rabbitmq.topology.permissions`, or add one");
    }

    /**
     * As whom an application speaks to the broker.
     *
     * @param isKnown whether the application reads the account of one of the users; all of them may be meant otherwise
     */
    private record Account(Topology topology, List<RabbitmqUser> users, boolean isKnown) {
        static Account of(Application application, Rabbitmq part) {
            List<RabbitmqUser> own = part.accountsOf(application);
            return new Account(part.topology(), own.isEmpty() ? part.topology().users() : own, !own.isEmpty());
        }

        String who() {
            return isKnown
                    ? users.stream()
                            .map(user -> "`" + user.name() + "`")
                            .collect(Collectors.joining(", ", "no user whose account the application reads (", ")"))
                    : "no user of the broker";
        }

        boolean mayUse(Name name, Function<RabbitmqPermission, String> right) {
            Set<String> names = users.stream().map(RabbitmqUser::name).collect(Collectors.toSet());
            return name.vhosts().isEmpty()
                    || topology.permissions().stream()
                            .filter(permission -> names.contains(permission.user()))
                            .filter(permission -> name.vhosts().contains(permission.vhost()))
                            .map(right)
                            .anyMatch(name::matches);
        }
    }

    /**
     * What an application names.
     *
     * @param vhosts virtual hosts that have it; none where it is told as unknown
     */
    private record Name(String kind, String text, List<String> vhosts) {
        /** An empty pattern matches no name, as the broker has it; one that is broken is told by itself. */
        boolean matches(String pattern) {
            return !pattern.isEmpty()
                    && (PatternRule.fault(pattern).isPresent()
                            || Pattern.compile(pattern).matcher(text).find());
        }
    }
}
