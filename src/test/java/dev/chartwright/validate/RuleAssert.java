package dev.chartwright.validate;

import java.util.List;
import java.util.Map;

import dev.chartwright.model.Platform;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks a platform against every rule. */
final class RuleAssert {
    private RuleAssert() {}

    static void assertClean(Platform platform) {
        assertThat(check(platform, "")).isEmpty();
    }

    /** Exactly one problem, with this code, at this place. */
    static void assertProblem(Platform platform, String code, String pointer) {
        assertProblem(platform, code, pointer, 1);
    }

    /** As many problems, all with this code at this place. */
    static void assertProblem(Platform platform, String code, String pointer, int count) {
        List<Problem> problems = check(platform, pointer);
        assertThat(problems).hasSize(count).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.location().file()).isEqualTo(pointer);
        });
    }

    /** Only the place at the pointer is known, so that a problem elsewhere has another location. */
    private static List<Problem> check(Platform platform, String pointer) {
        Map<String, Location> places = Map.of(pointer, Location.ofFile(pointer));
        Origins origins = new Origins(places, places, Location.ofFile("elsewhere"));
        return PlatformRules.check(Subject.alone(platform, origins)).toList();
    }
}
