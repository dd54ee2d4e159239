package dev.chartwright.sign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.chart.PackedCharts;
import dev.chartwright.provenance.SignedText;
import dev.chartwright.provenance.SigningKey;

/** Makes the signature files of an environment, where there is a key. */
public final class ChartSigner {
    private static final String ENDING = ".prov";
    private final Optional<SigningKey> key;
    private final Instant time;

    private ChartSigner(Optional<SigningKey> key, Instant time) {
        this.key = key;
        this.time = time;
    }

    /** Signs nothing. */
    public static ChartSigner none() {
        return new ChartSigner(Optional.empty(), Instant.EPOCH);
    }

    /**
     * Signs everything.
     *
     * @param time when signatures say they were made, so that they repeat to the byte
     */
    public static ChartSigner with(SigningKey key, Instant time) {
        return new ChartSigner(Optional.of(key), time);
    }

    /**
     * The signature files, each beside its package.
     *
     * @param subcharts folder of the subcharts' packages, with its slash
     */
    public List<OutputFile> sign(PackedCharts charts, String subcharts) {
        List<OutputFile> files = new ArrayList<>();
        key.ifPresent(with -> {
            files.add(file("", charts.umbrella(), with));
            charts.subcharts().forEach(part -> files.add(file(subcharts, part, with)));
        });
        return List.copyOf(files);
    }

    private OutputFile file(String folder, ChartArchive archive, SigningKey with) {
        String description =
                archive.chart().file("Chart.yaml").map(ChartFile::content).orElse("");
        SignedText text = new SignedText(description, archive.fileName(), archive.digest());
        return new OutputFile(folder + archive.fileName() + ENDING, with.sign(text, time));
    }
}
