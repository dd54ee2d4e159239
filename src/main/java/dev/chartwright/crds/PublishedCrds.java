package dev.chartwright.crds;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/** Puts fetched definitions in the place of compact ones; safe for several threads. */
public final class PublishedCrds {
    private static final String FOLDER = "/crds/";
    private final Path schemaFolder;
    private Optional<Map<String, String>> manifests = Optional.empty();

    /**
     * Definitions that a schema folder may hold.
     *
     * @param schemaFolder folder of the lock, which is read only when something was fetched
     */
    public PublishedCrds(Path schemaFolder) {
        this.schemaFolder = schemaFolder;
    }

    /**
     * The same files, with the published text in each definition that was fetched.
     *
     * @throws ProblemsException when the folder holds other bytes than the lock allows
     */
    public List<ChartFile> replace(List<ChartFile> files) {
        Map<String, String> fetched = manifests();
        return files.stream().map(file -> replaced(file, fetched)).toList();
    }

    private static ChartFile replaced(ChartFile file, Map<String, String> fetched) {
        int folder = file.path().lastIndexOf(FOLDER);
        String name = file.path().substring(folder + FOLDER.length());
        return folder >= 0 && fetched.containsKey(name) ? new ChartFile(file.path(), fetched.get(name)) : file;
    }

    private synchronized Map<String, String> manifests() {
        if (manifests.isEmpty()) {
            manifests = Optional.of(read(CrdFolder.in(schemaFolder)));
        }
        return manifests.get();
    }

    private Map<String, String> read(CrdFolder folder) {
        List<String> present = folder.fileNames();
        if (present.isEmpty()) {
            return Map.of();
        }
        CrdLock lock = CrdLock.read(schemaFolder);
        Map<String, String> texts = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        present.stream()
                .filter(name -> !lock.fileNames().contains(name))
                .forEach(name -> problems.add(unlocked(name, folder, lock)));
        for (LockedCrd crd : lock.crds()) {
            folder.content(crd).ifPresent(content -> {
                texts.put(crd.fileName(), PublishedManifest.shipped(new String(content, StandardCharsets.UTF_8)));
                check(crd, folder, content).ifPresent(problems::add);
            });
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return texts;
    }

    private static Optional<Problem> check(LockedCrd crd, CrdFolder folder, byte[] content) {
        return crd.allows(content)
                ? Optional.empty()
                : Optional.of(WrongDigest.present(crd, folder.label(crd.fileName()), content));
    }

    private static Problem unlocked(String name, CrdFolder folder, CrdLock lock) {
        return new Problem(
                Location.ofFile(folder.label(name)),
                "unlocked-crd",
                "the lock does not name the file",
                "everything in this folder may become part of a chart, with the bytes that " + lock.file() + " names",
                NearestNames.of(name, lock.fileNames()).isEmpty()
                        ? "remove the file, or name it in " + lock.file() + " with its digest and run `crds pull`"
                        : "rename the file: " + NearestNames.advice(name, lock.fileNames()));
    }
}
