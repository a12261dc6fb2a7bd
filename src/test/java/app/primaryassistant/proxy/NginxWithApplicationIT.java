package app.primaryassistant.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Application;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.RunningNginx;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nginx and the application together, as people meet them. */
@RequiresProgram({"nginx", "busybox"})
class NginxWithApplicationIT {

    private static final Path STATIC_FILES = Path.of("target/webapp/static").toAbsolutePath();
    private static final List<String> SECURITY_HEADERS = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "X-XSS-Protection",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Permissions-Policy",
            "Strict-Transport-Security");

    @AutoClose
    private static RunningNginx nginx;

    @AutoClose
    private static HttpClient client;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        nginx = new RunningNginx(Application.behindProxy().uri(), Map.of("STATIC_ROOT", STATIC_FILES.toString()));
        client = nginx.client();
    }

    @Test
    void passesHealthOn() throws Exception {
        assertThat(send(HttpRequest.newBuilder(nginx.http("/health/ready"))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void sendsTheSameSecurityHeadersOnceWhoeverAnswers() throws Exception {
        var application = send(HttpRequest.newBuilder(nginx.https("/api/v1/auth/state")));
        var refusal = send(HttpRequest.newBuilder(nginx.https("/.git/config")));
        var file = send(HttpRequest.newBuilder(nginx.https(aModule())));

        assertThat(application.statusCode()).isEqualTo(200);
        assertThat(file.statusCode()).isEqualTo(200);
        var expected = security(application.headers());
        assertThat(expected)
                .allSatisfy((name, values) -> assertThat(values).as(name).hasSize(1));
        assertThat(security(file.headers())).isEqualTo(expected);
        assertThat(security(refusal.headers())).isEqualTo(expected);
    }

    @Test
    void doesNotTellWhatItIsMadeOf() throws Exception {
        var answer = send(HttpRequest.newBuilder(nginx.https("/api/v1/auth/state")));

        assertThat(answer.headers().allValues("Server")).containsExactly("nginx");
        assertThat(answer.headers().allValues("X-Powered-By")).isEmpty();
    }

    @Test
    void servesTheModulesOfTheBuild() throws Exception {
        var file = send(HttpRequest.newBuilder(nginx.https(aModule())));

        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("public, max-age=2592000, immutable");
    }

    @Test
    void letsTheApplicationKnowItsOwnPagesFromOthers() throws Exception {
        String origin = "https://" + nginx.https("/").getAuthority();

        assertThat(signIn(origin).statusCode()).isEqualTo(401);
        assertThat(signIn("https://evil.example").statusCode()).isEqualTo(403);
        assertThat(signIn(origin.replace("https:", "http:")).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics",
                "/metrics/",
                "/metrics/base",
                "//metrics",
                "/%6Detrics",
                "/x/../metrics",
                "/metrics?scope=base"
            })
    void keepsTheMetricsInsideWhateverTokenIsShown(String path) throws Exception {
        var answer = send(HttpRequest.newBuilder(nginx.https(path))
                .header("Authorization", "Bearer " + Application.METRICS_TOKEN));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("# TYPE");
    }

    private static HttpResponse<String> signIn(String origin) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(nginx.https("/api/v1/auth/sign-in"))
                .header("Content-Type", "application/json")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"nobody\",\"password\":\"of no importance\"}")));
    }

    /** The path of some module as the build laid it out, version and all. */
    private static String aModule() throws IOException {
        try (Stream<Path> files = Files.walk(STATIC_FILES)) {
            Path module = files.filter(file -> file.toString().endsWith(".js"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            return "/static/" + STATIC_FILES.relativize(module);
        }
    }

    private static Map<String, List<String>> security(HttpHeaders headers) {
        Map<String, List<String>> found = new TreeMap<>();
        SECURITY_HEADERS.forEach(name -> found.put(name, headers.allValues(name)));
        return found;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
