package dev.chartwright.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import dev.chartwright.problem.BugException;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/** Does the same to several charts, four at a time, and tells the problems of all of them together. */
final class Lanes implements AutoCloseable {
    private static final int WIDTH = 4;
    private final ExecutorService threads = Executors.newFixedThreadPool(WIDTH);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<Problem> problems = new ArrayList<>();
    private final List<OutsideException> outside = new ArrayList<>();

    /**
     * The results, in the order of the items.
     *
     * <p>When the outside world fails, what has not begun does not begin: it would only wait for the same registry.
     */
    <A, B> List<B> each(List<A> items, Function<A, B> work) {
        List<Future<Optional<B>>> running = items.stream()
                .map(item -> threads.submit(() -> attempt(item, work)))
                .toList();
        List<B> results =
                running.stream().map(this::result).flatMap(Optional::stream).toList();
        tell();
        return results;
    }

    private <A, B> Optional<B> attempt(A item, Function<A, B> work) {
        if (closed.get()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.apply(item));
        } catch (OutsideException failed) {
            closed.set(true);
            throw failed;
        }
    }

    private <B> Optional<B> result(Future<Optional<B>> future) {
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BugException("interrupted, though nothing interrupts", stopped);
        } catch (ExecutionException failed) {
            keep(failed.getCause());
            return Optional.empty();
        }
    }

    private void keep(Throwable failure) {
        if (failure instanceof ProblemsException found) {
            problems.addAll(found.problems());
        } else if (failure instanceof OutsideException found) {
            outside.add(found);
            found.problems().stream().filter(this::isNews).forEach(problems::add);
        } else if (failure instanceof RuntimeException runtime) {
            throw runtime;
        } else {
            throw new BugException("a push ended in an error", failure);
        }
    }

    /** A registry that does not answer is one problem, and not one for each lane. */
    private boolean isNews(Problem problem) {
        return problems.stream().noneMatch(told -> told.code().equals(problem.code()));
    }

    /** What failed outside decides the exit code, and everything found is told. */
    private void tell() {
        if (!outside.isEmpty()) {
            throw problems.isEmpty() ? outside.get(0) : new OutsideException(problems);
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
    }

    /** Nothing begins any more; what runs is let go. */
    @Override
    public void close() {
        closed.set(true);
        threads.shutdownNow();
    }
}
