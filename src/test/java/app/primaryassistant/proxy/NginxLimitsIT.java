package app.primaryassistant.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.support.RequiresProgram;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much a client may ask for, who counts as one, and what they are told. */
@RequiresProgram({"nginx", "busybox"})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NginxLimitsIT {

    /** The API's rate so low that nothing is given back while a test counts: 21 pass. */
    private static final Map<String, String> COUNTABLE = Map.of("API_RATE", "1r/m", "API_BURST", "20");

    @Test
    void letsElevenAttemptsPassAndTellsTheTwelfthWhenToComeBack() throws Exception {
        try (var door = Door.open(Map.of())) {
            assertThat(door.statuses(11, attempt(door, "/api/v1/auth/sign-in"))).containsOnly(200);
            var refused = door.send(attempt(door, "/api/v1/auth/sign-in"));

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
            assertThat(door.upstream().asked()).hasSize(11);
        }
    }

    @Test
    void countsAttemptsOfAllKindsTogetherHoweverTheyAreSpelt() throws Exception {
        try (var door = Door.open(Map.of("AUTH_BURST", "3"))) {
            for (String path : List.of(
                    "/api/v1/auth/sign-in",
                    "/api/v1//auth/sign-up",
                    "/api/v1/%61uth/setup",
                    "/x/../api/v1/auth/sign-in")) {
                assertThat(door.send(attempt(door, path)).statusCode()).isEqualTo(200);
            }
            assertThat(door.send(attempt(door, "/auth/sign-in")).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void doesNotTakeALookAtTheSignInPageForAnAttempt() throws Exception {
        try (var door = Door.open(Map.of())) {
            assertThat(door.statuses(30, door.request("/api/v1/auth/state"))).containsOnly(200);
        }
    }

    @Test
    void countsAttemptsByAddressWhateverTokenTheyCarry() throws Exception {
        try (var door = Door.open(Map.of())) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                statuses.add(door.send(attempt(door, "/api/v1/auth/sign-in")
                                .header("Authorization", "Bearer invented-" + i)
                                .header("X-Forwarded-For", "203.0.113." + i))
                        .statusCode());
            }
            assertThat(Collections.frequency(statuses, 429)).isEqualTo(1);
        }
    }

    @Test
    void givesEachTokenAndEachSessionBehindOneAddressItsOwnLimit() throws Exception {
        try (var door = Door.open(COUNTABLE)) {
            assertThat(door.statuses(21, withToken(door, "first"))).containsOnly(200);
            var refused = door.send(withToken(door, "first"));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().allValues("Retry-After")).containsExactly("1");

            for (String token : List.of("second", "third", "fourth")) {
                assertThat(door.statuses(21, withToken(door, token))).containsOnly(200);
            }
            assertThat(door.statuses(21, withSession(door, "first"))).containsOnly(200);
            assertThat(door.send(withSession(door, "first")).statusCode()).isEqualTo(429);
            assertThat(door.statuses(21, withSession(door, "second"))).containsOnly(200);
            assertThat(door.statuses(21, door.request("/api/v1/profile"))).containsOnly(200);
            assertThat(door.send(door.request("/api/v1/profile")).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void limitsTheApiAndNotThePages() throws Exception {
        try (var door = Door.open(Map.of("API_RATE", "1r/m", "API_BURST", "1"))) {
            assertThat(door.statuses(30, door.request("/measurements"))).containsOnly(200);
        }
    }

    @Test
    void isNeverMetByAPersonAtFullSpeed() throws Exception {
        try (var door = Door.open(Map.of())) {
            assertThat(door.statuses(601, withSession(door, "in-a-hurry"))).containsOnly(200);
        }
    }

    @Test
    void stopsAnAddressThatInventsATokenForEachRequest() throws Exception {
        try (var door = Door.open(Map.of("ADDRESS_RATE", "1r/m", "ADDRESS_BURST", "30"))) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                statuses.add(door.send(withToken(door, "invented-" + i)).statusCode());
            }
            assertThat(Collections.frequency(statuses, 200)).isEqualTo(31);
        }
    }

    @Test
    void tellsClientsOfATrustedProxyApart() throws Exception {
        Map<String, String> trusting = Map.of("TRUSTED_PROXY", "127.0.0.1", "AUTH_BURST", "1");
        try (var door = Door.open(trusting)) {
            for (String address :
                    List.of("203.0.113.1", "203.0.113.2", "2001:db8:0:1::1", "2001:db8:0:2::1", "2001:db8::1")) {
                assertThat(door.statuses(2, attemptFrom(door, address)))
                        .as(address)
                        .containsOnly(200);
                assertThat(door.upstream().lastAsked().headers().get("X-Forwarded-For"))
                        .containsExactly(address);
                assertThat(door.send(attemptFrom(door, address)).statusCode())
                        .as(address)
                        .isEqualTo(429);
            }
            assertThat(door.send(attemptFrom(door, "2001:db8:0:1:ffff::9")).statusCode())
                    .as("another address of the same household")
                    .isEqualTo(429);
        }
    }

    private static HttpRequest.Builder attempt(Door door, String path) {
        return door.request(path).POST(HttpRequest.BodyPublishers.ofString("{}"));
    }

    private static HttpRequest.Builder attemptFrom(Door door, String address) {
        return attempt(door, "/api/v1/auth/sign-in").header("X-Forwarded-For", address);
    }

    private static HttpRequest.Builder withToken(Door door, String token) {
        return door.request("/api/v1/profile").header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder withSession(Door door, String session) {
        return door.request("/api/v1/profile").header("Cookie", "theme=dark; __Host-session=" + session + "; lang=en");
    }
}
