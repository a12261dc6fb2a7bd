package app.primaryassistant.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.RunningNginx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a request while the application is away or slow, and of the connections to it. */
@RequiresProgram({"nginx", "busybox"})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NginxUpstreamIT {

    @Test
    void saysThatTheApplicationIsAwayAndFindsItWhenItIsBack() throws Exception {
        try (var door = Door.open(Map.of())) {
            assertThat(door.get("/api/v1/profile").statusCode()).isEqualTo(200);

            door.upstream().close();
            assertProblem(door.get("/api/v1/profile"), 502);
            door.nginx().awaitError(line -> line.endsWith("the application is now at no address"));
            assertProblem(door.get("/api/v1/profile"), 502);
            var toPerson = door.get("/measurements");
            assertThat(toPerson.statusCode()).isEqualTo(502);
            assertThat(toPerson.headers().allValues("Content-Type")).containsExactly("text/plain; charset=utf-8");
            assertThat(toPerson.headers().allValues("Retry-After")).containsExactly("5");
            assertThat(toPerson.body())
                    .startsWith(ProblemType.UNAVAILABLE.title())
                    .doesNotContain("<");
            assertThat(door.get("/health/ready").statusCode()).isEqualTo(502);

            try (var back = new StubUpstream(door.upstream().address());
                    var patient = door.nginx().patientClient()) {
                askUntilReached(door.nginx(), patient, back);
            }
            door.nginx().awaitAccess(line -> line.contains("\"status\":\"200\""));
            assertThat(door.nginx().accessLog()).doesNotContain("/health");
        }
    }

    @Test
    void startsBeforeTheApplication() throws Exception {
        var none = new StubUpstream();
        none.close();
        var nginx = new RunningNginx(none.uri(), Map.of());
        try (var door = new Door(none, nginx, nginx.patientClient())) {
            assertProblem(door.get("/api/v1/profile"), 502);

            try (var started = new StubUpstream(none.address())) {
                askUntilReached(nginx, door.client(), started);
            }
        }
    }

    @Test
    void doesNotWaitForAnApplicationThatHangs() throws Exception {
        var released = new CountDownLatch(1);
        try (var door = Door.open(Map.of("UPSTREAM_TIMEOUT", "1s"))) {
            door.upstream().answer(exchange -> {
                try {
                    released.await();
                } catch (InterruptedException over) {
                    Thread.currentThread().interrupt();
                }
            });

            assertProblem(door.get("/api/v1/profile"), 504);
            released.countDown();
        }
    }

    @Test
    void keepsItsConnectionsToTheApplication() throws Exception {
        try (var door = Door.open(Map.of())) {
            assertThat(door.statuses(100, door.request("/"))).containsOnly(200);

            assertThat(door.upstream().asked().stream()
                            .map(StubUpstream.Asked::by)
                            .collect(Collectors.toSet()))
                    .hasSizeLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
        }
    }

    @Test
    void passesAWebSocketOn() throws Exception {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> acceptAll(server));
            try (var nginx = new RunningNginx(URI.create("http://127.0.0.1:" + server.getLocalPort()), Map.of());
                    var client = nginx.connectSecurely()) {
                Door.write(
                        client,
                        "GET /live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                assertThat(in.readLine()).isEqualTo("HTTP/1.1 101 Switching Protocols");
                String header = in.readLine();
                while (!header.isEmpty()) {
                    header = in.readLine();
                }

                Door.write(client, "hello\n");
                assertThat(in.readLine()).isEqualTo("hello");
            }
        }
    }

    private static void acceptAll(ServerSocket server) {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> upgradeAndEcho(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /** Echoes a line after an upgrade, and is ready where none is asked for. */
    private static void upgradeAndEcho(Socket accepted) {
        try (Socket socket = accepted) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String line = in.readLine();
            boolean upgrade = false;
            while (!line.isEmpty()) {
                upgrade |= line.equalsIgnoreCase("Upgrade: websocket");
                line = in.readLine();
            }
            String head = upgrade
                    ? "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n"
                    : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            if (upgrade) {
                socket.getOutputStream().write((in.readLine() + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException over) {
            // The client sees it.
        }
    }

    private static void askUntilReached(RunningNginx nginx, HttpClient client, StubUpstream upstream)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(nginx.https("/")).build();
        while (upstream.asked().isEmpty()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isIn(502, 200);
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(answer.headers().allValues("Retry-After")).containsExactly("5");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.body())
                .startsWith("{\"type\":\"" + ProblemType.UNAVAILABLE.uri() + "\",\"title\":\""
                        + ProblemType.UNAVAILABLE.title() + "\"")
                .contains("\"status\":" + status + ",")
                .containsPattern("\"id\":\"[0-9a-f]{32}\"}$");
    }
}
