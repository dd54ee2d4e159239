package dev.chartwright;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/** Runs the pipeline for several environments at once, and tells the problems of all of them together. */
public final class Environments {
    private static final int THREADS = 2;
    private final Pipeline pipeline;
    private final List<Problem> problems = new ArrayList<>();

    private Environments(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Every environment, in the order of the names, or the problems of all; what is shared is told once.
     *
     * @param done is told of each environment as it gets ready, from any thread
     */
    public static List<BuiltEnvironment> run(Pipeline pipeline, List<String> names, Consumer<BuiltEnvironment> done) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            return new Environments(pipeline).run(threads, names, done);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<BuiltEnvironment> run(ExecutorService threads, List<String> names, Consumer<BuiltEnvironment> done) {
        Future<?> templates = threads.submit(pipeline::checkTemplates);
        List<Future<BuiltEnvironment>> running =
                names.stream().map(name -> threads.submit(task(name, done))).toList();
        result(templates);
        List<BuiltEnvironment> built =
                running.stream().map(this::result).flatMap(Optional::stream).toList();
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return built;
    }

    private Callable<BuiltEnvironment> task(String name, Consumer<BuiltEnvironment> done) {
        return () -> {
            BuiltEnvironment built = pipeline.run(name);
            done.accept(built);
            return built;
        };
    }

    /** The result, or nothing when there were problems, which are kept. */
    private <T> Optional<T> result(Future<T> future) {
        try {
            return Optional.ofNullable(future.get());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BugException("interrupted, though nothing interrupts", stopped);
        } catch (ExecutionException failed) {
            return keep(failed.getCause());
        }
    }

    private <T> Optional<T> keep(Throwable failure) {
        if (failure instanceof ProblemsException found) {
            problems.addAll(found.problems());
            return Optional.empty();
        }
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        }
        throw new BugException("a stage ended in an error", failure);
    }
}
