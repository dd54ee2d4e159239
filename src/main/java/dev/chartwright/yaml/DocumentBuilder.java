package dev.chartwright.yaml;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.ProblemsException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the tree from parser events.
 *
 * <p>Events and not composed nodes, because a composer resolves aliases and stops at the first of several faults.
 */
final class DocumentBuilder {
    private static final int DEEPEST = 50;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Iterator<Event> events;
    private final Places places;
    private final YamlProblems problems;
    private final Map<String, Location> keys = new HashMap<>();
    private final Map<String, Location> values = new HashMap<>();
    private JsonNode root = NODES.nullNode();
    private int documents;
    private int depth;

    DocumentBuilder(String text, String file) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.events = new Yaml(options).parse(new StringReader(text)).iterator();
        this.places = new Places(file);
        this.problems = new YamlProblems();
    }

    YamlDocument build() {
        try {
            while (events.hasNext() && documents < 2) {
                top(events.next());
            }
        } catch (MarkedYAMLException fault) {
            problems.syntax(places.of(fault), fault);
        } catch (YAMLException fault) {
            problems.syntax(places.document(), fault);
        }
        if (!problems.found().isEmpty()) {
            throw new ProblemsException(problems.found());
        }
        return new YamlDocument(root, new Origins(keys, values, places.document()));
    }

    private void top(Event event) {
        if (event instanceof DocumentStartEvent start && ++documents > 1) {
            problems.severalDocuments(places.of(start));
        } else if (event instanceof NodeEvent node) {
            root = node(node, "");
        }
    }

    private JsonNode node(NodeEvent event, String pointer) {
        refuseAnchorAndTag(event);
        values.put(pointer, places.of(event));
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        if (event instanceof AliasEvent) {
            return NODES.nullNode();
        }
        if (++depth > DEEPEST) {
            throw new ProblemsException(problems.withDepth(places.of(event), DEEPEST));
        }
        JsonNode collection = event instanceof MappingStartEvent ? mapping(pointer) : sequence(pointer);
        depth--;
        return collection;
    }

    private void refuseAnchorAndTag(NodeEvent event) {
        if (event.getAnchor() != null) {
            problems.anchor(places.of(event), event instanceof AliasEvent ? "*" : "&", event.getAnchor());
        }
        String tag = tag(event);
        if (!tag.isEmpty()) {
            problems.tag(places.of(event), tag);
        }
    }

    private static String tag(NodeEvent event) {
        String tag = null;
        if (event instanceof ScalarEvent scalar) {
            tag = scalar.getTag();
        } else if (event instanceof SequenceStartEvent sequence) {
            tag = sequence.getTag();
        } else if (event instanceof MappingStartEvent mapping) {
            tag = mapping.getTag();
        }
        return tag == null ? "" : tag;
    }

    /** Escapes in double quotes can write what no file can hold. */
    private void refuseLoneSurrogate(ScalarEvent scalar) {
        if (scalar.getValue()
                .codePoints()
                .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            problems.loneSurrogate(places.of(scalar));
        }
    }

    private JsonNode scalar(ScalarEvent scalar) {
        if (!scalar.isPlain()) {
            refuseLoneSurrogate(scalar);
            return NODES.stringNode(scalar.getValue());
        }
        JsonNode meaning = PlainScalar.meaning(scalar.getValue()).orElseGet(NODES::missingNode);
        if (meaning.isMissingNode()) {
            problems.ambiguous(places.of(scalar), scalar.getValue());
            return NODES.nullNode();
        }
        if (meaning.isBigInteger() && !meaning.canConvertToLong()) {
            problems.integerRange(places.of(scalar), scalar.getValue());
            return NODES.nullNode();
        }
        return meaning.isBigInteger() ? NODES.numberNode(meaning.longValue()) : meaning;
    }

    private ArrayNode sequence(String pointer) {
        ArrayNode sequence = NODES.arrayNode();
        for (Event event = events.next(); event instanceof NodeEvent item; event = events.next()) {
            sequence.add(node(item, pointer + "/" + sequence.size()));
        }
        return sequence;
    }

    private ObjectNode mapping(String pointer) {
        ObjectNode mapping = NODES.objectNode();
        for (Event event = events.next(); event instanceof NodeEvent key; event = events.next()) {
            String name = key(key, pointer);
            Location place = places.of(key);
            String entry = pointer + Origins.pointer(name);
            JsonNode value = node((NodeEvent) events.next(), entry);
            if (mapping.isEmpty() && places.isSameStart(place, values.get(pointer))) {
                values.put(pointer, place);
            }
            Location first = keys.putIfAbsent(entry, place);
            if (first != null) {
                problems.duplicate(place, name, first);
            }
            mapping.set(name, value);
        }
        return mapping;
    }

    private String key(NodeEvent key, String pointer) {
        if (!(key instanceof ScalarEvent scalar)) {
            problems.complexKey(places.of(key));
            return node(key, pointer).toString();
        }
        refuseAnchorAndTag(key);
        refuseLoneSurrogate(scalar);
        boolean text = !scalar.isPlain()
                || PlainScalar.meaning(scalar.getValue())
                        .filter(JsonNode::isString)
                        .isPresent();
        if (!text) {
            problems.keyIsNoText(places.of(key), scalar.getValue());
        }
        return scalar.getValue();
    }
}
