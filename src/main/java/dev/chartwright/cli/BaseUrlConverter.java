package dev.chartwright.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The start of a public URL: http or https, up to its last slash. */
final class BaseUrlConverter implements ITypeConverter<String> {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Override
    public String convert(String text) {
        return text.isEmpty() ? "" : checked(text).toASCIIString().replaceFirst("/*$", "/");
    }

    private static URI checked(String text) {
        URI uri = parsed(text);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme) || uri.getHost() == null) {
            throw new TypeConversionException("'" + text + "' is no http or https URL");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new TypeConversionException("'" + text + "' goes on after its path; packages could not follow");
        }
        return uri;
    }

    /** Looks for a login before the text may stand in a message, and where it is no URL too. */
    private static URI parsed(String text) {
        if (text.contains("@")) {
            throw new TypeConversionException(
                    "the URL holds an '@': an index is read by everybody, and no login may stand in it");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException wrong) {
            throw new TypeConversionException("'" + text + "' is no URL");
        }
    }
}
