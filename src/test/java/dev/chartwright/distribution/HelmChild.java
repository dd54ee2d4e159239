package dev.chartwright.distribution;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.PushCommand;
import com.marcnuri.helm.TemplateCommand;

/** The embedded Helm in a process of its own, for it reads its logins and authorities from variables. */
final class HelmChild {
    static final String END = "=== end of an answer";

    private HelmChild() {}

    /** Runs each command of the form {@code push <archive> <path>}, {@code template <chart>} or {@code depend <folder>}. */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        boolean plain = words.get(0).equals("http");
        for (String line : words.subList(1, words.size())) {
            System.out.println(answer(line.split(" "), plain) + "\n" + END);
        }
    }

    private static String answer(String[] command, boolean plain) {
        return switch (command[0]) {
            case "push" -> push(Path.of(command[1]), URI.create(command[2]), plain);
            case "template" -> template(command[1], command.length > 2 ? command[2] : "", plain);
            default -> new Helm(Path.of(command[1])).dependency().update().call();
        };
    }

    private static String push(Path archive, URI path, boolean plain) {
        PushCommand push = Helm.push().withChart(archive).withRemote(path);
        return (plain ? push.plainHttp() : push).call();
    }

    private static String template(String chart, String version, boolean plain) {
        TemplateCommand template = Helm.template(chart).withName("release").withKubeVersion("1.33.0");
        if (!version.isEmpty()) {
            template.withVersion(version);
        }
        return (plain ? template.plainHttp() : template).call();
    }
}
