package dev.chartwright.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy on this machine: whatever host a request names, it leads to one port of this machine. */
public final class TunnelProxy implements AutoCloseable {
    private final ServerSocket socket;
    private final int target;
    private final Optional<String> login;
    private final List<List<String>> heads = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "proxy of a test");
        thread.setDaemon(true);
        return thread;
    });

    private TunnelProxy(ServerSocket socket, int target, Optional<String> login) {
        this.socket = socket;
        this.target = target;
        this.login = login;
    }

    /** Lets everybody through where the login is empty. */
    public static TunnelProxy start(int target, Optional<String> login) throws IOException {
        TunnelProxy proxy = new TunnelProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target, login);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    public String host() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** The lines of each request up to its empty one. */
    List<List<String>> heads() {
        return heads;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            List<String> head = head(client.getInputStream());
            heads.add(head);
            if (!isAllowed(head)) {
                answer(client, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"");
            } else if (head.get(0).startsWith("CONNECT refused.test:")) {
                answer(client, "403 Forbidden");
            } else {
                forward(client, server, head);
            }
        } catch (IOException gone) {
            // The client sees it too.
        }
    }

    private boolean isAllowed(List<String> head) {
        return login.map(known -> head.contains("Proxy-Authorization: " + known))
                .orElse(true);
    }

    private static void answer(Socket client, String status) throws IOException {
        String text = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A tunnel, or one plain request without what is meant for this proxy. */
    private void forward(Socket client, Socket server, List<String> head) throws IOException {
        if (head.get(0).startsWith("CONNECT ")) {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } else {
            List<String> own = new ArrayList<>(head);
            own.removeIf(line -> line.startsWith("Proxy-") || line.startsWith("Connection:"));
            own.add("Connection: close\r\n\r\n");
            server.getOutputStream().write(String.join("\r\n", own).getBytes(StandardCharsets.US_ASCII));
        }
        threads.execute(() -> copy(client, server));
        copy(server, client);
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            input.transferTo(output);
            to.shutdownOutput();
        } catch (IOException gone) {
            // Both ends see it.
        }
    }

    /** Byte by byte, so that what comes after it stays unread. */
    private static List<String> head(InputStream input) throws IOException {
        StringBuilder text = new StringBuilder();
        int next = input.read();
        while (next >= 0 && !text.append((char) next).toString().endsWith("\r\n\r\n")) {
            next = input.read();
        }
        return text.toString().strip().lines().toList();
    }
}
