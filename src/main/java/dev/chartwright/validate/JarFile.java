package dev.chartwright.validate;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import dev.chartwright.problem.BugException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file that comes with these classes. */
final class JarFile {
    private JarFile() {}

    static JsonNode json(String name) {
        try (InputStream file = JarFile.class.getResourceAsStream(name)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(file));
        } catch (IOException unreadable) {
            throw new BugException("the jar's " + name + " could not be read", unreadable);
        }
    }
}
