package app.primaryassistant.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.support.LoopbackNames;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.RunningNginx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a request while the application is away, slow, elsewhere, or there more than once. */
@RequiresProgram("nginx")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NginxUpstreamIT {

    @Test
    void saysThatTheApplicationIsAwayAndFindsItWhenItIsBack() throws Exception {
        var upstream = new StubUpstream();
        try (var nginx = new RunningNginx(upstream.uri(), Map.of());
                var client = nginx.client()) {
            assertThat(get(client, nginx.https("/api/v1/profile")).statusCode()).isEqualTo(200);

            upstream.close();
            var toProgram = get(client, nginx.https("/api/v1/profile"));
            assertProblem(toProgram, 502);
            var toPerson = get(client, nginx.https("/measurements"));
            assertThat(toPerson.statusCode()).isEqualTo(502);
            assertThat(toPerson.headers().allValues("Content-Type")).containsExactly("text/plain; charset=utf-8");
            assertThat(toPerson.headers().allValues("Retry-After")).containsExactly("5");
            assertThat(toPerson.body()).startsWith(ProblemType.UNAVAILABLE.title()).doesNotContain("<");

            try (var back = new StubUpstream(upstream.address())) {
                assertThat(get(client, nginx.https("/api/v1/profile")).statusCode()).isEqualTo(200);
                assertThat(back.asked()).hasSize(1);
            }
        }
    }

    @Test
    void doesNotWaitForAnApplicationThatHangs() throws Exception {
        var released = new CountDownLatch(1);
        try (var upstream = new StubUpstream();
                var nginx = new RunningNginx(upstream.uri(), Map.of("UPSTREAM_TIMEOUT", "1s"));
                var client = nginx.client()) {
            upstream.answer(exchange -> {
                try {
                    released.await();
                } catch (InterruptedException over) {
                    Thread.currentThread().interrupt();
                }
            });

            assertProblem(get(client, nginx.https("/api/v1/profile")), 504);
            released.countDown();
        }
    }

    @Test
    void findsAnApplicationThatWasRecreatedElsewhere() throws Exception {
        InetAddress before = InetAddress.getByName("127.0.0.2");
        InetAddress after = InetAddress.getByName("127.0.0.3");
        try (var names = new LoopbackNames();
                var old = new StubUpstream(new InetSocketAddress(before, 0));
                var recreated = new StubUpstream(new InetSocketAddress(after, old.address().getPort()));
                var nginx = new RunningNginx(old.uri(), byName(names, old.address().getPort()));
                var client = nginx.client()) {
            names.pointTo(before);
            assertThat(get(client, nginx.https("/")).statusCode()).isEqualTo(200);
            assertThat(old.asked()).hasSize(1);

            names.pointTo(after);
            Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
            while (!recreated.awaitAsked(Duration.ofMillis(50)) && Instant.now().isBefore(deadline)) {
                get(client, nginx.https("/"));
            }
            assertThat(recreated.asked()).isNotEmpty();
        }
    }

    @Test
    void asksAnotherReplicaWhereOneIsDown() throws Exception {
        InetAddress down = InetAddress.getByName("127.0.0.2");
        InetAddress up = InetAddress.getByName("127.0.0.3");
        try (var names = new LoopbackNames();
                var upstream = new StubUpstream(new InetSocketAddress(up, 0));
                var nginx = new RunningNginx(upstream.uri(), byName(names, upstream.address().getPort()));
                var client = nginx.client()) {
            names.pointTo(down, up);

            for (int i = 0; i < 20; i++) {
                assertThat(get(client, nginx.https("/api/v1/profile")).statusCode()).isEqualTo(200);
            }
            assertThat(nginx.accessLog()).as("the one that is down was tried").contains("127.0.0.2");
        }
    }

    @Test
    void repeatsWhatCanBeRepeatedAndNothingElse() throws Exception {
        InetAddress one = InetAddress.getByName("127.0.0.2");
        InetAddress other = InetAddress.getByName("127.0.0.3");
        try (var names = new LoopbackNames();
                var upstream = new StubUpstream(new InetSocketAddress(one, 0));
                var replica = new StubUpstream(new InetSocketAddress(other, upstream.address().getPort()));
                var nginx = new RunningNginx(upstream.uri(), byName(names, upstream.address().getPort()));
                var client = nginx.client()) {
            names.pointTo(one, other);
            upstream.answer(exchange -> exchange.close());
            replica.answer(exchange -> exchange.close());

            assertThat(get(client, nginx.https("/api/v1/profile")).statusCode()).isEqualTo(502);
            assertThat(upstream.asked().size() + replica.asked().size()).as("a GET is tried at both").isEqualTo(2);

            var post = HttpRequest.newBuilder(nginx.https("/api/v1/check-ins")).POST(HttpRequest.BodyPublishers.ofString("{}"));
            assertThat(client.send(post.build(), HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(502);
            assertThat(upstream.asked().size() + replica.asked().size()).as("a POST only once").isEqualTo(3);
        }
    }

    @Test
    void passesAWebSocketOn() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var nginx = new RunningNginx(URI.create("http://127.0.0.1:" + server.getLocalPort()), Map.of());
                var client = nginx.connectSecurely()) {
            var accepting = Thread.ofVirtual().start(() -> upgradeAndEcho(server));
            client.getOutputStream()
                    .write("GET /live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 101 Switching Protocols");
            String header = in.readLine();
            while (!header.isEmpty()) {
                header = in.readLine();
            }

            client.getOutputStream().write("hello\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(in.readLine()).isEqualTo("hello");
            accepting.join();
        }
    }

    private static void upgradeAndEcho(ServerSocket server) {
        try (Socket socket = server.accept()) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String line = in.readLine();
            boolean upgrade = false;
            while (!line.isEmpty()) {
                upgrade |= line.equalsIgnoreCase("Upgrade: websocket");
                line = in.readLine();
            }
            String status = upgrade ? "101 Switching Protocols" : "400 Bad Request";
            socket.getOutputStream()
                    .write(("HTTP/1.1 " + status + "\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write((in.readLine() + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException over) {
            // The client sees it.
        }
    }

    private static Map<String, String> byName(LoopbackNames names, int port) {
        return Map.of("UPSTREAM", "web:" + port, "RESOLVER", names.address(), "RESOLVER_VALID", "1s");
    }

    private static HttpResponse<String> get(HttpClient client, URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(answer.headers().allValues("Retry-After")).containsExactly("5");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.body())
                .startsWith("{\"type\":\"" + ProblemType.UNAVAILABLE.uri() + "\",\"title\":\"" + ProblemType.UNAVAILABLE.title() + "\"")
                .contains("\"status\":" + status + ",")
                .containsPattern("\"id\":\"[0-9a-f]{32}\"}$");
    }
}
