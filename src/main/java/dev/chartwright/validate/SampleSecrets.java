package dev.chartwright.validate;

import dev.chartwright.model.Component;
import dev.chartwright.model.Platform;
import dev.chartwright.model.SecretInput;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Helm values with a stand-in for each secret that an install must be given. */
final class SampleSecrets {
    private static final String SAMPLE = "sample";

    private SampleSecrets() {}

    static String of(Platform platform) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode secrets = root.putObject("global").putObject("secrets");
        for (Component component : platform.components()) {
            for (SecretInput input : component.secretInputs()) {
                secrets.withObjectProperty(input.component())
                        .withObjectProperty(input.secret())
                        .put(input.key(), SAMPLE);
            }
        }
        return root.toString();
    }
}
