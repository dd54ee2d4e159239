package dev.chartwright.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.chartwright.cluster.PodNetwork.Place;
import dev.chartwright.cluster.Programs.Program;
import tools.jackson.databind.JsonNode;

/**
 * A container without an image: the process of a program in the pod's network, with the container's user, variables,
 * arguments and mounts, and a root folder that is read-only where the container asks for it.
 *
 * @param pod the pod
 * @param container one of its containers
 * @param files its volumes
 * @param place its network
 */
record Sandbox(JsonNode pod, JsonNode container, PodFiles files, Place place) {
    /** Starts the program; what it prints goes to the file. */
    Process start(Program program, Path log) throws IOException {
        ContainerEnvironment environment = ContainerEnvironment.of(program.environment(), container, files);
        Path script = files.folder().resolve(name() + ".sh");
        Files.writeString(script, String.join("\n", script(program)) + "\n");
        List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", place.namespace(), "unshare"));
        command.addAll(List.of("--mount", "--uts", "--pid", "--fork", "--kill-child", "/bin/sh", "-eu"));
        command.add(script.toString());
        command.addAll(command(program, environment));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment.variables());
        return builder.start();
    }

    private String name() {
        return container.path("name").asString("");
    }

    private List<String> command(Program program, ContainerEnvironment environment) {
        List<String> command = new ArrayList<>();
        container.path("command").forEach(word -> command.add(environment.expand(word.asString(""))));
        if (command.isEmpty()) {
            command.addAll(program.entrypoint());
        }
        container.path("args").forEach(word -> command.add(environment.expand(word.asString(""))));
        return command;
    }

    private List<String> script(Program program) {
        String root = "root-" + name();
        List<String> lines =
                new ArrayList<>(List.of("hostname " + pod.at("/metadata/name").asString(""), "cd " + files.folder()));
        lines.add("mkdir -p " + root);
        lines.add("mount -t tmpfs root " + root);
        if (program.file().isPresent()) {
            lines.addAll(bareRoot(root, program.file().get()));
        } else {
            root = overlay(root, lines);
        }
        lines.add("mount -t proc proc " + root + "/proc");
        lines.add("mount --rbind /dev " + root + "/dev");
        lines.add("echo '127.0.0.1 localhost' > " + root + "/etc/hosts");
        lines.add("printf '%s\\n' 'nameserver " + PodNetwork.DNS + "' 'search " + namespace()
                + ".svc.cluster.local svc.cluster.local cluster.local' 'options ndots:5' > " + root
                + "/etc/resolv.conf");
        for (JsonNode mount : container.path("volumeMounts")) {
            lines.addAll(mount(root, mount));
        }
        if (container.at("/securityContext/readOnlyRootFilesystem").asBoolean(false)) {
            lines.add("mount -o remount,ro " + root);
        }
        lines.add("exec chroot --userspec=" + user() + " " + root + " \"$@\"");
        return lines;
    }

    /** The program at its own name and at the one by which the container calls it. */
    private List<String> bareRoot(String root, Path program) {
        String called = container.at("/command/0").asString("/program");
        String path = root + (called.startsWith("/") ? called : "/usr/bin/" + called);
        return List.of(
                "mkdir -p " + root + "/etc " + root + "/proc " + root + "/dev " + path.replaceFirst("/[^/]*$", ""),
                "touch " + path,
                "mount --bind " + program + " " + path);
    }

    /** The machine's own files, none of which is changed. */
    private static String overlay(String folder, List<String> lines) {
        String root = folder + "/root";
        lines.add("mkdir " + folder + "/upper " + folder + "/work " + root);
        lines.add("mount -t overlay overlay -o lowerdir=/,upperdir=" + folder + "/upper,workdir=" + folder + "/work "
                + root);
        // What the package of the broker brings; the image has nothing there.
        lines.add("rm -rf " + root + "/etc/rabbitmq");
        // A link that would lead out of the root.
        lines.add("rm " + root + "/var/run && mkdir " + root + "/var/run");
        return root;
    }

    private List<String> mount(String root, JsonNode mount) {
        Path source =
                Path.of(mount.path("name").asString(""), mount.path("subPath").asString(""));
        String target = root + mount.path("mountPath").asString("").replaceFirst("/$", "");
        List<String> lines = new ArrayList<>();
        if (Files.isRegularFile(files.folder().resolve(source))) {
            lines.add("mkdir -p " + target.replaceFirst("/[^/]*$", "") + "; touch " + target);
        } else {
            lines.add("mkdir -p " + source + " " + target + "; chmod 777 " + source);
        }
        lines.add("mount --bind " + source + " " + target);
        if (mount.path("readOnly").asBoolean(false)) {
            lines.add("mount -o remount,bind,ro " + target);
        }
        return lines;
    }

    private String user() {
        return setting("runAsUser") + ":" + setting("runAsGroup");
    }

    private String setting(String name) {
        JsonNode own = container.at("/securityContext/" + name);
        JsonNode ofPod = pod.at("/spec/securityContext/" + name);
        return Integer.toString(own.isMissingNode() ? ofPod.asInt(0) : own.asInt(0));
    }

    private String namespace() {
        return pod.at("/metadata/namespace").asString("");
    }
}
