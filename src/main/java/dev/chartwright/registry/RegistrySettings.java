package dev.chartwright.registry;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How registries are spoken to.
 *
 * @param plainHttp whether http is spoken, to every registry
 * @param caFile PEM file with authorities to trust beside those of Java
 * @param variables environment variables, for proxies
 * @param limits how long things may take
 */
public record RegistrySettings(
        boolean plainHttp, Optional<Path> caFile, Map<String, String> variables, Limits limits) {}
