package dev.chartwright.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import dev.chartwright.chart.OutputFile;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.BugException;

/** One page for all environments, without a request to anywhere. */
public final class PlatformBook {
    /** Its place beside the environments. */
    public static final String FILE = "index.html";

    private static final String STYLE = "book.css";

    private PlatformBook() {}

    /**
     * The page.
     *
     * @param platforms environments in the order of the page
     * @param title what the differences are between; empty where nobody asked
     * @param differences the table of differences
     */
    public static OutputFile of(List<Platform> platforms, String title, List<DifferenceRow> differences) {
        String name = platforms.get(0).environment().chart().name();
        String chapters =
                platforms.stream().map(platform -> new Chapter(platform).html()).collect(Collectors.joining());
        String links = platforms.stream()
                .map(platform -> link(platform.environment().name()))
                .collect(Collectors.joining());
        return OutputFile.of(FILE, """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%1$s</title>
                <style>
                %2$s</style>
                </head>
                <body>
                <a class="skip" href="#content">To the content</a>
                <header><h1>%1$s</h1><nav aria-label="Environments"><ul>%3$s%4$s</ul></nav></header>
                <svg class="marks" width="0" height="0" aria-hidden="true"><defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 L8 4 L0 8 z"/></marker></defs></svg>
                <main id="content">
                %5$s%6$s</main>
                </body>
                </html>
                """.formatted(
                        Html.text(name),
                        style(),
                        links,
                        differences.isEmpty() ? "" : "<li><a href=\"#differences\">differences</a></li>",
                        chapters,
                        differences.isEmpty() ? "" : differences(title, differences)));
    }

    private static String link(String environment) {
        return "<li><a href=\"#" + Chapter.id(environment) + "\">" + Html.text(environment) + "</a></li>";
    }

    private static String differences(String title, List<DifferenceRow> differences) {
        Table table = new Table(title, "part", "what", "left", "right");
        differences.forEach(row -> table.row("", List.of(row.component(), row.place(), row.left(), row.right())));
        return "<section id=\"differences\"><h2>" + Html.text(title) + "</h2>\n" + table.html() + "</section>\n";
    }

    private static String style() {
        try (InputStream style = PlatformBook.class.getResourceAsStream(STYLE)) {
            if (style == null) {
                throw new BugException("the jar holds no " + STYLE);
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
