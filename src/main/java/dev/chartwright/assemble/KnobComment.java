package dev.chartwright.assemble;

import java.util.Optional;

/**
 * What the comment above a knob says.
 *
 * @param description its sentences, empty when there are none
 * @param type the name behind {@code @type}
 */
record KnobComment(String description, Optional<String> type) {}
