package app.primaryassistant.platform.security;

import static app.primaryassistant.support.Api.assertNothingLeaks;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says to the browser, and what none says to a stranger. */
class SecurityHeadersIT {

    private static final List<String> HEADERS = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "X-XSS-Protection",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Permissions-Policy");

    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/sign-in/, 200",
        "/measurements/, 200",
        "/openapi, 200",
        "/api/v1/auth/state, 200",
        "/api/v1/profile, 401",
        "/api/v1/nothing, 404",
        "/nothing, 404",
    })
    void everyAnswerCarriesEachHeaderOnce(String path, int status) {
        Response response = get(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertHeaders(response);
    }

    @Test
    void everyFileThatAPageAsksForCarriesThemToo() {
        var files = Pattern.compile("(?:href|src)=\"(/static/[^\"#]+)")
                .matcher(get("/sign-in/").asString());

        assertThat(files.results().map(file -> file.group(1)))
                .hasSizeGreaterThan(2)
                .allSatisfy(file -> {
                    Response response = get(file);
                    assertThat(response.statusCode()).isEqualTo(200);
                    assertHeaders(response);
                });
    }

    private static void assertHeaders(Response response) {
        assertThat(HEADERS)
                .allSatisfy(name ->
                        assertThat(response.headers().getValues(name)).as(name).hasSize(1));
        assertThat(response.header("Content-Security-Policy"))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "frame-ancestors 'none'",
                        "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/WEB-INF/classes/META-INF/microprofile-config.properties",
                "/META-INF/openapi.yaml",
                "/static/../WEB-INF/web.xml",
                "/static/%2e%2e/WEB-INF/web.xml",
                "/api/v1/",
                "/api/v1/application.wadl",
                "/api/v1/measurements;a=b/x",
                "/api/v1/metrics/%00/trend",
                "/management/domain",
                "/metrics",
                "/openapi/ui",
            })
    void whatIsNotMeantForAnybodyTellsNothing(String path) {
        Response response = get(path);

        assertThat(response.statusCode()).as(response.asString()).isBetween(400, 404);
        assertNothingLeaks(response);
    }

    @Test
    void noAnswerOfTheApiIsKept() {
        assertThat(Api.signedUp().get("profile").header("Cache-Control")).contains("no-store");
        assertThat(get("/api/v1/profile").header("Cache-Control")).contains("no-store");
    }

    @Test
    void noAnswerNamesTheServer() {
        for (String path : List.of("/", "/api/v1/auth/state", "/api/v1/profile", "/nothing")) {
            assertThat(get(path).headers().hasHeaderWithName("X-Powered-By"))
                    .as(path)
                    .isFalse();
            assertThat(get(path).headers().hasHeaderWithName("Server")).as(path).isFalse();
        }
    }

    private static Response get(String path) {
        return RestAssured.given()
                .baseUri(Application.running().uri().toString())
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(path);
    }
}
