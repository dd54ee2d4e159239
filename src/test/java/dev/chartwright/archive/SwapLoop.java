package dev.chartwright.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import dev.chartwright.chart.OutputFile;

/** Run, it writes two contents in turn until it is killed, or as often as it is told. */
final class SwapLoop {
    static final String ENVIRONMENT = "stage";
    private static final int FILES = 12;

    private SwapLoop() {}

    static List<OutputFile> content(int turn) {
        return IntStream.rangeClosed(0, FILES)
                .mapToObj(file -> file == FILES
                        ? OutputFile.of("SHA256SUMS", "")
                        : OutputFile.of("folder" + file % 3 + "/" + file + ".txt", ("turn " + turn).repeat(99)))
                .toList();
    }

    static FolderExchange exchange(String name) {
        return name.equals("renames") ? (one, other) -> false : new LinuxExchange();
    }

    public static void main(String[] arguments) {
        OutputFolder folder = new OutputFolder(Path.of(arguments[0]), exchange(arguments[1]));
        for (int turn = 0; turn < Integer.parseInt(arguments[2]); turn++) {
            folder.write(ENVIRONMENT, content(turn % 2));
            System.out.println("written");
        }
    }
}
