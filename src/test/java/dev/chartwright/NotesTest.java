package dev.chartwright;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Helm says after an install. */
class NotesTest {
    private static final String FILE = "templates/NOTES.txt";

    @TempDir
    private Path folder;

    /** Operators' pods have labels of their own, by which network policies know them too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            values                            | production | rabbitmq app.kubernetes.io/name=rabbitmq,app.kubernetes.io/component=rabbitmq; redis app=redis,redis_setup_type=standalone
            values                            | stage      | rabbitmq app.kubernetes.io/name=rabbitmq,app.kubernetes.io/component=rabbitmq; redis app=redis,redis_setup_type=standalone; minio v1.min.io/tenant=minio
            src/test/fixtures/bookshop/values | live       | shop-bus app.kubernetes.io/name=broker,app.kubernetes.io/component=rabbitmq
            """)
    void findEveryPod(Path values, String environment, String operated) {
        String notes = notes(values, environment);

        assertThat(notes).contains("kubectl get pods --all-namespaces --selector app.kubernetes.io/instance=release");
        for (String pods : operated.split("; ")) {
            assertThat(notes).contains("kubectl get pods --namespace " + pods.replace(" ", " --selector "));
        }
        assertThat(notes.split("kubectl get pods --namespace ")).hasSize(operated.split("; ").length + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            values | production | leases of operators in rabbitmq-system, redis-operator
            values | production | certificates of cert-manager in cert-manager, kube-system, rabbitmq, rabbitmq-system
            values | production | keys of ACME accounts in the namespace of cert-manager: letsencrypt-dns01, letsencrypt-http01
            values | stage      | leases of operators in rabbitmq-system, redis-operator, minio-operator
            values | stage      | certificates of cert-manager in cert-manager, kube-system, minio, rabbitmq, rabbitmq-system
            src/test/fixtures/bookshop/values | live | certificates of cert-manager in certificates, shop-bus, shop-operators, shop-web
            """)
    void sayWhatStays(Path values, String environment, String line) {
        assertThat(notes(values, environment)).contains(line + "\n");
    }

    @ParameterizedTest
    @CsvSource({"values, local", "src/test/fixtures/bookshop/values, trial"})
    void promiseNothingThatIsNotThere(Path values, String environment) {
        assertThat(notes(values, environment)).doesNotContain("cert-manager").doesNotContain("ACME");
    }

    /** Helm prints them at an install alone, so they become an object. */
    private String notes(Path values, String environment) {
        BuiltPlatform built = BuiltPlatform.of(values, environment);
        Chart chart = built.chart();
        List<ChartFile> files = new ArrayList<>(chart.files());
        String text = files.stream()
                .filter(file -> file.path().equals(FILE))
                .map(ChartFile::content)
                .findFirst()
                .orElseThrow();
        files.add(new ChartFile("templates/shown.yaml", """
                {{- define "shown" }}%s{{ end -}}
                apiVersion: example.com/v1
                kind: Notes
                metadata: {name: notes}
                text: {{ include "shown" . | quote }}
                """.formatted(text)));
        Chart showing = new Chart(chart.name(), chart.version(), files, chart.subcharts());
        String rendered = BuiltPlatform.template(BuiltPlatform.pack(showing, folder))
                .withValuesFile(built.secrets(folder))
                .call();
        return BuiltPlatform.parse(rendered).stream()
                .filter(object -> object.get("kind").equals("Notes"))
                .map(object -> (String) object.get("text"))
                .findFirst()
                .orElseThrow();
    }
}
