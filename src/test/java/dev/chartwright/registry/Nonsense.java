package dev.chartwright.registry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Answers that are no HTTP, and addresses that lead nowhere. */
final class Nonsense {
    private static final List<String> ANSWERS = List.of(
            "\0\0\0\0",
            "HTTP/9.9 abc\r\n\r\n",
            "HTTP/1.1 99999 x\r\n\r\n",
            "HTTP/1.1 -1 x\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\n".repeat(50_000),
            "HTTP/1.1 200 x\r\nContent-Length: -5\r\n\r\n",
            "HTTP/1.1 200 x\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "HTTP/1.1 200 x\r\nContent-Length: 9223372036854775807\r\n\r\nx",
            "HTTP/1.1 200 x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            "HTTP/1.1 200 x\r\nno colon\r\n\r\n",
            "HTTP/1.1 200 x\r\n: no name\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 x\r\nX: \u0000\u001b[31m\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 x\r\n" + "X: y\r\n".repeat(200_000) + "\r\n",
            "HTTP/1.1 200 x\r\nX: " + "y".repeat(3_000_000) + "\r\n\r\n",
            "HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
            "HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n",
            "HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\nabc",
            "HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n",
            "HTTP/1.1 200 x\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
            "HTTP/1.1 200 x\r\nDocker-Content-Digest: sha256:../../x\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 304 x\r\n\r\n",
            "HTTP/1.1 429 x\r\nRetry-After: 99999999999999999999\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 429 x\r\nRetry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 503 x\r\nRetry-After: -7\r\nContent-Length: 0\r\n\r\n");

    private static final List<String> ADDRESSES = List.of(
            "",
            "http://127.0.0.1:99999/",
            "http://127.0.0.1:0/",
            "http://127.0.0.1:-1/",
            "http://",
            "http:///x",
            "http://[::1/",
            "http://a b/",
            "http://a_b/",
            "http://user:pass@127.0.0.1:%d/",
            "//127.0.0.1:%d/x",
            "\\\\127.0.0.1:%d\\x",
            "HTTP://127.0.0.1:%d/X#fragment",
            "file:///etc/passwd",
            "jar:file:///x!/",
            "ftp://127.0.0.1:%d/",
            "javascript:alert(1)",
            "data:,x",
            "?digest=",
            "#",
            "../../../../..",
            "/v2/shop/\u00e9\u00ff",
            "/%zz",
            "http://127.0.0.1:%d/\u001b[31m");

    private Nonsense() {}

    static byte[] answer(Random random) {
        return ANSWERS.get(random.nextInt(ANSWERS.size())).getBytes(StandardCharsets.ISO_8859_1);
    }

    static String address(Random random, int port) {
        return ADDRESSES.get(random.nextInt(ADDRESSES.size())).replace("%d", Integer.toString(port));
    }
}
