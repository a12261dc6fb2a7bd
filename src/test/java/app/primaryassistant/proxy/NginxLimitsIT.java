package app.primaryassistant.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.RunningNginx;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much a client may ask for, who counts as one, and what they are told. */
@RequiresProgram("nginx")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NginxLimitsIT {

    /** The API's rate so low that nothing is given back while a test counts: 21 pass. */
    private static final Map<String, String> COUNTABLE = Map.of("API_RATE", "1r/m", "API_BURST", "20");

    @AutoClose
    private StubUpstream upstream;

    @BeforeEach
    void start() throws IOException {
        upstream = new StubUpstream();
    }

    @Test
    void letsElevenAttemptsPassAndTellsTheTwelfthWhenToComeBack() throws Exception {
        try (var door = open(Map.of())) {
            assertThat(door.statuses(11, door.attempt("/api/v1/auth/sign-in"))).containsOnly(200);
            var refused = door.send(door.attempt("/api/v1/auth/sign-in"));

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().allValues("Content-Type")).containsExactly("application/problem+json");
            assertThat(refused.headers().allValues("Retry-After")).containsExactly("12");
            assertThat(refused.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(refused.headers().allValues("Strict-Transport-Security")).hasSize(1);
            assertThat(refused.body())
                    .contains("\"type\":\"" + ProblemType.TOO_MANY_REQUESTS.uri() + "\"")
                    .contains("\"title\":\"" + ProblemType.TOO_MANY_REQUESTS.title() + "\"")
                    .contains("\"status\":429,\"detail\":\"")
                    .containsPattern("\"id\":\"[0-9a-f]{32}\"}$");
            assertThat(upstream.asked()).hasSize(11);
        }
    }

    @Test
    void countsAttemptsOfAllKindsTogetherHoweverTheyAreSpelt() throws Exception {
        try (var door = open(Map.of("AUTH_BURST", "3"))) {
            for (String path : List.of(
                    "/api/v1/auth/sign-in", "/api/v1//auth/sign-up", "/api/v1/%61uth/setup", "/x/../api/v1/auth/sign-in")) {
                assertThat(door.send(door.attempt(path)).statusCode()).isEqualTo(200);
            }
            assertThat(door.send(door.attempt("/auth/sign-in")).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void doesNotTakeALookAtTheSignInPageForAnAttempt() throws Exception {
        try (var door = open(Map.of())) {
            assertThat(door.statuses(30, door.request("/api/v1/auth/state"))).containsOnly(200);
        }
    }

    @Test
    void countsAttemptsByAddressWhateverTokenTheyCarry() throws Exception {
        try (var door = open(Map.of())) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                statuses.add(door.send(door.attempt("/api/v1/auth/sign-in")
                                .header("Authorization", "Bearer invented-" + i)
                                .header("X-Forwarded-For", "203.0.113." + i))
                        .statusCode());
            }
            assertThat(Collections.frequency(statuses, 429)).isEqualTo(1);
        }
    }

    @Test
    void givesEachTokenAndEachSessionBehindOneAddressItsOwnLimit() throws Exception {
        try (var door = open(COUNTABLE)) {
            assertThat(door.statuses(21, door.withToken("first"))).containsOnly(200);
            var refused = door.send(door.withToken("first"));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().allValues("Retry-After")).containsExactly("1");

            for (String token : List.of("second", "third", "fourth")) {
                assertThat(door.statuses(21, door.withToken(token))).containsOnly(200);
            }
            assertThat(door.statuses(21, door.withSession("first"))).containsOnly(200);
            assertThat(door.send(door.withSession("first")).statusCode()).isEqualTo(429);
            assertThat(door.statuses(21, door.withSession("second"))).containsOnly(200);
            assertThat(door.statuses(21, door.request("/api/v1/profile"))).containsOnly(200);
            assertThat(door.send(door.request("/api/v1/profile")).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void limitsTheApiAndNotThePages() throws Exception {
        try (var door = open(Map.of("API_RATE", "1r/m", "API_BURST", "1"))) {
            assertThat(door.statuses(30, door.request("/measurements"))).containsOnly(200);
        }
    }

    @Test
    void isNeverMetByAPersonAtFullSpeed() throws Exception {
        try (var door = open(Map.of())) {
            assertThat(door.statuses(601, door.withSession("in-a-hurry"))).containsOnly(200);
        }
    }

    @Test
    void stopsAnAddressThatInventsATokenForEachRequest() throws Exception {
        try (var door = open(Map.of("ADDRESS_RATE", "1r/m", "ADDRESS_BURST", "30"))) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                statuses.add(door.send(door.withToken("invented-" + i)).statusCode());
            }
            assertThat(Collections.frequency(statuses, 200)).isEqualTo(31);
        }
    }

    @Test
    void tellsClientsOfATrustedProxyApart() throws Exception {
        Map<String, String> trusting = Map.of("TRUSTED_PROXY", "127.0.0.1", "AUTH_BURST", "1");
        try (var door = open(trusting)) {
            for (String address : List.of("203.0.113.1", "203.0.113.2", "2001:db8:0:1::1", "2001:db8:0:2::1", "2001:db8::1")) {
                assertThat(door.statuses(2, door.attemptFrom(address))).as(address).containsOnly(200);
                assertThat(upstream.lastAsked().headers().get("X-Forwarded-For")).containsExactly(address);
                assertThat(door.send(door.attemptFrom(address)).statusCode()).as(address).isEqualTo(429);
            }
            assertThat(door.send(door.attemptFrom("2001:db8:0:1:ffff::9")).statusCode())
                    .as("another address of the same household")
                    .isEqualTo(429);
        }
    }

    private Door open(Map<String, String> settings) throws IOException, InterruptedException {
        var nginx = new RunningNginx(upstream.uri(), settings);
        return new Door(nginx, nginx.client());
    }

    /** An Nginx that has counted nobody yet, and a client in front of it. */
    private record Door(RunningNginx nginx, HttpClient client) implements AutoCloseable {

        HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(nginx.https(path));
        }

        HttpRequest.Builder attempt(String path) {
            return request(path).POST(HttpRequest.BodyPublishers.ofString("{}"));
        }

        HttpRequest.Builder attemptFrom(String address) {
            return attempt("/api/v1/auth/sign-in").header("X-Forwarded-For", address);
        }

        HttpRequest.Builder withToken(String token) {
            return request("/api/v1/profile").header("Authorization", "Bearer " + token);
        }

        HttpRequest.Builder withSession(String session) {
            return request("/api/v1/profile").header("Cookie", "theme=dark; __Host-session=" + session + "; lang=en");
        }

        HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        List<Integer> statuses(int times, HttpRequest.Builder request) throws IOException, InterruptedException {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                statuses.add(send(request).statusCode());
            }
            return statuses;
        }

        @Override
        public void close() throws IOException {
            client.close();
            nginx.close();
        }
    }
}
