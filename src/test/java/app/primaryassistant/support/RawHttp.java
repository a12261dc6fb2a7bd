package app.primaryassistant.support;

import app.primaryassistant.support.contract.Contract;
import app.primaryassistant.support.contract.Exchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests byte by byte, such as no HTTP client would send. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 60_000;

    private RawHttp() {}

    /** @param text status line, headers and body, as they came */
    public record Answer(String text) {

        public int status() {
            String[] line = text.split(" ", 3);
            return line.length > 1 && line[0].startsWith("HTTP/") ? Integer.parseInt(line[1]) : 0;
        }

        /** The values of a header, in lower case names. */
        public List<String> headers(String name) {
            return head().lines()
                    .skip(1)
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        public String head() {
            return text.split("\r\n\r\n", 2)[0];
        }

        public String body() {
            String[] parts = text.split("\r\n\r\n", 2);
            return parts.length == 2 ? parts[1] : "";
        }
    }

    /** Sends to the running program what a text holds, with the line ends of HTTP in its head, and then no more. */
    public static Answer send(String request) throws IOException {
        return exchange(Application.running().uri(), request, true);
    }

    /** Sends it and leaves the connection open for more. */
    public static Answer sendAndWait(String request) throws IOException {
        return exchange(Application.running().uri(), request, false);
    }

    private static Answer exchange(URI server, String request, boolean isAll) throws IOException {
        String[] parts = request.split("\n\n", 2);
        String head = parts[0].replace("\n", "\r\n") + "\r\n\r\n";
        byte[] bytes = (head + (parts.length == 2 ? parts[1] : "")).getBytes(StandardCharsets.ISO_8859_1);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(bytes);
            if (isAll) {
                socket.shutdownOutput();
            }
            Answer answer = new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            // A connection that is cut has none.
            if (!answer.text().isEmpty()) {
                check(parts[0], parts.length == 2 ? parts[1] : "", answer);
            }
            return answer;
        }
    }

    private static void check(String head, String body, Answer answer) {
        String[] line = head.lines().findFirst().orElseThrow().split(" ", 3);
        Contract.instance()
                .check(new Exchange(
                        line[0],
                        line[1],
                        new Exchange.Message(fields(head), body.getBytes(StandardCharsets.UTF_8)),
                        answer.status(),
                        new Exchange.Message(
                                fields(answer.head()), answer.body().getBytes(StandardCharsets.UTF_8))));
    }

    private static Map<String, List<String>> fields(String head) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        head.lines()
                .skip(1)
                .map(line -> line.split(":", 2))
                .filter(field -> field.length == 2)
                .forEach(field -> fields.computeIfAbsent(field[0].strip(), name -> new ArrayList<>())
                        .add(field[1].strip()));
        return fields;
    }
}
