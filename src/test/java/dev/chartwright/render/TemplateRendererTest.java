package dev.chartwright.render;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;

class TemplateRendererTest {
    @Test
    void acceptsTheTemplatesOfThisProject() {
        assertThatCode(() -> new TemplateRenderer(Path.of("templates"))).doesNotThrowAnyException();
    }
}
