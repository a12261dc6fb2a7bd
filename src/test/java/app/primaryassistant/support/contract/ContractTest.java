package app.primaryassistant.support.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check notices what it is there for. */
class ContractTest {

    private static final String STATE = "{\"setupNeeded\": false, \"registration\": \"open\", \"signedIn\": false}";
    private static final String PROBLEM =
            "{\"type\": \"/problems/x\", \"title\": \"X\", \"status\": 404, \"id\": \"0123456789abcdef0123456789abcdef\"}";
    private static final String EMPTY_PAGE = "{\"items\": []}";
    private static final Map<String, String> BEARER = Map.of("Authorization", "bearer secret");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /api/v1/auth/state                | 200 | application/json         | " + STATE,
                "GET  | /api/v1/auth/state                | 406 | application/problem+json | " + PROBLEM,
                "GET  | /api/v1/auth/state?q=xxx          | 414 | application/problem+json | " + PROBLEM,
                "GET  | /api/v1/nothing                   | 404 | application/problem+json | " + PROBLEM,
                "FOO  | /api/v1/auth/state                | 405 | application/problem+json | " + PROBLEM,
                "GET  | /api/v1/measurements?metric=weight&metric=body-fat | 200 | application/json | " + EMPTY_PAGE,
                "GET  | /api/v1/measurements?metric=weight                 | 200 | application/json | " + EMPTY_PAGE,
                "GET  | /somewhere/else                   | 200 | text/html                | <p>",
            })
    void isSilentAboutWhatTheDocumentSays(String method, String target, int status, String type, String body) {
        assertThatCode(() -> check(method, target, status, Map.of("Content-Type", type), body))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /api/v1/auth/state               | 418 | application/problem+json | " + PROBLEM
                        + " | status 418 not defined",
                "GET    | /api/v1/auth/state               | 500 | application/problem+json | " + PROBLEM
                        + " | status 500 not defined",
                "GET    | /api/v1/auth/state               | 406 | text/html                | <p>       | does not match any allowed types",
                "GET    | /api/v1/auth/state               | 200 | application/json         | {}        | required property 'signedIn' not found",
                "GET    | /api/v1/measurements             | 200 | application/json         | {\"items\": [], \"x\": 1} | 'x' is not defined",
                "GET    | /api/v1/measurements?limit=201   | 200 | application/json         | {\"items\": []} | a maximum value of",
                "GET    | /api/v1/measurements?limit=x     | 200 | application/json         | {\"items\": []} | integer expected",
                "GET    | /api/v1/measurements?x=1         | 200 | application/json         | {\"items\": []} | 'x' is unexpected",
                "GET    | /api/v1/nothing                  | 200 | application/json         | {}        | no such operation",
                "DELETE | /api/v1/auth/state               | 405 | text/html                | <p>       | rather than",
                "POST   | /api/v1/measurements             | 201 | application/json         | {}        | A request body is required",
            })
    void noticesWhatIsNot(String method, String target, int status, String type, String body, String breach) {
        assertThatThrownBy(() -> check(method, target, status, Map.of("Content-Type", type), body))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(breach);
    }

    @Test
    void noticesAHeaderThatIsMissing() {
        assertThatThrownBy(() -> check(
                        "GET", "/api/v1/profile", 401, Map.of("Content-Type", "application/problem+json"), PROBLEM))
                .hasMessageContaining("WWW-Authenticate");
    }

    @Test
    void noticesAnAcceptedRequestOfNobody() {
        var exchange = new Exchange(
                "GET",
                "/api/v1/measurements",
                message(Map.of(), ""),
                200,
                message(Map.of("Content-Type", "application/json"), EMPTY_PAGE));

        assertThatThrownBy(() -> Contract.instance().check(exchange))
                .hasMessageContaining("requires security parameters");
    }

    @Test
    void listsWhatWasNotMet() {
        assertThat(Contract.instance().met().unmet()).contains("503 GET /auth/state");
    }

    private static void check(String method, String target, int status, Map<String, String> answer, String body) {
        Contract.instance().check(new Exchange(method, target, message(BEARER, ""), status, message(answer, body)));
    }

    private static Exchange.Message message(Map<String, String> headers, String body) {
        Map<String, List<String>> values = new HashMap<>();
        headers.forEach((name, value) -> values.put(name, List.of(value)));
        return new Exchange.Message(values, body.getBytes(StandardCharsets.UTF_8));
    }
}
