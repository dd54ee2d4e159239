package dev.chartwright.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;

/** Java's own authorities and those of a file. */
final class TrustedAuthorities {
    /** Several times the bundle of a whole system. */
    private static final int LONGEST = 4 * 1024 * 1024;

    private TrustedAuthorities() {}

    /** Trusts whoever either vouches for. */
    static SSLContext context(Path pem) {
        List<Certificate> authorities = authorities(pem);
        try {
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            for (int number = 0; number < authorities.size(); number++) {
                all.setCertificateEntry("authority-" + number, authorities.get(number));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory(all).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException broken) {
            throw unable(broken);
        }
    }

    static List<Certificate> authorities(Path pem) {
        Collection<? extends Certificate> own = read(pem);
        try {
            return Stream.concat(ofJava().stream(), own.stream()).toList();
        } catch (GeneralSecurityException broken) {
            throw unable(broken);
        }
    }

    private static OutsideException unable(Exception broken) {
        return new OutsideException("this Java cannot check certificates", broken);
    }

    private static List<X509Certificate> ofJava() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return issuers(factory);
    }

    private static TrustManagerFactory factory(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private static List<X509Certificate> issuers(TrustManagerFactory factory) {
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
    }

    private static Collection<? extends Certificate> read(Path pem) {
        try (InputStream text = Files.newInputStream(pem)) {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text.readNBytes(LONGEST)));
            if (certificates.isEmpty()) {
                throw problem(pem, "holds no certificate");
            }
            return certificates;
        } catch (IOException unreadable) {
            throw problem(pem, "cannot be read");
        } catch (GeneralSecurityException strange) {
            throw problem(pem, "holds something that is no certificate");
        }
    }

    private static OutsideException problem(Path pem, String what) {
        return new OutsideException(new Problem(
                Location.ofFile(pem.toString()),
                "ca-file",
                "the file of `--ca-file` " + what,
                "it names authorities to trust, each between BEGIN CERTIFICATE and END CERTIFICATE",
                "name a PEM file with the authority that signed the registry's certificate"));
    }
}
