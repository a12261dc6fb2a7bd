package app.primaryassistant.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.RequiresProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in, and how: names, protocols, and the way from plain HTTP to HTTPS. */
@RequiresProgram({"nginx", "busybox"})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NginxTlsIT {

    @AutoClose
    private static Door door;

    @RegisterExtension
    static final AfterTestExecutionCallback LOGS_OF_FAILURES =
            context -> context.getExecutionException().ifPresent(failure -> context.publishReportEntry(door.logs()));

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        door = Door.open(Map.of());
        Path challenges = Files.createDirectories(door.nginx().acme().resolve(".well-known/acme-challenge"));
        Files.writeString(challenges.resolve("token"), "token.thumbprint");
    }

    @BeforeEach
    void forget() {
        door.forget();
    }

    @Test
    void sendsPlainHttpToHttps() throws Exception {
        var answer = door.get(door.nginx().http("/measurements?metric=weight"));

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().allValues("Location"))
                .containsExactly(
                        door.nginx().https("/measurements?metric=weight").toString());
        assertThat(answer.headers().allValues("Strict-Transport-Security")).isEmpty();
        assertThat(door.upstream().asked()).isEmpty();
    }

    @Test
    void answersToAnyName() throws Exception {
        assertThat(door.exchange("GET / HTTP/1.1", "Host: health.my-home.example"))
                .startsWith("HTTP/1.1 200");
        assertThat(door.upstream().lastAsked().headers().get("Host")).containsExactly("health.my-home.example");
    }

    @Test
    void showsTheProofForACertificateByPlainHttp() throws Exception {
        var answer = door.get(door.nginx().http("/.well-known/acme-challenge/token"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("token.thumbprint");
    }

    @Test
    void speaksHttp2() throws Exception {
        assertThat(door.get("/").version()).isEqualTo(HttpClient.Version.HTTP_2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaksModernTls(String protocol) throws Exception {
        try (var socket = door.nginx().connectSecurely()) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();

            assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
            assertThat(socket.getSession().getCipherSuite()).containsAnyOf("GCM", "CHACHA20");
        }
    }

    /** The JDK refuses to ask for TLS 1.1 itself, so the question is written by hand. */
    @Test
    void refusesTls11() throws Exception {
        byte[] hello = new byte[50];
        hello[0] = 22; // a handshake record
        hello[1] = 3;
        hello[2] = 1;
        hello[4] = 45;
        hello[5] = 1; // a client's hello
        hello[8] = 41;
        hello[9] = 3;
        hello[10] = 2; // of TLS 1.1, with a random of zeros and no session
        hello[45] = 2;
        hello[46] = (byte) 0xC0;
        hello[47] = 0x09; // ECDHE-ECDSA-AES128-SHA
        hello[48] = 1; // no compression
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), door.nginx().https("/").getPort())) {
            socket.getOutputStream().write(hello);
            byte[] answer = socket.getInputStream().readNBytes(7);

            assertThat(answer[0]).as("an alert").isEqualTo((byte) 21);
            assertThat(answer[6]).as("about the protocol version").isEqualTo((byte) 70);
        }
    }
}
