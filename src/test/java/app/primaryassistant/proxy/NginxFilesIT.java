package app.primaryassistant.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.RequiresProgram;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Nginx serves by itself, and what nobody gets to see. */
@RequiresProgram({"nginx", "busybox"})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NginxFilesIT {

    private static final Map<String, String> SECURITY_HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "X-XSS-Protection", "0",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Strict-Transport-Security", "max-age=63072000");

    @AutoClose
    private static Door door;

    @RegisterExtension
    static final AfterTestExecutionCallback LOGS_OF_FAILURES =
            context -> context.getExecutionException().ifPresent(failure -> context.publishReportEntry(door.logs()));

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        door = Door.open(Map.of());
        Path version = Files.createDirectory(door.nginx().staticFiles().resolve("1.2.3"));
        Files.writeString(version.resolve("app.mjs"), "export const answer = 42;\n");
        Files.writeString(version.resolve(".env"), "SECRET=1\n");
        Files.writeString(version.resolve("style.css"), "body { color: black }\n");
        try (var out = new GZIPOutputStream(Files.newOutputStream(version.resolve("style.css.gz")))) {
            out.write("body{color:black}".getBytes(StandardCharsets.US_ASCII));
        }
        Files.writeString(door.nginx().uploads().resolve("0192-photo"), "a photo");
    }

    @BeforeEach
    void forget() {
        door.forget();
    }

    @Test
    void servesVersionedFilesForGood() throws Exception {
        var answer = door.get("/static/1.2.3/app.mjs");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("export const answer = 42;\n");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/javascript; charset=utf-8");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("public, max-age=2592000, immutable");
        assertSecurityHeadersOnce(answer);
        assertThat(door.upstream().asked()).isEmpty();
    }

    @Test
    void servesThePrecompressedFileToWhoTakesIt() throws Exception {
        var request = door.request("/static/1.2.3/style.css").header("Accept-Encoding", "gzip");
        var answer = door.client().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding");
        assertThat(answer.body())
                .isEqualTo(Files.readAllBytes(door.nginx().staticFiles().resolve("1.2.3/style.css.gz")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/1.2.3/none.mjs", "/static/", "/static/1.2.3/.env", "/.git/config", "/uploads/0192-photo",
                        "/api/v1;a=b/auth/sign-in",
                "/api/v1/auth%3ba=b/sign-in", "/metrics", "/metrics/", "/metrics/application", "//metrics",
                        "/x/../metric%73"
            })
    void findsNothing(String path) throws Exception {
        var answer = door.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.body()).doesNotContainIgnoringCase("nginx").doesNotContain("<");
        assertSecurityHeadersOnce(answer);
        assertThat(door.upstream().asked()).isEmpty();
    }

    @Test
    void servesAnUploadThatTheApplicationReleases() throws Exception {
        door.upstream().answer(exchange -> {
            exchange.getResponseHeaders().set("X-Accel-Redirect", "/uploads/0192-photo");
            exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
            exchange.sendResponseHeaders(200, -1);
        });
        var answer = door.get("/photos/0192");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("a photo");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("image/jpeg");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, max-age=604800");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "sandbox"));
        assertSecurityHeadersOnce(answer);
    }

    @Test
    void leavesTheCachingOfAnUploadToTheApplicationIfItSaysSo() throws Exception {
        door.upstream().answer(exchange -> {
            exchange.getResponseHeaders().set("X-Accel-Redirect", "/uploads/0192-photo");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, -1);
        });

        assertThat(door.get("/photos/0192").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    private static void assertSecurityHeadersOnce(HttpResponse<?> answer) {
        SECURITY_HEADERS.forEach((name, value) ->
                assertThat(answer.headers().allValues(name)).as(name).containsExactly(value));
        for (String name : List.of("Content-Security-Policy", "Permissions-Policy")) {
            assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        }
    }
}
