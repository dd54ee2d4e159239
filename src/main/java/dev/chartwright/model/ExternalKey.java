package dev.chartwright.model;

import java.util.Optional;

/**
 * A key of an external secret.
 *
 * @param name key in the Secret
 * @param remoteKey name in the store
 * @param property property inside the store's value
 */
public record ExternalKey(String name, String remoteKey, Optional<String> property) {}
