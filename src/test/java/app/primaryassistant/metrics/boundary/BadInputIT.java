package app.primaryassistant.metrics.boundary;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people, programs and attackers send that cannot be recorded. After each of it there is no row. */
class BadInputIT {

    private static final String GOOD = """
            {"metric": "weight", "value": 80.25, "unit": "kg", "localDate": "2024-03-31", "zone": "UTC", "note": "fine"}
            """;

    private final Api person = Api.signedUp();

    @AfterEach
    void nothingIsStored() throws SQLException {
        assertThat(Application.running()
                        .database()
                        .number("select count(*) from observation where account_id = ?", person.account()))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80.25        | NaN",
                "80.25        | Infinity",
                "80.25        | 080.25",
                "80.25        | \"80.25\" 1",
                "80.25        | eighty",
                "80.25        | true",
                "80.25        | [80.25]",
                "\"weight\"   | {\"key\": \"weight\"}",
                "2024-03-31   | 2024-02-30",
                "2024-03-31   | 2023-02-29",
                "2024-03-31   | 31.03.2024",
                "2024-03-31   | 2024-03-31T00:00:00Z",
                "2024-03-31   | +12024-03-31x",
                "\"unit\"     | \"units\"",
                "\"fine\"}    | \"fine\", \"accountId\": \"somebody\"}",
                "}            | ''",
                "}            | } x",
                "}            | }}",
                "}            | } {}",
                "\"unit\"     | \"value\": 81, \"unit\"",
                "{            | [",
            })
    void whatIsNotTheJsonAskedForIsMalformed(String good, String bad) {
        assertProblem(person.post("measurements", GOOD.replace(good, bad)), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "\"1\"", "true", "1e999999999", "1e-999999999"})
    void whatIsNoWholeNumberIsMalformedWhereOneIsMeant(String decimals) {
        Response response =
                person.post("metrics", "{\"name\": \"Grip\", \"unit\": \"kg\", \"decimals\": %s}".formatted(decimals));

        assertProblem(response, 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "42", "\"text\"", "{\"metric\"", "\u0000", "<measurement/>"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        Response response = person.post("measurements", body);

        assertThat(response.statusCode()).as(response.asString()).isIn(400, 422);
        assertProblem(response, response.statusCode(), response.statusCode() == 400 ? "malformed" : "invalid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "value     | 80.25      | -10",
                "value     | 80.25      | 0",
                "value     | 80.25      | 5000",
                "value     | 80.25      | 1e999999999",
                "value     | 80.25      | 1e-999999999",
                "value     | 80.25      | 80.1234567",
                "value     | 80.25      | 123456789",
                "value     | 80.25      | null",
                "metric    | \"weight\" | null",
                "metric    | weight     | charisma",
                "metric    | weight     | \\u0000",
                "unit      | kg         | stone",
                "unit      | kg         | cm",
                "localDate | 2024-03-31 | 9999-12-31",
                "localDate | 2024-03-31 | 1899-12-31",
                "localDate | 2024-03-31 | -0001-01-01",
                "localDate | \"2024-03-31\" | null",
                "zone      | UTC        | Mars/Olympus",
                "note      | fine       | a \\u0000 in it",
                "note      | fine       | a \\ud800 in it",
                "note      | fine       | a \\udc00 in it",
                "note      | fine       | a \\u001b[31m in it",
            })
    void whatCannotBeTrueIsInvalidAndNamed(String field, String good, String bad) {
        assertInvalid(person.post("measurements", GOOD.replace(good, bad)), field);
    }

    @Test
    void anAnswerNeverRepeatsWhatWasEntered() {
        String secret = "4711.4711";

        assertThat(person.post("measurements", GOOD.replace("80.25", secret)).asString())
                .doesNotContain("4711");
        assertThat(person.post("measurements", GOOD.replace("80.25", "\"x4711\""))
                        .asString())
                .doesNotContain("4711");
        assertThat(person.post("measurements", GOOD.replace("weight", "x4711")).asString())
                .doesNotContain("4711");
        assertThat(person.post("measurements", GOOD.replace("2024-03-31", "4711-13-01"))
                        .asString())
                .doesNotContain("4711");
        assertThat(person.get("measurements?from=4711-13-01").asString()).doesNotContain("4711");
    }

    @Test
    void aNumberOfAMillionDigitsIsTooLarge() {
        assertProblem(person.post("measurements", GOOD.replace("80.25", "8".repeat(1_000_000))), 413, "too-large");
    }

    @Test
    void aNumberOfTwoHundredThousandDigitsIsRefusedQuickly() {
        Response response = person.post("measurements", GOOD.replace("80.25", "8".repeat(200_000)));

        assertThat(response.statusCode()).as(response.asString()).isIn(400, 422);
        assertThat(response.time()).isLessThan(3_000);
    }

    @Test
    void aNoteOfNineMegabytesIsTooLargeAnnouncedOrNot() {
        String body = GOOD.replace("fine", "x".repeat(9_000_000));

        assertProblem(person.post("measurements", body), 413, "too-large");
        assertProblem(
                person.request()
                        .body(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                        .post("measurements"),
                413,
                "too-large");
    }

    @Test
    void aNoteOverItsLengthIsInvalid() {
        assertInvalid(person.post("measurements", GOOD.replace("fine", "x".repeat(2_001))), "note");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"metric\":", "{\"metric\":["})
    void jsonNestedAHundredThousandDeepIsMalformed(String opening) {
        Response response = person.post("measurements", opening.repeat(100_000));

        assertThat(response.statusCode()).as(response.asString()).isIn(400, 413);
        assertThat(person.get("profile").statusCode()).isEqualTo(200);
    }

    @Test
    void anotherContentTypeIsNotUnderstood() {
        for (String type :
                List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data")) {
            Response response = RestAssured.given()
                    .config(RestAssured.config()
                            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.TEXT)))
                    .baseUri(person.origin() + "/api/v1/")
                    .headers(person.headers())
                    .contentType(type)
                    .body(GOOD)
                    .post("measurements");

            assertProblem(response, 415, "unsupported-media-type");
        }
    }

    @Test
    void anotherAcceptOrMethodIsRefused() {
        assertProblem(person.request().accept("text/csv").get("measurements"), 406, "not-acceptable");
        assertProblem(person.request().body(GOOD).patch("measurements"), 405, "method-not-allowed");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] body = GOOD.replace("fine", "f\u00fcnf").getBytes(StandardCharsets.ISO_8859_1);

        assertInvalid(person.request().body(body).post("measurements"), "note");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-id", "00000000-0000-0000-0000-000000000000", "1-1-1-1-1", "%00", "..%2f..%2fprofile"})
    void anUnknownIdIsNotThere(String id) {
        for (String path : List.of("measurements/", "check-ins/")) {
            Response response = person.request().urlEncodingEnabled(false).get(path + id);

            assertThat(response.statusCode()).as(response.asString()).isIn(400, 404);
        }
    }

    @Test
    void aForeignOriginRecordsNothing() {
        String cookie = person.header("Cookie");

        for (String origin :
                List.of("https://evil.example", "null", "", person.origin() + ".evil.example", "http://localhost:1")) {
            Api foreign = person.with(Map.of("Cookie", cookie, "Origin", origin));

            assertProblem(foreign.post("measurements", GOOD), 403, "foreign-origin");
            assertProblem(foreign.create("measurements/" + UUID.randomUUID(), GOOD), 403, "foreign-origin");
        }
    }
}
