package dev.chartwright.validate;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each rule between fields refuses the example beside it; that they accept what is right, the platforms show. */
class KubernetesExpressionsTest {
    private static final JsonNode SCHEMA = JarFile.json("kubernetes.schema.json");

    static Stream<Arguments> rules() {
        JsonNode types = new YamlReader()
                .read(Path.of(KubernetesModel.RULES), KubernetesModel.RULES)
                .root()
                .path("expressions");
        return types.properties().stream()
                .flatMap(type -> type.getValue()
                        .valueStream()
                        .map(rule -> arguments(
                                type.getKey() + ": " + rule.path("message").asString(),
                                SCHEMA.path("definitions").path(type.getKey()),
                                rule)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void refusesWhatIsWrong(String what, JsonNode schema, JsonNode rule) throws CelEvaluationException {
        CelRuntime.Program program =
                Expressions.compile(rule.path("rule").asString()).orElseThrow();

        assertThat(program.eval(Map.of("self", new FilledValue(schema).of(rule.path("wrong")))))
                .isEqualTo(false);
    }
}
