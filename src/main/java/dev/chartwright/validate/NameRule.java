package dev.chartwright.validate;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
                        syntax(object).stream(),
                        NameRoom.of(object, release)
                                .filter(room -> room.name().text().length() > room.most())
                                .map(room -> tooLong(object, room))));
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

    private static Problem tooLong(RenderedObject object, NameRoom room) {
        String name = room.name().text();
        return new Problem(
                room.name().place().value(),
                "name-length",
                Quote.of(name) + " of " + object.kind() + " " + Quote.of(object.name()) + " is " + name.length()
                        + " characters long; the most is " + Math.min(room.most(), LONGEST),
                room.why(),
                "write a shorter name");
    }
}
