package dev.chartwright.component;

import java.util.List;
import java.util.Optional;

import dev.chartwright.model.ComponentPods;
import dev.chartwright.model.Entry;

/**
 * Pods of one sort.
 *
 * @param name what the rest of the file calls them, and the end of their policy's name
 * @param title what people call them
 * @param label what drawings call them; the title where none is said
 * @param when condition under which there are any
 * @param madeBy who makes them
 * @param operator path of the operator in the section, where they are its pods
 * @param labels what finds them, where they do not carry the labels that charts give
 * @param resources path of what one of them requests and may use
 * @param replicas path of their number; one where none is said
 * @param ports ports they listen on
 * @param api whether they speak with the API server
 */
public record PodsType(
        String name,
        String title,
        Optional<String> label,
        Optional<String> when,
        ComponentPods.MadeBy madeBy,
        Optional<String> operator,
        List<Entry> labels,
        Optional<String> resources,
        Optional<String> replicas,
        List<PortsType> ports,
        boolean api) {}
