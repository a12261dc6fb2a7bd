package app.primaryassistant.metrics.boundary;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.number;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.TestClock;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Measurements, one by one, as a timeline and added up. */
class MeasurementsResourceIT {

    private final Api person = Api.signedUp();

    @Test
    void whatWasEnteredIsShownToTheDigit() {
        Response recorded = person.post("measurements", """
                {"metric": "weight", "value": 185, "unit": "lb", "localDate": "2024-03-31",
                 "recordedAt": "2024-03-31T06:30:00.123456Z", "zone": "America/New_York", "note": "after a run 🏃"}
                """);
        Response read = person.get("measurements/" + recorded.path("id"));

        assertThat(recorded.statusCode()).isEqualTo(201);
        assertThat(read.asString()).isEqualTo(recorded.asString());
        assertThat(read.header("ETag")).isEqualTo("\"1\"").isEqualTo(recorded.header("ETag"));
        assertThat(number(read, "entered.value")).isEqualByComparingTo("185");
        assertThat(read.<String>path("entered.unit")).isEqualTo("lb");
        assertThat(number(read, "value")).isEqualByComparingTo("83.914588");
        assertThat(read.<String>path("unit")).isEqualTo("kg");
        assertThat(read.<String>path("localDate")).isEqualTo("2024-03-31");
        assertThat(read.<String>path("recordedAt")).isEqualTo("2024-03-31T06:30:00.123456Z");
        assertThat(read.<String>path("zone")).isEqualTo("America/New_York");
        assertThat(read.<String>path("source")).isEqualTo("typed");
        assertThat(read.<String>path("note")).isEqualTo("after a run 🏃");
    }

    @ParameterizedTest
    @CsvSource({
        "waist, 34.25, in, 0.86995, m",
        "body-temperature, 98.6, °F, 37, °C",
        "blood-glucose, 90, mg/dL, 4.995670, mmol/L",
        "sleep-duration, 450, min, 7.5, h",
        "steps, 12345, steps, 12345, steps",
    })
    void everyUnitComesBackAsItWasEntered(
            String metric, BigDecimal entered, String unit, BigDecimal canonical, String canonicalUnit) {
        Response recorded = person.post("measurements", """
                {"metric": "%s", "value": %s, "unit": "%s", "localDate": "2024-03-31"}
                """.formatted(metric, entered, unit));

        assertThat(number(recorded, "entered.value")).isEqualByComparingTo(entered);
        assertThat(recorded.<String>path("entered.unit")).isEqualTo(unit);
        assertThat(number(recorded, "value")).isEqualByComparingTo(canonical);
        assertThat(recorded.<String>path("unit")).isEqualTo(canonicalUnit);
    }

    @Test
    void aRepeatedCreationCreatesNothingTwice() throws SQLException {
        String path = "measurements/" + UUID.randomUUID();

        Response first = person.create(path, weight("80", "2024-03-31"));
        Response second = person.create(path, weight("81", "2024-03-31"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertProblem(second, 412, "precondition-failed");
        assertThat(number(second, "current.value")).isEqualByComparingTo("80");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void eightCreationsAtOnceMakeOneRow() throws Exception {
        String path = "measurements/" + UUID.randomUUID();

        assertThat(Api.atOnce(8, () -> person.create(path, weight("80", "2024-03-31"))))
                .containsExactly(201, 412, 412, 412, 412, 412, 412, 412);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aChangeNamesTheVersionItMeans() {
        String path = "measurements/" + record("80", "2024-03-31");

        Response changed = person.change(path, "\"1\"", weight("81.5", "2024-03-30"));
        Response late = person.change(path, "\"1\"", weight("79", "2024-03-30"));
        Response blind = person.put(path, weight("79", "2024-03-30"));

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.<String>path("localDate")).isEqualTo("2024-03-30");
        assertProblem(late, 412, "precondition-failed");
        assertThat(number(late, "current.value")).isEqualByComparingTo("81.5");
        assertProblem(blind, 428, "precondition-required");
        assertThat(number(person.get(path), "value")).isEqualByComparingTo("81.5");
    }

    @Test
    void eightChangesOfOneVersionMakeOne() throws Exception {
        String path = "measurements/" + record("80", "2024-03-31");

        assertThat(Api.atOnce(8, () -> person.change(path, "\"1\"", weight("81", "2024-03-31"))))
                .containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
        assertThat(person.get(path).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void theMetricOfAMeasurementStays() {
        String path = "measurements/" + record("80", "2024-03-31");

        assertInvalid(person.change(path, "\"1\"", weight("80", "2024-03-31").replace("weight", "body-fat")), "metric");
    }

    @Test
    void aCorrectionIsHeldToTheSameRange() {
        String path = "measurements/" + record("80", "2024-03-31");

        assertInvalid(person.change(path, "\"1\"", weight("5000", "2024-03-31")), "value");
        assertThat(number(person.get(path), "value")).isEqualByComparingTo("80");
    }

    @Test
    void aDeletionCanBeUndone() {
        String path = "measurements/" + record("80", "2024-03-31");
        String before = person.get(path).path("localDate");

        assertThat(person.delete(path).statusCode()).isEqualTo(204);

        assertProblem(person.get(path), 404, "not-found");
        assertProblem(person.delete(path), 404, "not-found");
        assertThat(person.get("measurements").<List<Object>>path("items")).isEmpty();

        Response restored = person.post(path + "/restoration");

        assertThat(restored.statusCode()).isEqualTo(200);
        assertThat(restored.header("ETag")).isEqualTo("\"3\"");
        assertThat(person.get(path).<String>path("localDate")).isEqualTo(before);
    }

    @Test
    void aStaleDeletionIsRefused() {
        String path = "measurements/" + record("80", "2024-03-31");
        person.change(path, "\"1\"", weight("81", "2024-03-31"));

        Response stale = person.request().header("If-Match", "\"1\"").delete(path);

        assertProblem(stale, 412, "precondition-failed");
        assertThat(person.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void somebodyElsesMeasurementIsNotThere() {
        Api other = Api.signedUp();
        String id = record("80", "2024-03-31");
        String path = "measurements/" + id;

        assertProblem(other.get(path), 404, "not-found");
        assertProblem(other.change(path, "\"1\"", weight("1", "2024-03-31")), 404, "not-found");
        assertProblem(other.change(path, "*", weight("81", "2024-03-31")), 404, "not-found");
        assertProblem(other.delete(path), 404, "not-found");
        assertProblem(other.post(path + "/restoration"), 404, "not-found");
        assertThat(other.get("measurements").<List<Object>>path("items")).isEmpty();
        assertThat(number(person.get(path), "value")).isEqualByComparingTo("80");
    }

    @Test
    void anIdThatSomebodyElseUsesIsFreeAndTellsNothing() {
        Api other = Api.signedUp();
        String path = "measurements/" + record("80", "2024-03-31");

        assertThat(other.create(path, weight("60", "2024-03-30")).statusCode()).isEqualTo(201);

        assertThat(number(other.get(path), "value")).isEqualByComparingTo("60");
        assertThat(number(person.get(path), "value")).isEqualByComparingTo("80");
    }

    @Test
    void eachRowIsVisitedOnceWhileOthersAreAdded() {
        for (int day = 10; day < 20; day++) {
            record("80", "2024-03-" + day);
            record("81", "2024-03-" + day);
        }
        List<String> before = person.get("measurements?limit=200").path("items.id");

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = person.request().queryParam("limit", 3);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("measurements");
            seen.addAll(page.path("items.id"));
            cursor = page.path("next");
            record("90", "2024-04-01");
        } while (cursor != null);

        assertThat(seen).containsExactlyElementsOf(before).hasSize(20);
    }

    @Test
    void theNewestComesFirst() {
        record("80", "2024-03-30");
        record("81", "2024-04-01");
        record("82", "2024-03-31");

        assertThat(person.get("measurements").<List<String>>path("items.localDate"))
                .containsExactly("2024-04-01", "2024-03-31", "2024-03-30");
    }

    @Test
    void filtersByMetricAndDays() {
        record("80", "2024-03-30");
        record("81", "2024-03-31");
        person.post("measurements", weight("20", "2024-03-31").replace("weight", "body-fat"));
        person.post("measurements", weight("60", "2024-03-31").replace("weight", "resting-heart-rate"));
        record("82", "2024-04-01");

        Response response = person.get("measurements?metric=weight&metric=body-fat&from=2024-03-31&to=2024-03-31");

        assertThat(response.<List<String>>path("items.metric")).containsExactlyInAnyOrder("weight", "body-fat");
        assertThat(response.<List<String>>path("items.localDate")).containsOnly("2024-03-31");
        assertThat(response.<String>path("next")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0, 422",
        "limit, 201, 422",
        "limit, ten, 400",
        "from, 2024-02-30, 400",
        "to, x, 400",
        "cursor, x, 400"
    })
    void aQueryParameterThatIsNotValidIsNamed(String name, String value, int status) {
        Response response = person.request().queryParam(name, value).get("measurements");

        assertProblem(response, status, status == 400 ? "malformed" : "invalid");
        assertThat(response.<String>path("violations[0].field")).isEqualTo(name);
        assertThat(response.<String>path("violations[0].in")).isEqualTo("query");
    }

    @Test
    void theWindowsOfTheSummaryIncludeTheirFirstDayAndNothingBefore() {
        record("96", "2023-04-01");
        record("94", "2023-04-02");
        record("92", "2024-01-01");
        record("90", "2024-01-02");
        record("88", "2024-03-01");
        record("86", "2024-03-02");
        record("84", "2024-03-24");
        record("82", "2024-03-25");
        record("80", "2024-03-31");
        record("70", "2024-04-01");

        Response summary = person.get("measurements/summary?on=2024-03-31");

        assertThat(summary.<String>path("on")).isEqualTo("2024-03-31");
        assertThat(summary.<List<String>>path("items.metric")).containsExactly("weight");
        assertThat(number(summary, "items[0].latest")).isEqualByComparingTo("80");
        assertThat(summary.<String>path("items[0].latestOn")).isEqualTo("2024-03-31");
        assertThat(windows(summary))
                .containsExactly(
                        List.of("7", "2", "81"),
                        List.of("30", "4", "83"),
                        List.of("90", "6", "85"),
                        List.of("365", "8", "87"));
    }

    @Test
    void whatWasDeletedDoesNotCount() {
        record("80", "2024-03-31");
        record("82", "2024-03-31");
        person.delete("measurements/" + record("99", "2024-03-30"));

        Response summary = person.get("measurements/summary?on=2024-03-31");

        assertThat(number(summary, "items[0].windows[0].mean")).isEqualByComparingTo("81");
    }

    /** Days, count and mean of each window. */
    private static List<List<String>> windows(Response summary) {
        return IntStream.range(0, 4)
                .mapToObj(window -> Stream.of("days", "count", "mean")
                        .map(figure -> number(summary, "items[0].windows[%d].%s".formatted(window, figure)))
                        .map(number -> number.stripTrailingZeros().toPlainString())
                        .toList())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12", "Europe/Berlin", "Asia/Kathmandu"})
    void todayIsThePersonsOwnDay(String zone) {
        Api traveller = Api.stranger()
                .signedIn(Api.stranger().post("auth/sign-up", """
                                {"name": "%s", "password": "%s", "zone": "%s"}
                                """.formatted(Api.freshName(), Api.PASSWORD, zone)));
        String today = TestClock.today(ZoneId.of(zone)).toString();

        Response recorded = traveller.post("measurements", weight("80", today));
        Response summary = traveller.get("measurements/summary");

        assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
        assertThat(recorded.<String>path("localDate")).isEqualTo(today);
        assertThat(recorded.<String>path("zone")).isEqualTo(zone);
        assertThat(summary.<String>path("on")).isEqualTo(today);
        assertThat(summary.<String>path("items[0].latestOn")).isEqualTo(today);
    }

    /** Minutes before and after the clocks change, and the hour that comes twice. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2024-03-31, 2024-03-30T23:00:00Z",
        "Europe/Berlin, 2024-03-31, 2024-03-31T01:00:00Z",
        "Europe/Berlin, 2024-10-27, 2024-10-26T22:00:00Z",
        "Europe/Berlin, 2024-10-27, 2024-10-27T22:59:59Z",
        "America/New_York, 2024-11-03, 2024-11-04T04:59:59Z",
        "Pacific/Kiritimati, 2024-01-02, 2024-01-01T10:00:00Z",
        "Etc/GMT+12, 2024-01-01, 2024-01-02T11:59:59Z",
    })
    void theDayIsTheOneThePersonNames(String zone, String day, String instant) {
        Response recorded = person.post("measurements", """
                {"metric": "weight", "value": 80, "localDate": "%s", "recordedAt": "%s", "zone": "%s"}
                """.formatted(day, instant, zone));

        Response read = person.get("measurements/" + recorded.path("id"));

        assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
        assertThat(read.<String>path("localDate")).isEqualTo(day);
        assertThat(read.<String>path("recordedAt")).isEqualTo(instant);
        assertThat(read.<String>path("zone")).isEqualTo(zone);
    }

    @Test
    void aDayThatHasNotBegunAnywhereIsRefused() {
        LocalDate latest = TestClock.today(ZoneId.of("Pacific/Kiritimati"));

        assertInvalid(
                person.post("measurements", weight("80", latest.plusDays(1).toString())), "localDate");
    }

    @Test
    void nothingIsRecordedBeforeItHappened() {
        String body = weight("80", "2024-03-31").replace("}", ", \"recordedAt\": \"%s\"}");

        assertInvalid(person.post("measurements", body.formatted("2024-03-29T23:59:59Z")), "recordedAt");
        assertInvalid(
                person.post("measurements", body.formatted(TestClock.now().plus(1, ChronoUnit.HOURS))), "recordedAt");
    }

    @Test
    void asksAStrangerToSignIn() {
        Response response = Api.stranger().get("measurements");

        assertProblem(response, 401, "unauthenticated");
        assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
        assertProblem(Api.stranger().post("measurements", weight("80", "2024-03-31")), 401, "unauthenticated");
    }

    @Test
    void aTokenForReadingRecordsNothing() throws SQLException {
        Api program = person.withToken("read");

        assertProblem(program.post("measurements", weight("80", "2024-03-31")), 403, "insufficient-scope");
        assertProblem(
                program.create("measurements/" + UUID.randomUUID(), weight("80", "2024-03-31")),
                403,
                "insufficient-scope");
        assertThat(program.get("measurements").statusCode()).isEqualTo(200);
        assertThat(rows()).isZero();
    }

    @Test
    void aTokenForWritingNeedsNoOrigin() {
        assertThat(person.withToken("read", "write")
                        .post("measurements", weight("80", "2024-03-31"))
                        .statusCode())
                .isEqualTo(201);
    }

    private String record(String value, String day) {
        Response response = person.post("measurements", weight(value, day));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.path("id");
    }

    private static String weight(String value, String day) {
        return """
               {"metric": "weight", "value": %s, "localDate": "%s"}
               """.formatted(value, day);
    }

    private long rows() throws SQLException {
        return Application.running()
                .database()
                .number("select count(*) from observation where account_id = ?", person.account());
    }
}
