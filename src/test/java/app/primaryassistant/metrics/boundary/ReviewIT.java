package app.primaryassistant.metrics.boundary;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.number;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked about values before they are saved. */
class ReviewIT {

    private static final String SOME_ID = UUID.randomUUID().toString();

    private final Api person = Api.signedUp();

    @BeforeEach
    void weighDaily() {
        for (int day = 1; day <= 9; day++) {
            record("69.%d".formatted(day), "2024-03-%02d".formatted(day));
        }
    }

    @Test
    void aValueFarFromOnesOwnIsUnusualAndWhatWasMeantIsGuessed() {
        Response review = review(SOME_ID, "2024-03-10", "6.94");

        assertThat(review.<List<String>>path("items.metric")).containsExactly("weight");
        assertThat(number(review, "items[0].unusual.typical")).isEqualByComparingTo("69.5");
        assertThat(number(review, "items[0].unusual.low"))
                .isBetween(
                        number(review, "items[0].unusual.typical").negate(),
                        number(review, "items[0].unusual.typical"));
        assertThat(number(review, "items[0].unusual.meant.value")).isEqualByComparingTo("69.4");
        assertThat(review.<String>path("items[0].unusual.meant.unit")).isEqualTo("kg");
        assertThat(review.<List<Object>>path("items[0].earlier")).isEmpty();
    }

    @Test
    void anOrdinaryFirstValueOfItsDayIsNotWorthAWord() {
        assertThat(review(SOME_ID, "2024-03-10", "69.4").<List<Object>>path("items"))
                .isEmpty();
        assertThat(review(SOME_ID, "2020-01-01", "96.4").<List<Object>>path("items"))
                .isEmpty();
    }

    @Test
    void whereNothingOfOnesOwnIsKnownAnAdultsRangeSaysWhatIsUnusual() {
        Response review = review(SOME_ID, "2020-01-01", "6.94");

        assertThat(review.<Object>path("items[0].unusual.typical")).isNull();
        assertThat(number(review, "items[0].unusual.low")).isEqualByComparingTo("30");
        assertThat(number(review, "items[0].unusual.meant.value")).isEqualByComparingTo("69.4");
    }

    @Test
    void aSecondValueOfADaySaysWhatTheFirstWas() {
        String id = record("153.5", "lb", "2024-03-10");

        Response review = review(SOME_ID, "2024-03-10", "69.4");

        assertThat(review.<Object>path("items[0].unusual")).isNull();
        assertThat(number(review, "items[0].earlier[0].entered.value")).isEqualByComparingTo("153.5");
        assertThat(review.<String>path("items[0].earlier[0].entered.unit")).isEqualTo("lb");
        assertThat(review(id, "2024-03-10", "69.4").<List<Object>>path("items"))
                .as("its own earlier try")
                .isEmpty();
    }

    @Test
    void whatAnEarlierTryOfTheSameCheckInSavedDoesNotCount() {
        String checkIn = person.post("check-ins", """
                        {"localDate": "2024-03-10", "values": [{"metric": "weight", "value": 69.4}]}
                        """).path("id");

        assertThat(review(checkIn, "2024-03-10", "69.4").<List<Object>>path("items"))
                .isEmpty();
        assertThat(review(SOME_ID, "2024-03-10", "69.4").<List<Object>>path("items"))
                .hasSize(1);
    }

    @Test
    void itIsNoReasonToRefuse() {
        assertThat(person.post("measurements", weight("6.94", "kg", "2024-03-10"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void anOwnMetricIsAskedAboutWhereADecimalPointIsLost() {
        person.post("metrics", "{\"name\": \"Grip\", \"unit\": \"lb\", \"decimals\": 1}");
        for (int day = 1; day <= 5; day++) {
            person.post(
                    "measurements",
                    "{\"metric\": \"x-grip\", \"value\": 55, \"localDate\": \"2024-03-0%d\"}".formatted(day));
        }

        Response review = person.post("measurements/review", body(SOME_ID, "2024-03-10", "x-grip", "550"));

        assertThat(number(review, "items[0].unusual.meant.value")).isEqualByComparingTo("55");
        assertThat(person.post("measurements/review", body(SOME_ID, "2024-03-10", "x-grip", "110"))
                        .<List<Object>>path("items"))
                .isEmpty();
    }

    @Test
    void somebodyElsesValuesSayNothing() {
        assertThat(Api.signedUp()
                        .post("measurements/review", body(SOME_ID, "2024-03-10", "weight", "96.4"))
                        .<List<Object>>path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"charisma, 5, values[0].metric", "weight, 6940, values[0].value", "x-grip, 5, values[0].metric"})
    void whatCannotBeSavedIsNotReviewed(String metric, String value, String field) {
        assertInvalid(person.post("measurements/review", body(SOME_ID, "2024-03-10", metric, value)), field);
    }

    @Test
    void aReviewIsOfSomething() {
        assertInvalid(
                person.post(
                        "measurements/review",
                        "{\"id\": \"%s\", \"localDate\": \"2024-03-10\", \"values\": []}".formatted(SOME_ID)),
                "values");
        assertInvalid(
                person.post(
                        "measurements/review",
                        "{\"localDate\": \"2024-03-10\", \"values\": [{\"metric\": \"weight\", \"value\": 70}]}"),
                "id");
    }

    @Test
    void asksForAnAccountAndARightToRead() {
        String wanted = body(SOME_ID, "2024-03-10", "weight", "6.94");
        assertProblem(Api.stranger().post("measurements/review", wanted), 401, "unauthenticated");
        assertThat(person.withToken("read").post("measurements/review", wanted).statusCode())
                .isEqualTo(200);
    }

    private Response review(String id, String day, String value) {
        Response review = person.post("measurements/review", body(id, day, "weight", value));
        assertThat(review.statusCode()).as(review.asString()).isEqualTo(200);
        return review;
    }

    private static String body(String id, String day, String metric, String value) {
        return """
               {"id": "%s", "localDate": "%s", "values": [{"metric": "%s", "value": %s}]}
               """.formatted(id, day, metric, value);
    }

    private String record(String value, String day) {
        return record(value, "kg", day);
    }

    private String record(String value, String unit, String day) {
        Response recorded = person.post("measurements", weight(value, unit, day));
        assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
        return recorded.path("id");
    }

    private static String weight(String value, String unit, String day) {
        return """
               {"metric": "weight", "value": %s, "unit": "%s", "localDate": "%s"}
               """.formatted(value, unit, day);
    }
}
