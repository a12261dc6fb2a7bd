package app.primaryassistant.platform.http;

import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.RawHttp;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no proper request is answered by the program, in its own form, and not by the server with a page of its own. */
class MalformedRequestsIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST  | /api/v1/auth/sign-in    | Content-Type: x                              | 400 | malformed",
                "POST  | /api/v1/auth/sign-in    | Content-Type: application/json;charset=\"    | 400 | malformed",
                "POST  | /api/v1/auth/sign-in    | Content-Type: application/json, text/plain   | 400 | malformed",
                "GET   | /api/v1/auth/state      | Content-Type: nonsense                       | 400 | malformed",
                "GET   | /api/v1/auth/state      | Accept: ;;;                                  | 400 | malformed",
                "GET   | /api/v1/auth/state      | Accept: */*;q=abc                            | 400 | malformed",
                "GET   | /api/v1/auth/state      | Accept: nonsense                             | 406 | not-acceptable",
                "FOO   | /api/v1/auth/state      | X-A: b                                       | 405 | method-not-allowed",
                "TRACE | /api/v1/auth/state      | X-A: b                                       | 405 | method-not-allowed",
                "TRACE | /api/v1/nothing         | X-A: b                                       | 405 | method-not-allowed",
                "GET   | /api/v1/nothing         | X-A: b                                       | 404 | not-found",
                "GET   | /api/v2/auth/state      | X-A: b                                       | 404 | not-found",
                "GET   | /api                    | X-A: b                                       | 404 | not-found",
                "GET   | /api/                   | X-A: b                                       | 404 | not-found",
                "GET   | /api;x/v1/auth/state    | X-A: b                                       | 404 | not-found",
                "GET   | /api/v1/..%2f..%2fx     | X-A: b                                       | 404 | not-found",
                "GET   | /api/v1/measurements?from=%zz | Accept: application/json               | 401 | unauthenticated",
            })
    void underTheApiEveryAnswerIsAProblemDocument(String method, String path, String header, int status, String type)
            throws IOException {
        RawHttp.Answer answer = request(method, path, header);

        assertIsProblem(answer, status, type);
    }

    @Test
    void anAddressOfNineThousandCharactersIsTooLong() throws IOException {
        assertIsProblem(request("GET", "/api/v1/auth/state?q=" + "x".repeat(9_000), "X-A: b"), 414, "address-too-long");
        assertThat(request("GET", "/?q=" + "x".repeat(9_000), "X-A: b").status())
                .isEqualTo(414);
        assertThat(request("GET", "/?q=" + "x".repeat(7_000), "X-A: b").status())
                .isEqualTo(200);
        assertThat(request("GET", "/api/v1/exercises?q=" + "x".repeat(7_000), "X-A: b")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "FOO, /",
        "TRACE, /",
        "PUT, /",
        "DELETE, /sign-in/",
        "FOO, /openapi",
        "POST, /openapi",
        "DELETE, /nothing"
    })
    void elsewhereAPersonIsToldInOneSentence(String method, String path) throws IOException {
        RawHttp.Answer answer = request(method, path, "X-A: b");

        assertThat(answer.status()).isBetween(403, 501);
        assertNobodyIsNamed(answer);
    }

    @Test
    void whatIsNotThereIsAPage() {
        Response response = RestAssured.get(Application.running().uri().resolve("/nothing"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.contentType()).startsWith("text/html");
        assertThat(response.asString()).contains("<h1");
        assertThat(RestAssured.get(Application.running().uri().resolve("/error"))
                        .statusCode())
                .isEqualTo(404);
    }

    /** What the server refuses before the program sees it has no body, and no name either. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/measurements/%00 HTTP/1.1\nHost: localhost",
                "GET /api/v1/..%5c..%5cprofile HTTP/1.1\nHost: localhost",
                "GET /api/v1/measurements/%ff%fe HTTP/1.1\nHost: localhost",
                "GET /api/v1/auth/state HTTP/1.1\nX-A: b",
                "GET /api/v1/auth/state HTTP/1.1\nHost: localhost\nX-A: \u0001",
                "GET /api/v1/auth/state HTTP/9.9\nHost: localhost",
                "POST /api/v1/auth/sign-in HTTP/1.1\nHost: localhost\nContent-Length: abc",
            })
    void noAnswerNamesTheServer(String request) throws IOException {
        RawHttp.Answer answer = RawHttp.send(request + "\nConnection: close\n\n");

        assertThat(answer.status()).as(answer.text()).isBetween(400, 505);
        assertNobodyIsNamed(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account", "/programs?a=b", "/sign-in"})
    void aDirectoryIsNotLookedForAtTheHostThatTheClientNames(String path) throws IOException {
        RawHttp.Answer answer = RawHttp.send(
                "GET %s HTTP/1.1\nHost: evil.example\nX-Forwarded-Host: evil.example\nConnection: close\n\n"
                        .formatted(path));

        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.headers("Location"))
                .containsExactly(path.contains("?") ? path.replace("?", "/?") : path + "/");
        assertThat(answer.text()).doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
    void theSchemeOfATokenMayBeWrittenInAnyCase(String scheme) {
        Api person = Api.signedUp();
        String header = person.withToken("read").header("Authorization").replaceFirst("Bearer", scheme);

        assertThat(person.with(Map.of("Authorization", header)).get("profile").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theSchemeOfTheOriginCounts() {
        Api person = Api.signedUp();
        var headers = Map.of(
                "Cookie", person.header("Cookie"), "Origin", person.origin().replace("http:", "https:"));

        assertProblem(person.with(headers).post("auth/sign-out"), 403, "foreign-origin");
        assertThat(person.get("profile").statusCode()).isEqualTo(200);
    }

    @Test
    void theDocumentIsOneWithAndWithoutASlash() {
        Response with = RestAssured.get(Application.running().uri().resolve("/openapi/"));
        Response without = RestAssured.get(Application.running().uri().resolve("/openapi"));

        assertThat(with.statusCode()).isEqualTo(200);
        assertThat(with.contentType()).isEqualTo(without.contentType());
        assertThat(with.asString()).isEqualTo(without.asString());
    }

    private static RawHttp.Answer request(String method, String path, String header) throws IOException {
        return RawHttp.send("%s %s HTTP/1.1\nHost: localhost\n%s\nContent-Length: 0\nConnection: close\n\n"
                .formatted(method, path, header));
    }

    private static void assertIsProblem(RawHttp.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers("Content-Type")).containsExactly("application/problem+json");
        assertThat(answer.headers("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers("X-Request-Id")).hasSize(1);
        assertThat(answer.body())
                .contains(
                        "\"type\":\"/problems/" + type + "\"",
                        answer.headers("X-Request-Id").getFirst());
        assertNobodyIsNamed(answer);
    }

    private static void assertNobodyIsNamed(RawHttp.Answer answer) {
        assertThat(answer.headers("Server")).isEmpty();
        assertThat(answer.headers("X-Powered-By")).isEmpty();
        assertThat(answer.text())
                .doesNotContainIgnoringCase("payara")
                .doesNotContainIgnoringCase("grizzly")
                .doesNotContain("<title>Error");
    }
}
