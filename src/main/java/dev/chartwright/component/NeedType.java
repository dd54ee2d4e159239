package dev.chartwright.component;

import java.util.List;
import java.util.Optional;

/**
 * What an application may need.
 *
 * @param name key of its {@code network.needs}
 * @param opens what the need opens
 * @param drawn what the way is called in drawings
 * @param outside condition under which something outside the platform serves the need where no component does
 */
public record NeedType(String name, List<OpenType> opens, String drawn, Optional<String> outside) {}
