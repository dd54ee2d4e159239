package dev.chartwright.bom;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import dev.chartwright.chart.Chart;
import dev.chartwright.model.Image;

/**
 * Package URLs in canonical form: everything but letters, digits, {@code .-_~} and {@code :} is percent-encoded.
 *
 * <p>Charts have the type {@code helm}, which is not registered yet and which others write too.
 */
final class PackageUrl {
    private PackageUrl() {}

    /** An umbrella chart, wherever it is published. */
    static String of(Chart umbrella) {
        return "pkg:helm/" + encoded(umbrella.name()) + "@" + encoded(umbrella.version());
    }

    /** A subchart; charts of several environments share name and version, but not content. */
    static String of(Chart umbrella, Chart subchart) {
        return "pkg:helm/" + encoded(umbrella.name()) + "/" + encoded(subchart.name()) + "@"
                + encoded(subchart.version());
    }

    /** An image, with its digest where that is known. */
    static String of(Image image) {
        String repository = image.repository();
        String name = repository.substring(repository.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String version = image.digest().map(digest -> "@" + encoded(digest)).orElse("");
        return "pkg:oci/" + encoded(name) + version + "?repository_url=" + encoded(repository) + "&tag="
                + encoded(image.tag());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~")
                .replace("%3A", ":");
    }
}
