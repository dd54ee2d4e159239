package dev.chartwright.distribution;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** A host whose TLS no client should be content with. */
public final class TlsHost implements AutoCloseable {
    private static final String THIS_HOST = "san=dns:localhost,ip:127.0.0.1";
    private static final byte PROTOCOL_VERSION = 70;

    private final int port;
    private final Closeable server;

    private TlsHost(int port, Closeable server) {
        this.port = port;
        this.server = server;
    }

    /** Its certificate is for another host. */
    public static TlsHost ofAnotherName(TestKeys keys) throws Exception {
        return serve(keys, keys.server("elsewhere", "-ext", "san=dns:registry.test"));
    }

    /** Its certificate was good until the end of January 2020. */
    public static TlsHost ofThePast(TestKeys keys) throws Exception {
        return serve(keys, keys.server("past", "-ext", THIS_HOST, "-startdate", "2020/01/01 12:00:00"));
    }

    /** Its certificate is good from the first of January 2099 on. */
    public static TlsHost ofTheFuture(TestKeys keys) throws Exception {
        return serve(keys, keys.server("future", "-ext", THIS_HOST, "-startdate", "2099/01/01 12:00:00"));
    }

    /** It speaks no version of TLS that a client of today speaks. */
    public static TlsHost ofAnotherVersion() throws IOException {
        return alerting(PROTOCOL_VERSION);
    }

    /** It ends every handshake with an alert (RFC 8446, 6). */
    public static TlsHost alerting(int alert) throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> refuse(socket, (byte) alert), "TLS of a test");
        thread.setDaemon(true);
        thread.start();
        return new TlsHost(socket.getLocalPort(), socket);
    }

    public String host() {
        return "localhost:" + port;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static TlsHost serve(TestKeys keys, KeyStore store) throws IOException, GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, keys.password());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.start();
        return new TlsHost(server.getAddress().getPort(), () -> server.stop(0));
    }

    private static void refuse(ServerSocket socket, byte alert) {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                client.getInputStream().read(new byte[512]);
                client.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, alert});
                client.shutdownOutput();
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                // The client has seen enough, or the test is over.
            }
        }
    }
}
