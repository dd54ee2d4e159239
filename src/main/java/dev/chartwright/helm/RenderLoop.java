package dev.chartwright.helm;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;

import com.marcnuri.helm.TemplateCommand;
import com.marcnuri.helm.jni.HelmLib;
import dev.chartwright.problem.OutsideException;

/**
 * Loads Helm, says so, and renders what is asked for.
 *
 * @param library where Helm comes from
 * @param memory bytes that it may take beyond what it has when it is loaded
 * @param longest characters of an answer
 * @param requests what is asked
 */
record RenderLoop(HelmLibrary library, long memory, int longest, BlockingQueue<RenderRequest> requests)
        implements Runnable {
    private static final int BROKEN = 1;
    /** What helm-java tells as no text at all. */
    private static final String NOTHING = "";

    @Override
    public void run() {
        try (DataOutputStream answers =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            answer(answers);
        } catch (IOException | InterruptedException | RuntimeException | Error broken) {
            end(broken);
        }
    }

    private void answer(DataOutputStream answers) throws IOException, InterruptedException {
        try {
            HelmLib helm = library.load();
            new MemoryBound(memory).set();
            new Answer(Answer.Kind.READY, "").write(answers);
            while (true) {
                render(helm, requests.take()).write(answers);
            }
        } catch (OutsideException unable) {
            new Answer(Answer.Kind.NOT_LOADED, unable.getMessage()).write(answers);
        }
    }

    private Answer render(HelmLib helm, RenderRequest request) {
        try {
            String text = Objects.requireNonNullElse(command(helm, request).call(), NOTHING);
            return text.length() > longest
                    ? new Answer(Answer.Kind.TOO_LONG, "")
                    : new Answer(Answer.Kind.RENDERED, text);
        } catch (IllegalStateException refused) {
            return new Answer(Answer.Kind.REFUSED, String.valueOf(refused.getMessage()));
        }
    }

    private static TemplateCommand command(HelmLib helm, RenderRequest request) {
        return new TemplateCommand(helm, Path.of(request.chart()))
                .withName("release")
                .withNamespace(request.namespace())
                .withKubeVersion(request.kubernetesVersion())
                .withValuesFile(Path.of(request.values()));
    }

    private static void end(Throwable broken) {
        try (FileOutputStream errors = new FileOutputStream(FileDescriptor.err)) {
            errors.write(broken.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException nobodyListens) {
            broken.addSuppressed(nobodyListens);
        } finally {
            Runtime.getRuntime().halt(BROKEN);
        }
    }
}
