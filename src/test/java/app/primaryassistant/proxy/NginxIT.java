package app.primaryassistant.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.RunningNginx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Nginx serves, forwards, refuses and writes down. */
@RequiresProgram("nginx")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NginxIT {

    private static final Map<String, String> SECURITY_HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "X-XSS-Protection", "0",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Strict-Transport-Security", "max-age=63072000");

    @AutoClose
    private static StubUpstream upstream;

    @AutoClose
    private static RunningNginx nginx;

    @AutoClose
    private static HttpClient client;

    @RegisterExtension
    static final AfterTestExecutionCallback LOGS_OF_FAILURES = context -> context.getExecutionException()
            .ifPresent(failure -> context.publishReportEntry(Map.of("access", nginx.accessLog(), "error", nginx.errorLog())));

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        upstream = new StubUpstream();
        nginx = new RunningNginx(upstream.uri(), Map.of("CLIENT_TIMEOUT", "1s"));
        client = nginx.client();
        Path version = Files.createDirectory(nginx.staticFiles().resolve("1.2.3"));
        Files.writeString(version.resolve("app.mjs"), "export const answer = 42;\n");
        Files.writeString(version.resolve(".env"), "SECRET=1\n");
        Files.writeString(version.resolve("style.css"), "body { color: black }\n");
        try (var out = new GZIPOutputStream(Files.newOutputStream(version.resolve("style.css.gz")))) {
            out.write("body{color:black}".getBytes(StandardCharsets.US_ASCII));
        }
        Files.writeString(nginx.uploads().resolve("0192-photo"), "a photo");
        Path challenges = Files.createDirectories(nginx.acme().resolve(".well-known/acme-challenge"));
        Files.writeString(challenges.resolve("token"), "token.thumbprint");
    }

    @BeforeEach
    void forget() {
        upstream.asked().clear();
        upstream.answer(exchange -> exchange.sendResponseHeaders(200, -1));
    }

    @Test
    void sendsPlainHttpToHttps() throws Exception {
        var answer = get(nginx.http("/measurements?metric=weight"));

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().allValues("Location"))
                .containsExactly(nginx.https("/measurements?metric=weight").toString());
        assertThat(answer.headers().allValues("Strict-Transport-Security")).isEmpty();
        assertThat(upstream.asked()).isEmpty();
    }

    @Test
    void answersToAnyName() throws Exception {
        try (var socket = nginx.connectSecurely()) {
            assertThat(exchange(socket, "GET / HTTP/1.1", "Host: health.my-home.example")).startsWith("HTTP/1.1 200");
        }
        assertThat(upstream.lastAsked().headers().get("Host")).containsExactly("health.my-home.example");
    }

    @Test
    void showsTheProofForACertificateByPlainHttp() throws Exception {
        var answer = get(nginx.http("/.well-known/acme-challenge/token"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("token.thumbprint");
    }

    @Test
    void passesHealthOnByEitherPortAndDoesNotLogIt() throws Exception {
        assertThat(get(nginx.http("/health")).statusCode()).isEqualTo(200);
        assertThat(get(nginx.https("/health")).statusCode()).isEqualTo(200);
        assertThat(get(nginx.https("/health/ready")).statusCode()).isEqualTo(200);
        assertThat(upstream.asked()).hasSize(3);

        get(nginx.https("/after-health"));
        nginx.awaitAccess(line -> line.contains("/after-health"));
        assertThat(nginx.accessLog()).doesNotContain("\"/health");
    }

    @Test
    void speaksHttp2() throws Exception {
        assertThat(get(nginx.https("/")).version()).isEqualTo(HttpClient.Version.HTTP_2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaksModernTls(String protocol) throws Exception {
        try (var socket = nginx.connectSecurely()) {
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
        try (var socket = new Socket("127.0.0.1", nginx.https("/").getPort())) {
            socket.getOutputStream().write(hello);
            byte[] answer = socket.getInputStream().readNBytes(7);

            assertThat(answer[0]).as("an alert").isEqualTo((byte) 21);
            assertThat(answer[6]).as("about the protocol version").isEqualTo((byte) 70);
        }
    }

    @Test
    void servesVersionedFilesForGood() throws Exception {
        var answer = get(nginx.https("/static/1.2.3/app.mjs"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("export const answer = 42;\n");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/javascript; charset=utf-8");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("public, max-age=2592000, immutable");
        assertSecurityHeadersOnce(answer);
        assertThat(upstream.asked()).isEmpty();
    }

    @Test
    void servesThePrecompressedFileToWhoTakesIt() throws Exception {
        var request = HttpRequest.newBuilder(nginx.https("/static/1.2.3/style.css")).header("Accept-Encoding", "gzip");
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding");
        assertThat(answer.body()).isEqualTo(Files.readAllBytes(nginx.staticFiles().resolve("1.2.3/style.css.gz")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/static/1.2.3/none.mjs", "/static/", "/static/1.2.3/.env", "/.git/config", "/uploads/0192-photo", "/api/v1;a=b/auth/sign-in",
        "/api/v1/auth%3ba=b/sign-in"
    })
    void findsNothing(String path) throws Exception {
        var answer = get(nginx.https(path));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.body()).doesNotContainIgnoringCase("nginx").doesNotContain("<");
        assertSecurityHeadersOnce(answer);
        assertThat(upstream.asked()).isEmpty();
    }

    @Test
    void servesAnUploadThatTheApplicationReleases() throws Exception {
        upstream.answer(exchange -> {
            exchange.getResponseHeaders().set("X-Accel-Redirect", "/uploads/0192-photo");
            exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
            exchange.sendResponseHeaders(200, -1);
        });
        var answer = get(nginx.https("/photos/0192"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("a photo");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("image/jpeg");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, max-age=604800");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'", "sandbox"));
        assertSecurityHeadersOnce(answer);
    }

    @Test
    void leavesTheCachingOfAnUploadToTheApplicationIfItSaysSo() throws Exception {
        upstream.answer(exchange -> {
            exchange.getResponseHeaders().set("X-Accel-Redirect", "/uploads/0192-photo");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, -1);
        });

        assertThat(get(nginx.https("/photos/0192")).headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void leavesErrorsOfTheApplicationAlone() throws Exception {
        byte[] problem = "{\"type\":\"/problems/unavailable\"}".getBytes(StandardCharsets.US_ASCII);
        upstream.answer(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(503, problem.length);
            exchange.getResponseBody().write(problem);
        });
        var answer = get(nginx.https("/api/v1/profile"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"type\":\"/problems/unavailable\"}");
        assertThat(answer.headers().allValues("Retry-After")).containsExactly("7");
    }

    @Test
    void takesABodyUpToTheLimit() throws Exception {
        var request = HttpRequest.newBuilder(nginx.https("/api/v1/photos"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024]));

        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesABodyPastTheLimit() throws Exception {
        try (var socket = nginx.connectSecurely()) {
            String answer = exchange(socket, "POST /api/v1/photos HTTP/1.1", "Host: localhost", "Content-Length: 10485761");

            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .contains("Content-Type: application/problem+json")
                    .contains("\"type\":\"" + ProblemType.TOO_LARGE.uri() + "\"")
                    .contains("\"title\":\"" + ProblemType.TOO_LARGE.title() + "\"")
                    .contains("\"status\":413,")
                    .containsPattern("\"id\":\"[0-9a-f]{32}\"}$");
        }
        assertThat(upstream.asked()).isEmpty();
    }

    @Test
    void tellsTheApplicationWhoAskedAndNotWhatTheClientClaims() throws Exception {
        send(HttpRequest.newBuilder(nginx.https("/"))
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Proto", "gopher")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Real-IP", "203.0.113.7")
                .header("Forwarded", "for=203.0.113.7")
                .header("X-Request-Id", "chosen"));

        var headers = upstream.lastAsked().headers();
        String authority = nginx.https("/").getAuthority();
        assertThat(headers.get("Host")).containsExactly(authority);
        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("https");
        assertThat(headers.get("X-Forwarded-Host")).containsExactly(authority);
        assertThat(headers.get("X-Request-Id")).singleElement().asString().matches("[0-9a-f]{32}");
        assertThat(headers).doesNotContainKeys("X-real-ip", "Forwarded");
    }

    @Test
    void correctsTheSchemeOfALocation() throws Exception {
        upstream.answer(exchange -> {
            exchange.getResponseHeaders().set("Location", "http://" + exchange.getRequestHeaders().getFirst("Host") + "/sign-in");
            exchange.sendResponseHeaders(303, -1);
        });

        assertThat(get(nginx.https("/")).headers().allValues("Location"))
                .containsExactly(nginx.https("/sign-in").toString());
    }

    @Test
    void refusesTrace() throws Exception {
        var answer = send(HttpRequest.newBuilder(nginx.https("/")).method("TRACE", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(upstream.asked()).isEmpty();
    }

    @Test
    void showsNoVersion() throws Exception {
        assertThat(get(nginx.https("/")).headers().allValues("Server")).containsExactly("nginx");
    }

    @Test
    void logsARequestWithoutWhatIsSecret() throws Exception {
        send(HttpRequest.newBuilder(nginx.https("/api/v1/measurements?metric=hush-query"))
                .header("Authorization", "Bearer hush-token")
                .header("Cookie", "__Host-session=hush-session")
                .header("Referer", "https://localhost/?hush-referrer"));
        String id = upstream.lastAsked().headers().getFirst("X-Request-Id");
        String line = nginx.awaitAccess(each -> each.contains("/api/v1/measurements"));

        assertThat(line)
                .contains("\"path\":\"/api/v1/measurements\"", "\"status\":\"200\"", "\"address\":\"127.0.0.1\"")
                .contains("\"id\":\"" + id + "\"");
        assertThat(nginx.accessLog() + nginx.errorLog()).doesNotContain("hush-");
    }

    @Test
    void logsAFailureWithoutWhatIsSecret() throws Exception {
        get(nginx.https("/static/1.2.3/lost.mjs?hush-query"));
        nginx.awaitAccess(line -> line.contains("/lost.mjs") && line.contains("\"status\":\"404\""));

        assertThat(nginx.accessLog() + nginx.errorLog()).doesNotContain("hush-");
    }

    @Test
    void cutsAClientThatStopsWithinTheHeaders() throws Exception {
        try (var socket = nginx.connectSecurely()) {
            write(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

            assertThat(readAll(socket)).isEmpty();
        }
        assertThat(upstream.asked()).isEmpty();
    }

    @Test
    void cutsAClientThatStopsWithinTheBody() throws Exception {
        try (var socket = nginx.connectSecurely()) {
            write(socket, "POST /api/v1/check-ins HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");

            assertThat(readAll(socket)).doesNotContain(" 200 ");
        }
        assertThat(upstream.asked()).as("a half request never reaches the application").isEmpty();
    }

    @Test
    void hasADefaultForEachSettingAndNoOther() throws Exception {
        assertThat(RunningNginx.settingsInTemplates())
                .containsExactlyInAnyOrderElementsOf(RunningNginx.settings(Path.of("env/nginx.env.example")).keySet());
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertSecurityHeadersOnce(HttpResponse<?> answer) {
        SECURITY_HEADERS.forEach((name, value) ->
                assertThat(answer.headers().allValues(name)).as(name).containsExactly(value));
        for (String name : List.of("Content-Security-Policy", "Permissions-Policy")) {
            assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        }
    }

    private static String exchange(SSLSocket socket, String requestLine, String... headers) throws IOException {
        write(socket, requestLine + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n");
        return readAll(socket);
    }

    private static void write(SSLSocket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Until the other side hangs up, politely or not. */
    private static String readAll(SSLSocket socket) throws IOException {
        var read = new ByteArrayOutputStream();
        try (InputStream in = socket.getInputStream()) {
            in.transferTo(read);
        } catch (SocketException | SSLException reset) {
            return read.toString(StandardCharsets.UTF_8);
        }
        return read.toString(StandardCharsets.UTF_8);
    }
}
