package dev.chartwright.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import dev.chartwright.Folders;
import dev.chartwright.images.ImageLocker;
import dev.chartwright.images.LockChange;
import dev.chartwright.images.LockFile;
import dev.chartwright.images.LockUpdate;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.ImageLock;
import dev.chartwright.model.PlacedImage;
import dev.chartwright.problem.OutsideException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes down what the tags of images stand for, so that every build names the same content. */
@Command(
        name = "lock",
        description = "Asks the registries what the tags of all environments stand for, and writes images.lock beside"
                + " the values; build then pins every image to its digest.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ImagesLockCommand implements Callable<Integer> {
    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Option(
            names = "--check",
            description = "write nothing, and end with exit code " + ExitCode.PROBLEMS
                    + " when the lock is not what it would be")
    private boolean check;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Folders folders = sources.folders(Path.of(""));
        LockFile file = new LockFile(folders.values());
        try {
            return finish(update(folders), file);
        } catch (OutsideException failed) {
            int code = new Failures(spec.commandLine().getErr()).tell(failed);
            spec.commandLine().getErr().println(file + " is as it was");
            return code;
        }
    }

    private LockUpdate update(Folders folders) {
        PlatformLoader loader = PlatformLoader.withoutLock(folders.values(), folders.schema(), folders.templates());
        ImageLock before = loader.lock().orElseGet(ImageLock::empty);
        return new ImageLocker(registry.registries()).lock(images(loader), before);
    }

    private static List<PlacedImage> images(PlatformLoader loader) {
        return loader.loadAll().stream()
                .flatMap(platform -> platform.images().stream())
                .toList();
    }

    private int finish(LockUpdate update, LockFile file) {
        PrintWriter out = spec.commandLine().getOut();
        update.changes().stream().map(LockChange::words).forEach(out::println);
        if (!check) {
            out.println(file + (file.write(update.after()) ? " written" : " is the same as before"));
            return ExitCode.DONE;
        }
        out.println(file + (update.isChange() ? " would change" : " is up to date"));
        return update.isChange() ? ExitCode.PROBLEMS : ExitCode.DONE;
    }
}
