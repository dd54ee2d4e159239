package dev.chartwright.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import dev.chartwright.distribution.TestKeys;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TrustedAuthoritiesTest {
    @TempDir
    private Path folder;

    @Test
    void addsTheFilesAuthoritiesToThoseOfJava() throws IOException, InterruptedException, GeneralSecurityException {
        Path authority = TestKeys.in(folder).authority();
        List<Certificate> trusted = TrustedAuthorities.authorities(authority);

        assertThat(trusted).containsAll(ofJava()).hasSize(ofJava().size() + 1);
        assertThat(TrustedAuthorities.context(authority).getProtocol()).isEqualTo("TLS");
    }

    @Test
    void readsSeveralAuthoritiesWithWordsBetween() throws IOException, InterruptedException, GeneralSecurityException {
        String first = Files.readString(
                TestKeys.in(Files.createDirectory(folder.resolve("1"))).authority());
        String second = Files.readString(
                TestKeys.in(Files.createDirectory(folder.resolve("2"))).authority());
        Path bundle = write("# ours\n" + first + "\n# and theirs\r\n" + second.replace("\n", "\r\n"));

        assertThat(TrustedAuthorities.authorities(bundle)).hasSize(ofJava().size() + 2);
    }

    @Test
    void saysWhyAFileIsOfNoUse() throws IOException {
        assertThat(problem(folder.resolve("absent.pem")).what()).isEqualTo("the file of `--ca-file` cannot be read");
        assertThat(problem(folder).what()).isEqualTo("the file of `--ca-file` cannot be read");
        assertThat(problem(write("")).what()).isEqualTo("the file of `--ca-file` holds no certificate");
        assertThat(problem(write("words\n")).what()).startsWith("the file of `--ca-file` holds ");
    }

    @Test
    void showsNothingOfAKeyGivenByMistake() throws IOException {
        Problem problem = problem(write("-----BEGIN PRIVATE KEY-----\naHVudGVyMg==\n-----END PRIVATE KEY-----\n"));

        assertThat(problem.code()).isEqualTo("ca-file");
        assertThat(problem.what()).isEqualTo("the file of `--ca-file` holds something that is no certificate");
        assertThat(problem.toString()).doesNotContain("aHVudGVyMg");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("bundle.pem"), text);
    }

    private static Problem problem(Path pem) {
        return catchThrowableOfType(OutsideException.class, () -> TrustedAuthorities.context(pem))
                .problems()
                .get(0);
    }

    private static List<Certificate> ofJava() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .map(Certificate.class::cast)
                .toList();
    }
}
