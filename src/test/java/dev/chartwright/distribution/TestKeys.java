package dev.chartwright.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.stream.Stream;

import dev.chartwright.KeyFile;

/** An authority of its own, a server's certificate of it, and a key that signs tokens, made anew. */
public final class TestKeys {
    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    private static final String TOKENS = "tokens";

    private final Path folder;
    private final KeyFile keys;
    private final KeyStore store;

    private TestKeys(Path folder, KeyFile keys, KeyStore store) {
        this.folder = folder;
        this.keys = keys;
        this.store = store;
    }

    /** Makes all three in a folder. */
    public static TestKeys in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        KeyFile keys = new KeyFile(folder.resolve("keys.p12"));
        generate(keys, AUTHORITY, "-ext", "bc=ca:true", "-ext", "ku=keyCertSign");
        generate(keys, SERVER, "-signer", AUTHORITY, "-ext", "san=dns:localhost,dns:registry.test,ip:127.0.0.1");
        generate(keys, TOKENS);
        return new TestKeys(folder, keys, keys.read());
    }

    /**
     * Another server's certificate of the authority, with its key and nothing else.
     *
     * @param name of the server
     * @param more options of keytool
     */
    KeyStore server(String name, String... more) throws IOException, InterruptedException, GeneralSecurityException {
        generate(
                keys,
                name,
                Stream.concat(Stream.of("-signer", AUTHORITY), Stream.of(more)).toArray(String[]::new));
        KeyStore all = keys.read();
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(name, all.getKey(name, password()), password(), all.getCertificateChain(name));
        return one;
    }

    private static void generate(KeyFile keys, String name, String... more) throws IOException, InterruptedException {
        Stream<String> kind = Stream.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "30");
        keys.generate(name, name, Stream.concat(kind, Stream.of(more)).toList());
    }

    /** The authority's certificate, as a PEM file. */
    public Path authority() throws IOException, GeneralSecurityException {
        return certificate(AUTHORITY);
    }

    Path serverCertificate() throws IOException, GeneralSecurityException {
        return certificate(SERVER);
    }

    Path serverKey() throws IOException, GeneralSecurityException {
        return write("server.key", KeyFile.pem("PRIVATE KEY", key(SERVER).getEncoded()));
    }

    Path tokenCertificate() throws IOException, GeneralSecurityException {
        return certificate(TOKENS);
    }

    PrivateKey tokenKey() throws GeneralSecurityException {
        return key(TOKENS);
    }

    /** The keys themselves, for a server in this process. */
    KeyStore store() {
        return store;
    }

    char[] password() {
        return keys.password();
    }

    Certificate tokenSigner() throws GeneralSecurityException {
        return store.getCertificate(TOKENS);
    }

    private Path certificate(String name) throws IOException, GeneralSecurityException {
        return write(
                name + ".crt",
                KeyFile.pem("CERTIFICATE", store.getCertificate(name).getEncoded()));
    }

    private PrivateKey key(String name) throws GeneralSecurityException {
        return (PrivateKey) store.getKey(name, password());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
