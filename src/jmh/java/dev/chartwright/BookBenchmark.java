package dev.chartwright;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import dev.chartwright.chart.OutputFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The page of all environments, and what it compares; their values are read already, as in a build. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class BookBenchmark {
    private final Folders folders =
            new Folders(Path.of("values"), Path.of("templates"), Path.of("schema"), Path.of("charts-out"));
    private final Comparison comparison = new Comparison(new Pipeline(folders, Instant.EPOCH), folders);

    /** Architecture and messages of each environment, laid out twice. */
    @Benchmark
    public OutputFile book() {
        return comparison.book();
    }
}
