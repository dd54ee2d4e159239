package dev.chartwright.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a registry wants to see before it answers (RFC 9110, 11.6.1).
 *
 * @param scheme lower case, for example {@code bearer}
 * @param parameters by lower case name
 */
record Challenge(String scheme, Map<String, String> parameters) {
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /** Every challenge of the header fields, in order; what is none is left out. */
    static List<Challenge> parse(List<String> fields) {
        return fields.stream()
                .flatMap(field -> new Reader(field).challenges().stream())
                .toList();
    }

    /** Reads one header field, which may hold several challenges, each with several parameters. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Challenge> challenges() {
            List<Challenge> found = new ArrayList<>();
            while (at < text.length()) {
                skip(" \t,");
                String scheme = token();
                if (scheme.isEmpty()) {
                    at++;
                } else {
                    found.add(new Challenge(scheme.toLowerCase(Locale.ROOT), parameters()));
                }
            }
            return found;
        }

        private Map<String, String> parameters() {
            Map<String, String> parameters = new TreeMap<>();
            int start = at;
            skip(" \t,");
            String name = token();
            skip(" \t");
            while (!name.isEmpty() && at < text.length() && text.charAt(at) == '=') {
                at++;
                skip(" \t");
                parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), value());
                start = at;
                skip(" \t,");
                name = token();
                skip(" \t");
            }
            at = start;
            return Map.copyOf(parameters);
        }

        private String value() {
            return at < text.length() && text.charAt(at) == '"' ? quoted() : token();
        }

        private String quoted() {
            StringBuilder value = new StringBuilder();
            at++;
            while (at < text.length() && text.charAt(at) != '"') {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at));
                at++;
            }
            // A field that was cut ends without its quote.
            at = Math.min(at + 1, text.length());
            return value.toString();
        }

        private String token() {
            int start = at;
            while (at < text.length() && " \t,=\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private void skip(String characters) {
            while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
    }
}
