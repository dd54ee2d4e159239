package dev.chartwright.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.chartwright.crds.CrdPuller;
import dev.chartwright.crds.PulledCrd;
import dev.chartwright.problem.ProblemsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fetches the files of the lock, so that charts ship these instead of the compact definitions. */
@Command(
        name = "pull",
        description = "Fetches the files that crds.lock.yaml names; charts then ship them, not the compact ones.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CrdsPullCommand implements Callable<Integer> {
    @Option(
            names = "--mirror",
            paramLabel = "DIR",
            converter = MirrorConverter.class,
            description = "folder, or its file: URL, to take the files from (default: their projects)")
    private @Nullable Path mirror;

    @Option(
            names = "--schema",
            paramLabel = "DIR",
            defaultValue = "schema",
            description = "folder of crds.lock.yaml; files go to crds/ in it (default: ${DEFAULT-VALUE})")
    private Path schema = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            new CrdPuller(schema, Optional.ofNullable(mirror)).pull(pulled -> out.println(line(pulled)));
            return ExitCode.DONE;
        } catch (ProblemsException refused) {
            return new Failures(spec.commandLine().getErr()).tell(refused, "nothing of what is named here was written");
        }
    }

    private static String line(PulledCrd pulled) {
        return pulled.file() + (pulled.isNew() ? " written" : " is the same as before") + ", "
                + pulled.crd().licence();
    }
}
