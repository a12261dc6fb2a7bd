package app.primaryassistant.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Both ways of beginning HTTP/2 without TLS. */
public final class CleartextHttp2 {

    /** An empty frame of settings: length, type, flags, stream. */
    private static final byte[] SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};

    private static final int MILLISECONDS = 30_000;

    private CleartextHttp2() {}

    public static void assertOff(int port) throws IOException {
        var preface = new ByteArrayOutputStream();
        preface.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        preface.writeBytes(SETTINGS);
        assertThat(firstLine(port, preface.toByteArray())).as("prior knowledge").matches("|HTTP/1\\.1 [45]\\d\\d .*");

        String upgrade = """
                GET /health/live HTTP/1.1\r
                Host: localhost\r
                Connection: Upgrade, HTTP2-Settings\r
                Upgrade: h2c\r
                HTTP2-Settings: AAMAAABkAAQAAP__\r
                \r
                """;
        assertThat(firstLine(port, upgrade.getBytes(StandardCharsets.US_ASCII)))
                .as("upgrade")
                .isEqualTo("HTTP/1.1 200 OK");
    }

    /** What is answered up to the end of the line or of the connection. */
    private static String firstLine(int port, byte[] sent) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(MILLISECONDS);
            socket.getOutputStream().write(sent);
            var line = new ByteArrayOutputStream();
            for (int next = socket.getInputStream().read();
                    next >= 0 && next != '\r';
                    next = socket.getInputStream().read()) {
                line.write(next);
            }
            return line.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
