package dev.chartwright.artifact;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GoJsonTest {
    @Test
    void escapesWhatHtmlWouldRead() {
        assertThat(GoJson.write("<a href=\"x\">&</a>"))
                .isEqualTo("\"\\u003ca href=\\\"x\\\"\\u003e\\u0026\\u003c/a\\u003e\"");
    }

    @Test
    void escapesControlCharactersAndLineSeparators() {
        assertThat(GoJson.write("\u0001\b\f\n\r\t\u007f\u2028\u2029é😀"))
                .isEqualTo("\"\\u0001\\b\\f\\n\\r\\t\u007f\\u2028\\u2029é😀\"");
    }

    @Test
    void writesNestedValuesWithoutBlanks() {
        assertThat(GoJson.write(Map.of("list", List.of(1, true, "x", Map.of()))))
                .isEqualTo("{\"list\":[1,true,\"x\",{}]}");
    }
}
