package app.primaryassistant.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Application;
import app.primaryassistant.support.CleartextHttp2;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client meets while others hold the server up, without a proxy between them. */
class SlowClientsIT {

    private static final int SLOW = 200;
    private static final int REQUESTS = 100;
    private static final Duration IN_VAIN = Duration.ofSeconds(20);

    /** How much slower the server may become. Where it has no thread left, nobody is answered in time. */
    private static final int FACTOR = 50;

    private static final URI PROGRAM = Application.running().uri();

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                // White space before the JSON, which is no reason to refuse it.
                "POST /api/v1/auth/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n",
                "POST /api/v1/auth/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 5000\r\n\r\n",
                "POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n",
                "GET /api/v1/auth/state HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
            })
    void slowOnesKeepNobodyWaiting(String begun) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Duration warm = percentile95(client);
            Duration quiet = percentile95(client);
            try (var attack = new Attack(begun)) {
                Duration attacked = percentile95(client);

                System.out.printf(
                        "SlowClientsIT: 95th percentile %d ms, with %d slow clients %d ms; %d of them reconnected%n",
                        quiet.toMillis(), SLOW, attacked.toMillis(), attack.reconnected.get());
                assertThat(attacked).as("after a warm-up at %s", warm).isLessThan(quiet.multipliedBy(FACTOR));
            }
        }
    }

    @Test
    void thereIsNoHttp2WithoutTls() throws IOException {
        CleartextHttp2.assertOff(PROGRAM.getPort());
    }

    /** Of requests with and without a body, one after the other. */
    private static Duration percentile95(HttpClient client) throws IOException, InterruptedException {
        List<Duration> taken = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            taken.add(time(client, request("api/v1/auth/state").GET(), 200));
            taken.add(time(
                    client,
                    request("api/v1/auth/sign-in")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"\"}")),
                    422));
        }
        return taken.stream()
                .sorted()
                .skip(taken.size() * 95L / 100)
                .findFirst()
                .orElseThrow();
    }

    private static Duration time(HttpClient client, HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
        } catch (HttpTimeoutException inVain) {
            return IN_VAIN;
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(PROGRAM.resolve("/" + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(IN_VAIN);
    }

    /** Clients that have begun a request and send another byte of it twice a second, and begin anew where that is refused. */
    private static final class Attack implements AutoCloseable {

        private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
        private final List<Socket> sockets = new ArrayList<>();
        private final AtomicInteger reconnected = new AtomicInteger();
        private final byte[] begun;

        Attack(String begun) throws IOException {
            this.begun = begun.getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < SLOW; i++) {
                sockets.add(open());
            }
            var unused = pace.scheduleAtFixedRate(this::another, 0, 500, TimeUnit.MILLISECONDS);
        }

        private Socket open() throws IOException {
            var socket = new Socket(InetAddress.getLoopbackAddress(), PROGRAM.getPort());
            socket.getOutputStream().write(begun);
            return socket;
        }

        private void another() {
            for (int i = 0; i < SLOW; i++) {
                try {
                    if (sockets.get(i).getInputStream().available() > 0) {
                        sockets.get(i).close();
                    }
                    sockets.get(i).getOutputStream().write(' ');
                } catch (IOException refused) {
                    reconnect(i);
                }
            }
        }

        private void reconnect(int i) {
            try {
                sockets.set(i, open());
                reconnected.incrementAndGet();
            } catch (IOException full) {
                // The server takes no more connections just now; half a second later it is tried again.
                assertThat(full).isNotNull();
            }
        }

        @Override
        public void close() throws IOException {
            pace.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
