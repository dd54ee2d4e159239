package dev.chartwright.validate;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import dev.chartwright.model.Topology;
import dev.chartwright.problem.Problem;

/** Nothing in the broker is declared by two objects: they would fight over it, and deleting one would delete it for both. */
final class DeclarationRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        Place place = subject.place("rabbitmq", "topology");
        Map<String, Declared> first = new HashMap<>();
        return subject.platform().rabbitmq().stream()
                .flatMap(part -> declared(part.topology()))
                .flatMap(declared -> {
                    Declared earlier = first.putIfAbsent(declared.what(), declared);
                    return earlier == null ? Stream.empty() : Stream.of(problem(place, declared, earlier));
                });
    }

    private static Stream<Declared> declared(Topology topology) {
        return Stream.of(
                        topology.vhosts().stream()
                                .map(it -> new Declared("vhosts", it.name(), "virtual host `" + it.vhost() + "`")),
                        topology.exchanges().stream()
                                .map(it -> new Declared(
                                        "exchanges", it.name(), "exchange `" + it.exchange() + "`" + in(it.vhost()))),
                        topology.queues().stream()
                                .map(it -> new Declared(
                                        "queues", it.name(), "queue `" + it.queue() + "`" + in(it.vhost()))),
                        topology.users().stream()
                                .map(it -> new Declared("users", it.name(), "user of Secret `" + it.secret() + "`")),
                        topology.permissions().stream()
                                .map(it -> new Declared(
                                        "permissions",
                                        it.name(),
                                        "permission of `" + it.user() + "`" + in(it.vhost()))),
                        topology.bindings().stream()
                                .map(it -> new Declared(
                                        "bindings",
                                        it.name(),
                                        "binding from `" + it.source() + "` to `" + it.destination() + "` with key `"
                                                + it.routingKey() + "`" + in(it.vhost()))))
                .flatMap(all -> all);
    }

    private static String in(String vhost) {
        return " in virtual host `" + vhost + "`";
    }

    private static Problem problem(Place place, Declared second, Declared first) {
        return new Problem(
                place.then(second.list(), second.object()).key(),
                "duplicate-declaration",
                "`" + second.object() + "` declares the " + second.what() + ", and so does `" + first.object() + "`",
                "the broker has one of each, and deleting one of the objects deletes it for both",
                "remove one of the two, or give it another name in the broker");
    }

    /**
     * A thing in the broker.
     *
     * @param list key of the list it stands in
     * @param object name of the object
     * @param what words that are the same for the same thing
     */
    private record Declared(String list, String object, String what) {}
}
