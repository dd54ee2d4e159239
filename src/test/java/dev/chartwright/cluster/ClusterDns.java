package dev.chartwright.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A cluster's DNS: answers with the IPv4 addresses of a name, or that there is no such name (RFC 1035). */
final class ClusterDns implements AutoCloseable {
    private static final int HEADER = 12;
    private static final int LONGEST = 512;
    private static final int ANSWER_AUTHORITATIVE = 0x84;
    private static final int NO_SUCH_NAME = 3;
    private static final int ADDRESS = 1;
    private static final int SECONDS = 1;

    private final DatagramSocket socket;
    /** Empty for a name that does not exist; an existing one may have no addresses yet. */
    private final Function<String, Optional<List<String>>> addresses;

    private ClusterDns(DatagramSocket socket, Function<String, Optional<List<String>>> addresses) {
        this.socket = socket;
        this.addresses = addresses;
    }

    /** Starts to answer. */
    static ClusterDns start(Function<String, Optional<List<String>>> addresses) {
        try {
            ClusterDns dns = new ClusterDns(new DatagramSocket(53, InetAddress.getByName(PodNetwork.DNS)), addresses);
            Thread thread = new Thread(dns::answerAll, "dns");
            thread.setDaemon(true);
            thread.start();
            return dns;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    private void answerAll() {
        byte[] buffer = new byte[LONGEST];
        while (!socket.isClosed()) {
            try {
                DatagramPacket question = new DatagramPacket(buffer, buffer.length);
                socket.receive(question);
                byte[] answer = answer(Arrays.copyOf(buffer, question.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            } catch (IOException | IndexOutOfBoundsException lost) {
                // A question that is none, or nobody who waits for its answer: the next one counts.
                continue;
            }
        }
    }

    private byte[] answer(byte[] question) throws IOException {
        int end = HEADER;
        StringBuilder name = new StringBuilder();
        while (question[end] != 0) {
            name.append(new String(question, end + 1, question[end], StandardCharsets.US_ASCII))
                    .append('.');
            end += 1 + question[end];
        }
        int type = question[end + 2];
        Optional<List<String>> found = addresses.apply(name.toString().toLowerCase(Locale.ROOT));
        List<String> given = type == ADDRESS ? found.orElse(List.of()) : List.of();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(question, 0, 2);
        answer.write(ANSWER_AUTHORITATIVE | question[2] & 1);
        answer.write(found.isPresent() ? 0 : NO_SUCH_NAME);
        answer.writeBytes(new byte[] {0, 1, 0, (byte) given.size(), 0, 0, 0, 0});
        answer.write(question, HEADER, end + 5 - HEADER);
        for (String address : given) {
            // The name of the question, an address of the internet, for a second, four bytes.
            answer.writeBytes(new byte[] {(byte) 0xc0, HEADER, 0, ADDRESS, 0, 1, 0, 0, 0, SECONDS, 0, 4});
            answer.writeBytes(InetAddress.getByName(address).getAddress());
        }
        return answer.toByteArray();
    }
}
