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

    @Test
    void sortsKeysByTheirBytes() {
        Map<String, String> map = GoJson.sortedMap();
        map.put("😀", "4");
        map.put("￦", "3");
        map.put("é", "2");
        map.put("z", "1");
        assertThat(GoJson.write(map)).isEqualTo("{\"z\":\"1\",\"é\":\"2\",\"￦\":\"3\",\"😀\":\"4\"}");
    }
}
