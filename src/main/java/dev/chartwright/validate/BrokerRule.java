package dev.chartwright.validate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Exchanges, queues and virtual hosts that objects of the topology operator name are declared by others of them. */
final class BrokerRule implements ReleaseRule {
    private static final String GROUP = "rabbitmq.com";
    /** The broker has it from its first start. */
    private static final String FIRST_VHOST = "/";

    @Override
    public Stream<Problem> check(Release release) {
        List<RenderedObject> declared = release.objects().stream()
                .filter(object -> object.group().equals(GROUP))
                .toList();
        return Stream.concat(
                declared.stream().flatMap(object -> Stream.concat(vhost(object, declared), ends(object, declared))),
                users(declared));
    }

    /** What the broker calls a user stands in a Secret, so a permission names the object. */
    private static Stream<Problem> users(List<RenderedObject> declared) {
        List<String> known = declared.stream()
                .filter(object -> object.kind().equals("User"))
                .map(RenderedObject::name)
                .sorted()
                .toList();
        return declared.stream()
                .filter(object -> object.kind().equals("Permission"))
                .filter(object -> !known.contains(user(object)))
                .map(object -> new Problem(
                        object.place("spec", "userReference", "name").value(),
                        "unknown-user",
                        "Permission " + Quote.of(object.name()) + " is for user " + Quote.of(user(object))
                                + ", which no object declares",
                        "the operator asks a User for the name that the broker knows, and tries again for ever",
                        Choice.fix(user(object), known, "declare the user in `rabbitmq.topology.users`")));
    }

    private static String user(RenderedObject permission) {
        return permission.root().at("/spec/userReference/name").asString("");
    }

    private static Stream<Problem> vhost(RenderedObject object, List<RenderedObject> declared) {
        String vhost = spec(object, "vhost");
        List<String> known = names("Vhost", FIRST_VHOST, declared);
        return vhost.isEmpty() || vhost.equals(FIRST_VHOST) || known.contains(vhost)
                ? Stream.empty()
                : Stream.of(problem(object, "vhost", "virtual host", known));
    }

    private static Stream<Problem> ends(RenderedObject object, List<RenderedObject> declared) {
        if (!object.kind().equals("Binding")) {
            return Stream.empty();
        }
        boolean toExchange = spec(object, "destinationType").equals("exchange");
        return Stream.concat(
                end(object, "source", "Exchange", declared),
                end(object, "destination", toExchange ? "Exchange" : "Queue", declared));
    }

    private static Stream<Problem> end(RenderedObject binding, String key, String kind, List<RenderedObject> declared) {
        List<String> known = names(kind, spec(binding, "vhost"), declared);
        String name = spec(binding, key);
        boolean isBuiltIn = kind.equals("Exchange") && (name.isEmpty() || name.startsWith("amq."));
        return isBuiltIn || known.contains(name)
                ? Stream.empty()
                : Stream.of(problem(binding, key, kind.toLowerCase(Locale.ROOT), known));
    }

    /** Names in the broker; a virtual host stands in no other. */
    private static List<String> names(String kind, String vhost, List<RenderedObject> declared) {
        return declared.stream()
                .filter(object -> object.kind().equals(kind))
                .filter(object -> kind.equals("Vhost") || vhost(object).equals(vhost.isEmpty() ? FIRST_VHOST : vhost))
                .map(object -> spec(object, "name"))
                .sorted()
                .toList();
    }

    private static String vhost(RenderedObject object) {
        String vhost = spec(object, "vhost");
        return vhost.isEmpty() ? FIRST_VHOST : vhost;
    }

    private static String spec(RenderedObject object, String key) {
        return object.root().path("spec").path(key).asString("");
    }

    private static Problem problem(RenderedObject object, String key, String what, List<String> known) {
        String name = spec(object, key);
        return new Problem(
                object.place("spec", key).value(),
                "dangling-reference",
                object.kind() + " " + Quote.of(object.name()) + " names the " + what + " " + Quote.of(name)
                        + ", which no object declares" + (key.equals("vhost") ? "" : " in its virtual host"),
                "the broker refuses what names things it does not have, and the operator tries again for ever",
                Choice.fix(name, known, "declare the " + what));
    }
}
