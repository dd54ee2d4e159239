package dev.chartwright.cli;

import java.util.List;
import java.util.stream.Collectors;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;

/** Problems as workflow commands of GitHub Actions: `::error file=…,line=…::message`. */
final class GithubReport {
    /** GitHub shows ten of a step beside their lines; the others are for readers of the log. */
    private static final int MOST = 200;

    private GithubReport() {}

    static String of(List<Problem> problems) {
        String lines = problems.stream().limit(MOST).map(GithubReport::line).collect(Collectors.joining());
        return problems.size() > MOST
                ? "::notice title=chartwright::" + problems.size() + " problems; the first " + MOST
                        + " stand in the log\n" + lines
                : lines;
    }

    private static String line(Problem problem) {
        String message = problem.what() + "\nwhy: " + problem.why() + "\nfix: " + problem.fix();
        return "::error " + place(problem.location()) + ",title=" + property(problem.code()) + "::" + data(message)
                + "\n";
    }

    private static String place(Location location) {
        StringBuilder place = new StringBuilder("file=").append(property(location.file()));
        if (location.line() > 0) {
            place.append(",line=").append(location.line());
        }
        if (location.column() > 0) {
            int end = location.column() + Math.max(0, location.length() - 1);
            place.append(",col=")
                    .append(location.column())
                    .append(",endColumn=")
                    .append(end);
        }
        return place.toString();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
