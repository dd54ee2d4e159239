package dev.chartwright.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a scalar without quotes means.
 *
 * <p>YAML 1.1 and 1.2 disagree about many of them (`no`, `0755`, `1e3`, `12:30`), so only forms that every reader
 * understands alike have a meaning here.
 */
final class PlainScalar {
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+");
    private static final Pattern NUMBER_OF_YAML_1_2 = Pattern.compile(
            "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Set<String> SIGNS_OF_YAML_1_1 = Set.of("<<", "=");
    private static final Resolver RESOLVER = new Resolver();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlainScalar() {}

    /** Its meaning; empty when readers of YAML could differ. */
    static Optional<JsonNode> meaning(String text) {
        if (text.isEmpty() || text.equals("null") || text.equals("~")) {
            return Optional.of(NODES.nullNode());
        }
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(NODES.booleanNode(text.equals("true")));
        }
        if (INTEGER.matcher(text).matches()) {
            return Optional.of(NODES.numberNode(new BigInteger(text)));
        }
        if (DECIMAL.matcher(text).matches()) {
            return Optional.of(NODES.numberNode(new BigDecimal(text)));
        }
        return isText(text) ? Optional.of(NODES.stringNode(text)) : Optional.empty();
    }

    private static boolean isText(String text) {
        return !SIGNS_OF_YAML_1_1.contains(text)
                && RESOLVER.resolve(NodeId.scalar, text, true).equals(Tag.STR)
                && !NUMBER_OF_YAML_1_2.matcher(text).matches();
    }
}
