package dev.chartwright.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The page in a real browser; what it looked like stands in {@code target/book}. */
class PlatformBookIT {
    private static final Path SHOTS = Path.of("target/book");

    /** Every text of a picture against the box it stands in; half a pixel is the browser's own rounding. */
    private static final String TEXTS_OUTSIDE = """
            [...document.querySelectorAll('figure')].filter(f => f.offsetParent).flatMap(f => [...f.querySelectorAll('a.node')])
              .filter(a => { const t = a.querySelector('text').getBBox(), r = a.querySelector('rect').getBBox();
                return t.x < r.x - .5 || t.y < r.y - .5 || t.x + t.width > r.x + r.width + .5 || t.y + t.height > r.y + r.height + .5 })
              .map(a => a.dataset.id)""";

    private static final String OVERLAPS = """
            [...document.querySelectorAll('figure')].filter(f => f.offsetParent).flatMap(f => {
              const boxes = [...f.querySelectorAll('a.node rect')].map(r => r.getBBox());
              const namespaces = [...f.querySelectorAll('rect.namespace')].map(r => r.getBBox());
              const over = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
              const pairs = list => list.flatMap((a, i) => list.slice(i + 1).filter(b => over(a, b)).map(b => JSON.stringify([a.x, a.y, b.x, b.y])));
              return pairs(boxes).concat(pairs(namespaces)) })""";

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        browser = Browser.start(folder.resolve("profile"));
        page = folder.resolve("index.html");
        List<Platform> platforms = Stream.of("local", "production", "stage")
                .map(name -> new PlatformLoader(Path.of("values"), Path.of("schema"), Path.of("templates"))
                        .load(name)
                        .platform())
                .toList();
        Files.write(
                page,
                PlatformBook.of(
                                platforms,
                                "production and stage",
                                List.of(new DifferenceRow("iris", "workload.replicas", "20", "2")))
                        .content());
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.screen(1400, 900, false);
        browser.open(page);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @ParameterizedTest
    @CsvSource({"1400, light", "1400, dark", "390, light", "390, dark"})
    void nothingOverlapsAndTextStaysInItsBox(int width, String theme) throws IOException {
        browser.screen(width, 900, theme.equals("dark"));
        assertThat(browser.evaluate("[...document.querySelectorAll('figure')].filter(f => f.offsetParent).length")
                        .asInt())
                .isEqualTo(6);
        assertThat(texts(browser.evaluate(TEXTS_OUTSIDE))).isEmpty();
        assertThat(texts(browser.evaluate(OVERLAPS))).isEmpty();
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        browser.screenshot(SHOTS.resolve(width + "-" + theme + ".png"));
        for (String environment : List.of("production", "stage")) {
            browser.evaluate("document.getElementById('env--" + environment + "').scrollIntoView()");
            browser.screenshot(SHOTS.resolve(environment + "-" + width + "-" + theme + ".png"));
        }
    }

    @Test
    void textIsReadableInLightAndDark() {
        for (boolean dark : List.of(false, true)) {
            browser.screen(1400, 900, dark);
            JsonNode worst = browser.evaluate("""
                    Math.min(...[...document.querySelectorAll('a.node')].map(a => {
                      const light = c => { const [r, g, b] = c.match(/[0-9.]+/g).map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4 }); return .2126 * r + .7152 * g + .0722 * b };
                      const text = light(getComputedStyle(a.querySelector('text')).fill), ground = light(getComputedStyle(a.querySelector('rect')).fill);
                      return (Math.max(text, ground) + .05) / (Math.min(text, ground) + .05) }))""");
            // WCAG 2.2, success criterion 1.4.3.
            assertThat(worst.asDouble()).as(dark ? "dark" : "light").isGreaterThan(4.5);
        }
    }

    @Test
    void aBoxLeadsToItsRow() {
        browser.evaluate("document.querySelector('#env--stage .wide a[data-id=\"app-client-api\"]')"
                + ".scrollIntoView({ block: 'center', inline: 'center' })");
        JsonNode at = browser.evaluate("""
                (() => { const r = document.querySelector('#env--stage .wide a[data-id="app-client-api"]').getBoundingClientRect();
                  return [r.x + r.width / 2, r.y + r.height / 2] })()""");
        browser.click(at.path(0).asDouble(), at.path(1).asDouble());
        assertThat(browser.evaluate("location.hash").asString()).isEqualTo("#in--stage--client-api");
        assertThat(browser.evaluate("document.querySelector(':target').innerText")
                        .asString())
                .contains("client-api");
    }

    @Test
    void theKeyboardReachesEverything() {
        browser.press("Tab");
        assertThat(browser.evaluate("document.activeElement.className").asString())
                .isEqualTo("skip");
        browser.press("Tab");
        assertThat(browser.evaluate("document.activeElement.hash").asString()).isEqualTo("#env--local");
        browser.press("Enter");
        assertThat(browser.evaluate("location.hash").asString()).isEqualTo("#env--local");
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('figure, .frame')].every(f => f.tabIndex === 0 && f.getAttribute('aria-label'))")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void textOfThePictureCanBeSelected() {
        assertThat(browser.evaluate("""
                (() => { const text = document.querySelector('#env--stage .wide a[data-id="app-iris"] text');
                  getSelection().selectAllChildren(text); return getSelection().toString() })()""").asString()).isEqualTo("iris");
    }
}
