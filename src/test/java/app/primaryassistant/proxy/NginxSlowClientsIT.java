package app.primaryassistant.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.RequiresProgram;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that hold connections for nothing. */
@RequiresProgram({"nginx", "busybox"})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NginxSlowClientsIT {

    @AutoClose
    private static Door door;

    @RegisterExtension
    static final AfterTestExecutionCallback LOGS_OF_FAILURES =
            context -> context.getExecutionException().ifPresent(failure -> context.publishReportEntry(door.logs()));

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        door = Door.open(Map.of("CLIENT_TIMEOUT", "1s", "ADDRESS_CONNECTIONS", "5"));
    }

    @BeforeEach
    void forget() {
        door.forget();
    }

    @Test
    void cutsAClientThatStopsWithinTheHeaders() throws Exception {
        try (var socket = door.nginx().connectSecurely()) {
            Door.write(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

            assertThat(Door.readAll(socket)).isEmpty();
        }
        assertThat(door.upstream().asked()).isEmpty();
    }

    /** Each byte comes well within the time, the whole never would. */
    @Test
    void cutsAClientThatDripsItsHeaders() throws Exception {
        try (var socket = door.nginx().connectSecurely()) {
            Door.write(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            socket.setSoTimeout(100);
            Awaitility.await()
                    .pollInterval(Duration.ZERO)
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !drips(socket));
        }
        assertThat(door.upstream().asked()).isEmpty();
    }

    /** Whether the other side still took one more byte, and has not hung up a tenth of a second later. */
    private static boolean drips(SSLSocket socket) {
        try {
            Door.write(socket, "x");
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException stillOpen) {
            return true;
        } catch (IOException cut) {
            return false;
        }
    }

    /** A body may come as slowly as the line is, piece by piece, so what is bounded is how many an address has on the way. */
    @Test
    void doesNotLetOneAddressHoldAllConnectionsBySlowBodies() throws Exception {
        List<SSLSocket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                var socket = door.nginx().connectSecurely();
                slow.add(socket);
                Door.write(
                        socket,
                        "POST /api/v1/photos HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\n");
                assertThat(socket.getInputStream().readNBytes(12))
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("HTTP/1.1 100");
            }
            var refused = door.get("/api/v1/profile");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().allValues("Content-Type")).containsExactly("application/problem+json");
            assertThat(refused.headers().allValues("Retry-After")).containsExactly("1");
        } finally {
            for (SSLSocket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void cutsAClientThatStopsWithinTheBody() throws Exception {
        try (var socket = door.nginx().connectSecurely()) {
            Door.write(socket, "POST /api/v1/check-ins HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");

            assertThat(Door.readAll(socket)).doesNotContain(" 200 ");
        }
        assertThat(door.upstream().asked())
                .as("a half request never reaches the application")
                .isEmpty();
    }
}
