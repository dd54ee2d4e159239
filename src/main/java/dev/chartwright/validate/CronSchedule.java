package dev.chartwright.validate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Schedules of CronJobs as the API server reads them: five fields, or one of a few words. */
final class CronSchedule {
    private static final Set<String> WORDS =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final Pattern EVERY = Pattern.compile("@every ([0-9.]+(ns|us|µs|ms|s|m|h))+");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final Pattern RANGE = Pattern.compile("([*?]|\\w+)(?:-(\\w+))?(?:/([0-9]{1,6}))?");

    private static final List<Field> FIELDS = List.of(
            new Field(0, 59, List.of()),
            new Field(0, 23, List.of()),
            new Field(1, 31, List.of()),
            new Field(1, 12, MONTHS),
            new Field(0, 6, DAYS));

    private CronSchedule() {}

    /** Numbers of one field, and names for them from the lowest. */
    private record Field(int lowest, int highest, List<String> names) {
        boolean reads(String text) {
            return Arrays.stream(text.split(",", -1)).allMatch(this::readsRange);
        }

        private boolean readsRange(String text) {
            Matcher range = RANGE.matcher(text);
            if (!range.matches() || "0".equals(range.group(3))) {
                return false;
            }
            if ("*?".contains(range.group(1))) {
                return range.group(2) == null;
            }
            int from = number(range.group(1));
            int to = range.group(2) == null ? from : number(range.group(2));
            return from >= lowest && to <= highest && from <= to;
        }

        private int number(String text) {
            int name = names.indexOf(text.toLowerCase(Locale.ROOT));
            if (name >= 0) {
                return lowest + name;
            }
            return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
        }
    }

    static boolean isReadable(String text) {
        if (text.startsWith("@")) {
            return WORDS.contains(text) || EVERY.matcher(text).matches();
        }
        String[] fields = text.strip().split("\\s+");
        if (fields.length != FIELDS.size()) {
            return false;
        }
        for (int at = 0; at < fields.length; at++) {
            if (!FIELDS.get(at).reads(fields[at])) {
                return false;
            }
        }
        return true;
    }
}
