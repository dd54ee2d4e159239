package dev.chartwright.validate;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Names of objects that the API server takes, and that leave room for what controllers add to them. */
final class NameRule implements ReleaseRule {
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SERVICE = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");

    /** Names of these stand in no host name. */
    private static final Pattern PATH_SEGMENT = Pattern.compile("(?!\\.{1,2}$)[^/%]+");

    private static final Set<String> FREE = Set.of("Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding");
    private static final int LONGEST = 253;

    @Override
    public Stream<Problem> check(Release release) {
        return Stream.concat(release.objects().stream(), release.definitions().stream())
                .flatMap(object -> Stream.concat(
                        syntax(object).stream(), object.kind().equals("Tenant") ? pools(object) : length(object)));
    }

    private static Optional<Problem> syntax(RenderedObject object) {
        return pattern(object).matcher(object.name()).matches()
                ? Optional.empty()
                : Optional.of(new Problem(
                        object.place("metadata", "name").value(),
                        "object-name",
                        Quote.of(object.name()) + " cannot be the name of a " + object.kind(),
                        words(object),
                        "write such a name"));
    }

    private static Pattern pattern(RenderedObject object) {
        if (FREE.contains(object.kind())) {
            return PATH_SEGMENT;
        }
        return switch (object.kind()) {
            case "Namespace" -> LABEL;
            case "Service" -> object.group().isEmpty() ? SERVICE : SUBDOMAIN;
            default -> SUBDOMAIN;
        };
    }

    private static String words(RenderedObject object) {
        Pattern pattern = pattern(object);
        if (pattern == PATH_SEGMENT) {
            return "the API server takes any name without `/` and `%`";
        }
        return "the API server takes small letters, digits and `-`"
                + (pattern == SUBDOMAIN ? ", with dots between words," : "")
                + " that begin with a letter" + (pattern == SERVICE ? "" : " or digit")
                + " and end with a letter or digit";
    }

    private static Stream<Problem> length(RenderedObject object) {
        NameRoom room = NameRoom.of(object);
        return object.name().length() <= room.most()
                ? Stream.empty()
                : Stream.of(tooLong(object, object.place("metadata", "name"), object.name(), room));
    }

    /** The operator names a StatefulSet after the tenant and the pool. */
    private static Stream<Problem> pools(RenderedObject object) {
        NameRoom room = new NameRoom(
                NameRoom.OF_STATEFUL_SET,
                "the operator names a StatefulSet so, whose pods carry "
                        + "the name and 11 characters more in a label");
        var pools = object.root().at("/spec/pools");
        return IntStream.range(0, pools.size())
                .filter(index -> joined(object, index).length() > room.most())
                .mapToObj(index -> tooLong(
                        object, object.place("spec", "pools").then(index).then("name"), joined(object, index), room));
    }

    private static String joined(RenderedObject object, int pool) {
        return object.name() + "-"
                + object.root().at("/spec/pools").path(pool).path("name").asString("");
    }

    private static Problem tooLong(RenderedObject object, Place place, String name, NameRoom room) {
        return new Problem(
                place.value(),
                "name-length",
                Quote.of(name) + " of " + object.kind() + " " + Quote.of(object.name()) + " is " + name.length()
                        + " characters long; the most is " + Math.min(room.most(), LONGEST),
                room.why(),
                "write a shorter name");
    }
}
