package app.primaryassistant.platform.http;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertNothingLeaks;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.ApiDescription;
import app.primaryassistant.support.ApiDescription.Operation;
import app.primaryassistant.support.ApiDescription.Parameter;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parameter that the OpenAPI document names, with values that no page sends. */
class ParametersIT {

    private static final List<String> NO_DAYS = List.of(
            "-999999999-01-01",
            "-0001-12-31",
            "0000-01-01",
            "1899-12-31",
            "2201-01-01",
            "+10000-01-01",
            "+5874898-01-01",
            "+999999999-12-31");

    private static final List<String> FORGED = List.of(
            "+999999999-12-31 2024-01-01T00:00:00Z %s",
            "-999999999-01-01 2024-01-01T00:00:00Z %s",
            "2024-01-01 -1000000000-01-01T00:00:00Z %s",
            "2024-01-01 +1000000000-12-31T23:59:59.999999999Z %s",
            "2024-01-01 2024-01-01T00:00:00Z 1-1-1-1-1 %s",
            "2147483648 %s a",
            "1 %s a\u0000b",
            "1 1",
            " ",
            "\u0000");

    private static Api anybody = Api.stranger();

    @BeforeAll
    static void signUp() throws SQLException {
        anybody = Api.administrator();
    }

    record Sent(Operation operation, Parameter parameter) {
        @Override
        public String toString() {
            return operation + " ?" + parameter.name();
        }
    }

    static Stream<Sent> days() {
        return parameters()
                .filter(sent -> "date".equals(sent.parameter().schema().get("format")));
    }

    static Stream<Sent> cursors() {
        return parameters().filter(sent -> sent.parameter().name().equals("cursor"));
    }

    static Stream<Sent> parameters() {
        return ApiDescription.operations().stream()
                .flatMap(operation -> operation.parameters().stream()
                        .filter(parameter -> parameter.in().equals("query"))
                        .map(parameter -> new Sent(operation, parameter)));
    }

    @Test
    void thereAreSomeOfEach() {
        assertThat(days()).hasSizeGreaterThan(10);
        assertThat(cursors()).hasSizeGreaterThan(4);
    }

    @ParameterizedTest
    @MethodSource("days")
    void aDayThatTheProgramDoesNotKnowIsInvalidAndNamed(Sent sent) {
        for (String day : NO_DAYS) {
            assertInvalid(send(sent, day), sent.parameter().name());
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void theFirstAndTheLastDayFailNothing(Sent sent) {
        for (Object day : List.of(CivilDay.EARLIEST, CivilDay.LATEST)) {
            assertThat(send(sent, day.toString()).statusCode())
                    .as("%s=%s", sent, day)
                    .isIn(200, 404, 422);
        }
    }

    @ParameterizedTest
    @MethodSource("cursors")
    void aForgedCursorIsRefusedAndNamed(Sent sent) {
        for (String forged : FORGED) {
            String cursor = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(forged.formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
            Response response = send(sent, cursor);

            assertThat(response.statusCode()).as("%s=%s", sent, forged).isIn(400, 422);
            assertThat(response.jsonPath().getList("violations.field", String.class))
                    .containsExactly("cursor");
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void nonsenseFailsNothing(Sent sent) {
        Set<Integer> expected = Set.of(200, 400, 404, 415, 422);
        for (String value :
                List.of("\u0000", "\ud83d", "%", "'\"\\", "-1", "99999999999999999999", "x".repeat(3_000), "")) {
            Response response = send(sent, value);

            assertThat(response.statusCode()).as("%s=%s", sent, value).isIn(expected);
            assertNothingLeaks(response);
        }
    }

    private static Response send(Sent sent, String value) {
        return anybody.request()
                .queryParam(sent.parameter().name(), value)
                .request(sent.operation().method(), sent.operation().examplePath());
    }
}
