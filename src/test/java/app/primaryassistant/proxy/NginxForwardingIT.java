package app.primaryassistant.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.support.RequiresProgram;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches the application, and what comes back from it. */
@RequiresProgram({"nginx", "busybox"})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NginxForwardingIT {

    @AutoClose
    private static Door door;

    @RegisterExtension
    static final AfterTestExecutionCallback LOGS_OF_FAILURES =
            context -> context.getExecutionException().ifPresent(failure -> context.publishReportEntry(door.logs()));

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        door = Door.open(Map.of());
    }

    @BeforeEach
    void forget() {
        door.forget();
    }

    @Test
    void passesHealthOnByEitherPortAndDoesNotLogIt() throws Exception {
        assertThat(door.get(door.nginx().http("/health")).statusCode()).isEqualTo(200);
        assertThat(door.get("/health").statusCode()).isEqualTo(200);
        assertThat(door.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(door.upstream().asked()).hasSize(3);

        door.get("/after-health");
        door.nginx().awaitAccess(line -> line.contains("/after-health"));
        assertThat(door.nginx().accessLog()).doesNotContain("\"/health");
    }

    @Test
    void leavesErrorsOfTheApplicationAlone() throws Exception {
        byte[] problem = "{\"type\":\"/problems/unavailable\"}".getBytes(StandardCharsets.US_ASCII);
        door.upstream().answer(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(503, problem.length);
            exchange.getResponseBody().write(problem);
        });
        var answer = door.get("/api/v1/profile");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"type\":\"/problems/unavailable\"}");
        assertThat(answer.headers().allValues("Retry-After")).containsExactly("7");
    }

    @Test
    void takesABodyUpToTheLimit() throws Exception {
        var request =
                door.request("/api/v1/photos").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024]));

        assertThat(door.send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesABodyPastTheLimit() throws Exception {
        String answer = door.exchange("POST /api/v1/photos HTTP/1.1", "Host: localhost", "Content-Length: 10485761");

        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("Content-Type: application/problem+json")
                .contains("\"type\":\"" + ProblemType.TOO_LARGE.uri() + "\"")
                .contains("\"title\":\"" + ProblemType.TOO_LARGE.title() + "\"")
                .contains("\"status\":413,")
                .containsPattern("\"id\":\"[0-9a-f]{32}\"}$");
        assertThat(door.upstream().asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/check-ins, application/problem+json, '\"status\":413,'",
        "/check-ins, text/plain, Please send less at once."
    })
    void refusesABodyOverTheLimitByHttp2InTheSameWords(String path, String type, String words) throws Exception {
        var answer = door.send(door.request(path).POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10_485_761])));

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.body()).contains(words);
        assertThat(door.upstream().asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/measurements/%00 HTTP/1.1,          400, malformed",
        "GET /api/v1/measurements/%zz HTTP/1.1,          400, malformed",
        "GET /api/v1/measurements%5cx HTTP/1.1,          400, malformed",
        "GET /api/v1/../../../../etc/passwd HTTP/1.1,    400, malformed",
        "G~T /api/v1/profile HTTP/1.1,                   400, malformed",
        "GET /api/v1/profile HTTP/9.9,                   505, malformed",
        "TRACE /api/v1/profile HTTP/1.1,                 405, method-not-allowed",
        "GET /api/v1/auth;x=1/sign-in HTTP/1.1,          404, not-found",
    })
    void answersWhatItCannotReadByAProblemDocument(String requestLine, int status, String type) throws Exception {
        String answer = door.exchange(requestLine, "Host: localhost");

        assertIsProblem(answer, status, type);
        assertThat(door.upstream().asked()).isEmpty();
    }

    @Test
    void answersAnAddressThatIsTooLongByAProblemDocument() throws Exception {
        String answer = door.exchange("GET /api/v1/profile?q=" + "x".repeat(40_000) + " HTTP/1.1", "Host: localhost");

        assertIsProblem(answer, 414, "address-too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /%00 HTTP/1.1", "GET /apis/%zz HTTP/1.1", "GET /.problem HTTP/1.1", "GET /.notice HTTP/1.1"
            })
    void answersAPersonInWords(String requestLine) throws Exception {
        assertThat(door.exchange(requestLine, "Host: localhost"))
                .startsWith("HTTP/1.1 4")
                .contains("Content-Type: text/plain")
                .doesNotContain("<html");
    }

    private static void assertIsProblem(String answer, int status, String type) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains(
                        "Content-Type: application/problem+json",
                        "\"type\":\"/problems/" + type + "\"",
                        "\"status\":" + status);
    }

    @Test
    void tellsTheApplicationWhoAskedAndNotWhatTheClientClaims() throws Exception {
        door.send(door.request("/")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Proto", "gopher")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Real-IP", "203.0.113.7")
                .header("Forwarded", "for=203.0.113.7")
                .header("X-Request-Id", "chosen"));

        var headers = door.upstream().lastAsked().headers();
        String authority = door.nginx().https("/").getAuthority();
        assertThat(headers.get("Host")).containsExactly(authority);
        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("https");
        assertThat(headers.get("X-Forwarded-Host")).containsExactly(authority);
        assertThat(headers.get("X-Request-Id")).singleElement().asString().matches("[0-9a-f]{32}");
        assertThat(headers).doesNotContainKeys("X-real-ip", "Forwarded");
    }

    @Test
    void correctsTheSchemeOfALocation() throws Exception {
        door.upstream().answer(exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", "http://" + exchange.getRequestHeaders().getFirst("Host") + "/sign-in");
            exchange.sendResponseHeaders(303, -1);
        });

        assertThat(door.get("/").headers().allValues("Location"))
                .containsExactly(door.nginx().https("/sign-in").toString());
    }

    @Test
    void refusesTrace() throws Exception {
        var answer = door.send(door.request("/").method("TRACE", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(door.upstream().asked()).isEmpty();
    }

    @Test
    void showsNoVersion() throws Exception {
        assertThat(door.get("/").headers().allValues("Server")).containsExactly("nginx");
    }
}
