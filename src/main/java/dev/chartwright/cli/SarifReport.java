package dev.chartwright.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

import dev.chartwright.explain.Explanation;
import dev.chartwright.explain.Explanations;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Rendering;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Problems as SARIF 2.1.0 (OASIS): one run, a rule for each code that was found. */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/" + "sarif-schema-2.1.0.json";

    /** GitHub, which reads these files, shows no more of one. */
    private static final int MOST = 5_000;

    private SarifReport() {}

    static String of(List<Problem> problems) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "chartwright").put("version", Version.number());
        List<String> codes =
                problems.stream().map(Problem::code).distinct().sorted().toList();
        ArrayNode rules = driver.putArray("rules");
        Explanations explanations = Explanations.read();
        codes.forEach(code -> rule(rules.addObject().put("id", code), explanations.of(code)));
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        problems.stream().limit(MOST).forEach(problem -> result(results.addObject(), problem, codes));
        if (problems.size() > MOST) {
            more(run, problems.size());
        }
        return root.toPrettyString() + "\n";
    }

    private static void more(ObjectNode run, int count) {
        ObjectNode invocation = run.putArray("invocations").addObject().put("executionSuccessful", true);
        ObjectNode notification =
                invocation.putArray("toolExecutionNotifications").addObject().put("level", "warning");
        notification.putObject("message").put("text", count + " problems; the first " + MOST + " are listed");
    }

    private static void rule(ObjectNode rule, Optional<Explanation> explanation) {
        explanation.ifPresent(found -> {
            rule.putObject("shortDescription").put("text", found.rule());
            rule.putObject("fullDescription").put("text", found.rule() + " " + found.why());
            rule.putObject("help")
                    .put("text", "wrong:\n" + found.wrong() + "\n\nright:\n" + found.right())
                    .put("markdown", "Wrong:\n" + fenced(found.wrong()) + "\nRight:\n" + fenced(found.right()));
        });
    }

    private static String fenced(String lines) {
        return "```\n" + lines + "\n```\n";
    }

    private static void result(ObjectNode result, Problem problem, List<String> codes) {
        result.put("ruleId", problem.code()).put("ruleIndex", codes.indexOf(problem.code()));
        result.put("level", "error");
        result.putObject("message").put("text", problem.what() + "\nwhy: " + problem.why() + "\nfix: " + problem.fix());
        place(result.putArray("locations").addObject(), problem.location());
        problem.rendering()
                .filter(rendering -> !rendering.key().isEmpty())
                .ifPresent(
                        rendering -> related(result.putArray("relatedLocations").addObject(), rendering));
    }

    private static void related(ObjectNode location, Rendering rendering) {
        location.putObject("message").put("text", "made for `" + rendering.key() + "` in " + rendering.file());
        place(location, rendering.written());
    }

    private static void place(ObjectNode location, Location place) {
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(place.file()));
        if (place.line() > 0) {
            ObjectNode region = physical.putObject("region").put("startLine", place.line());
            if (place.column() > 0) {
                region.put("startColumn", place.column()).put("endColumn", place.column() + place.length());
            }
        }
    }

    /** A relative reference; brackets of template names are not allowed to stand in one. */
    private static String uri(String file) {
        try {
            return new URI(null, null, file, null)
                    .toASCIIString()
                    .replace("[", "%5B")
                    .replace("]", "%5D");
        } catch (URISyntaxException impossible) {
            throw new BugException("no URI can name " + file, impossible);
        }
    }
}
