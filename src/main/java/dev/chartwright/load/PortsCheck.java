package dev.chartwright.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.component.Case;
import dev.chartwright.component.ComponentType;
import dev.chartwright.component.Derived;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Ports of a {@code component.yaml} are numbers, ranges of them, or tags that give one. */
final class PortsCheck {
    private static final Pattern PORTS =
            Pattern.compile("[0-9]{1,5}(?:-[0-9]{1,5})?(?: *, *[0-9]{1,5}(?:-[0-9]{1,5})?)*");
    private static final Pattern TAG = Pattern.compile("\\s*<%\\s*(\\S+?)\\s*%>\\s*");
    private static final Pattern BOUND = Pattern.compile("[0-9]+");
    private static final int LAST_PORT = 65_535;

    private final ComponentType type;
    private final JsonNode file;
    private final Origins origins;
    private final SchemaPaths paths;
    private final List<Problem> problems = new ArrayList<>();

    PortsCheck(ComponentType type, JsonNode file, Origins origins, SchemaPaths paths) {
        this.type = type;
        this.file = file;
        this.origins = origins;
        this.paths = paths;
    }

    List<Problem> problems() {
        Stream.of("pods", "services")
                .forEach(list -> file.path(list)
                        .properties()
                        .forEach(entry -> entry.getValue()
                                .path("ports")
                                .properties()
                                .forEach(port ->
                                        port(Origins.pointer(list, entry.getKey(), "ports", port.getKey()), port))));
        return problems;
    }

    private void port(String pointer, Map.Entry<String, JsonNode> port) {
        String text = port.getValue().asString("");
        Matcher tag = TAG.matcher(text);
        if (tag.matches()) {
            portAt(pointer, tag.group(1));
        } else if (!PORTS.matcher(text).matches() || !bounds(text).allMatch(PortsCheck::isPort) || isReversed(text)) {
            noPort(pointer, text);
        }
    }

    private void portAt(String pointer, String path) {
        Optional<Derived> derived = SchemaPaths.derived(type, path);
        if (derived.isEmpty() && paths.leadsSomewhere(type, path) && !paths.isNumber(type, path)) {
            noPort(pointer, path);
        }
        List<Case> cases = derived.map(Derived::cases).orElse(List.of());
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).is().number().filter(PortsCheck::isPort).isEmpty()) {
                String at = Origins.pointer("derive", path) + "/" + i + "/is";
                noPort(at, file.at(at).asString(""));
            }
        }
    }

    private void noPort(String pointer, String text) {
        Problem problem = new Problem(
                origins.value(pointer),
                "component-port",
                Quote.of(text) + " is no port",
                "network policies are made of it",
                "write a number from 1 to 65535, several with commas, a range with a dash, or one tag with a number");
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    private static boolean isReversed(String text) {
        return Arrays.stream(text.split(","))
                .map(one -> bounds(one).toList())
                .anyMatch(ends -> ends.size() == 2 && ends.get(0) > ends.get(1));
    }

    private static Stream<Long> bounds(String text) {
        return BOUND.matcher(text).results().map(number -> Long.valueOf(number.group()));
    }

    private static boolean isPort(long number) {
        return number >= 1 && number <= LAST_PORT;
    }
}
