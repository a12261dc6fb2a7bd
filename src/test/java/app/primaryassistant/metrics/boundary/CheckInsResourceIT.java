package app.primaryassistant.metrics.boundary;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.number;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day's entry. */
class CheckInsResourceIT {

    private static final String DAY = """
            {"localDate": "2024-03-31", "zone": "Europe/Berlin", "note": "slept well",
             "values": [{"metric": "weight", "value": 185, "unit": "lb"},
                        {"metric": "body-fat", "value": 22.5},
                        {"metric": "systolic", "value": 118},
                        {"metric": "mood", "value": 8}]}
            """;

    private final Api person = Api.signedUp();
    private final String path = "check-ins/" + UUID.randomUUID();

    @Test
    void recordsAllValuesOfADay() {
        Response recorded = person.create(path, DAY);
        Response read = person.get(path);

        assertThat(recorded.statusCode()).isEqualTo(201);
        assertThat("check-ins/" + recorded.path("id")).isEqualTo(path);
        assertThat(recorded.header("Location")).endsWith("/api/v1/" + path);
        assertThat(read.<String>path("note")).isEqualTo("slept well");
        assertThat(read.<String>path("localDate")).isEqualTo("2024-03-31");
        assertThat(read.<String>path("zone")).isEqualTo("Europe/Berlin");
        assertThat(read.<List<String>>path("measurements.metric"))
                .containsExactly("weight", "body-fat", "systolic", "mood");
        assertThat(number(read, "measurements[0].entered.value")).isEqualByComparingTo("185");
        assertThat(read.<String>path("measurements[0].entered.unit")).isEqualTo("lb");
        assertThat(read.<List<String>>path("measurements.checkIn")).containsOnly(recorded.<String>path("id"));
        assertThat(person.get("measurements").<List<String>>path("items.dayNote"))
                .containsOnly("slept well");
    }

    @Test
    void choosesAnIdWhereTheSenderDoesNot() {
        Response recorded = person.post("check-ins", DAY);

        assertThat(recorded.statusCode()).isEqualTo(201);
        assertThat(person.get("check-ins/" + recorded.path("id")).statusCode()).isEqualTo(200);
    }

    @Test
    void mixesOwnAndBuiltInMetrics() {
        person.post("metrics", "{\"name\": \"Grip\", \"unit\": \"kg\", \"low\": 1, \"high\": 200}");

        Response recorded = person.create(path, DAY.replace("\"mood\", \"value\": 8", "\"x-grip\", \"value\": 55"));

        assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
        assertThat(person.get(path).<List<String>>path("measurements.metric")).contains("weight", "x-grip");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "values[1].value  | 22.5            | 5000",
                "values[0].value  | 185             | -10",
                "values[0].unit   | lb              | stone",
                "values[3].metric | mood            | charisma",
                "values[3].value  | \"mood\", \"value\": 8 | \"x-grip\", \"value\": 500",
                "values[3].metric | mood            | x-unknown",
                "values[2].value  | 118             | 118.1234567",
                "localDate        | 2024-03-31      | 1899-12-31",
                "localDate        | 2024-03-31      | 9999-12-31",
                "zone             | Europe/Berlin   | Europe/Atlantis",
                "note             | slept well      | \\u0000",
            })
    void oneWrongValueIsNamedAndNothingIsStored(String field, String good, String bad) throws SQLException {
        person.post("metrics", "{\"name\": \"Grip\", \"unit\": \"kg\", \"low\": 1, \"high\": 200}");

        assertInvalid(person.create(path, DAY.replace(good, bad)), field);

        assertThat(rows("check_in")).isZero();
        assertThat(rows("observation")).isZero();
    }

    @Test
    void severalWrongValuesAreNamedTogether() {
        Response refused = person.create(path, DAY.replace("22.5", "5000").replace("185", "-10"));

        assertInvalid(refused, "values[0].value");
        assertInvalid(refused, "values[1].value");
    }

    @Test
    void anEntryHoldsFromOneToSixtyValues() throws SQLException {
        String value = "{\"metric\": \"weight\", \"value\": 80}";
        String day = "{\"localDate\": \"2024-03-31\", \"values\": [%s]}";

        assertInvalid(person.create(path, day.formatted("")), "values");
        assertInvalid(person.create(path, day.formatted(String.join(",", Collections.nCopies(61, value)))), "values");
        assertThat(rows("observation")).isZero();
        assertThat(person.create(path, day.formatted(String.join(",", Collections.nCopies(60, value))))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void eightRequestsAtOnceRecordOneDay() throws Exception {
        assertThat(Api.atOnce(8, () -> person.create(path, DAY)))
                .containsExactly(201, 412, 412, 412, 412, 412, 412, 412);

        assertThat(rows("check_in")).isEqualTo(1);
        assertThat(rows("observation")).isEqualTo(4);
    }

    @Test
    void aCheckInIsMadeAndNotReplaced() {
        person.create(path, DAY);

        assertProblem(person.create(path, DAY), 412, "precondition-failed");
        assertProblem(person.put(path, DAY), 428, "precondition-required");
    }

    @Test
    void deletesAndRestoresAWholeDay() throws SQLException {
        person.create(path, DAY);

        assertThat(person.delete(path).statusCode()).isEqualTo(204);

        assertProblem(person.get(path), 404, "not-found");
        assertProblem(person.delete(path), 404, "not-found");
        assertThat(person.get("measurements").<List<Object>>path("items")).isEmpty();

        Response restored = person.post(path + "/restoration");

        assertThat(restored.statusCode()).isEqualTo(200);
        assertThat(restored.<List<Object>>path("measurements")).hasSize(4);
        assertThat(person.get(path).asString()).isEqualTo(restored.asString());
        assertThat(rows("observation")).isEqualTo(4);
    }

    @Test
    void whatWasDeletedBeforeTheDayStaysDeletedWhenTheDayIsRestored() {
        person.create(path, DAY);
        person.delete("measurements/" + person.get(path).path("measurements[0].id"));
        person.delete(path);

        Response restored = person.post(path + "/restoration");

        assertThat(restored.<List<String>>path("measurements.metric")).containsExactly("body-fat", "systolic", "mood");
    }

    @Test
    void somebodyElsesDayIsNotThere() {
        Api other = Api.signedUp();
        person.create(path, DAY);

        assertProblem(other.get(path), 404, "not-found");
        assertProblem(other.delete(path), 404, "not-found");
        assertProblem(other.post(path + "/restoration"), 404, "not-found");
        assertThat(other.create(path, DAY.replace("slept well", "mine")).statusCode())
                .isEqualTo(201);

        assertThat(person.get(path).<String>path("note")).isEqualTo("slept well");
        assertThat(person.get(path).<List<Object>>path("measurements")).hasSize(4);
    }

    @Test
    void asksForAnAccountAndARightToWrite() {
        assertProblem(Api.stranger().create(path, DAY), 401, "unauthenticated");
        assertProblem(person.withToken("read").create(path, DAY), 403, "insufficient-scope");
        assertThat(person.withToken("read", "write").create(path, DAY).statusCode())
                .isEqualTo(201);
        assertThat(person.withToken("read").get(path).statusCode()).isEqualTo(200);
    }

    private long rows(String table) throws SQLException {
        return Application.running()
                .database()
                .number("select count(*) from " + table + " where account_id = ?", person.account());
    }
}
