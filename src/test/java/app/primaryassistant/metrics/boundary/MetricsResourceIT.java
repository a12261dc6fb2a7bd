package app.primaryassistant.metrics.boundary;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.number;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue, trends and the figures of the body. */
class MetricsResourceIT {

    private static final String GRIP = """
            {"name": "Grip strength, left", "unit": "kg", "low": 1, "high": 200, "decimals": 1}
            """;

    private final Api person = Api.signedUp();

    @Test
    void theCatalogueBeginsWithTheBuiltInMetrics() {
        person.post("metrics", GRIP);

        Response catalogue = person.get("metrics");

        assertThat(catalogue.<List<String>>path("items.key"))
                .startsWith("weight", "body-fat")
                .contains("waist", "systolic", "diastolic", "hrv", "vo2max", "steps")
                .endsWith("x-grip-strength-left");
        assertThat(number(catalogue, "items[0].units.find { it.unit == 'lb' }.factor"))
                .isEqualByComparingTo("0.45359237");
    }

    @Test
    void eightCreationsOfOneNameMakeOneMetric() throws Exception {
        assertThat(Api.atOnce(8, () -> person.post("metrics", GRIP)))
                .containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        assertThat(metrics()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name     | Grip strength, left | ' '",
                "name     | Grip strength, left | \\ud83d",
                "name     | Grip strength, left | weight",
                "unit     | kg                  | a unit of over twenty letters",
                "high     | 200                 | 1",
                "low      | \"low\": 1          | \"low\": 1234567890",
                "decimals | \"decimals\": 1     | \"decimals\": 5",
            })
    void aFieldThatIsNotValidIsNamed(String field, String good, String bad) throws SQLException {
        assertInvalid(person.post("metrics", GRIP.replace(good, bad)), field);

        assertThat(metrics()).isZero();
    }

    @Test
    void aNameWithoutLatinLettersStillGetsAKey() {
        Response created = person.post("metrics", GRIP.replace("Grip strength, left", "握力"));

        assertThat(created.statusCode()).isEqualTo(201);
        String key = created.path("key");
        assertThat(key).startsWith("x-");
        assertThat(person.post("measurements", measured(key, "40", "2024-03-31"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aMetricWithoutARangeTakesWhatCanBeStored() {
        person.post("metrics", "{\"name\": \"Balance\", \"unit\": \"\"}");

        assertThat(person.post("measurements", measured("x-balance", "-99999998.999999", "2024-03-31"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void onlyAMetricWithoutRecordsCanBeRemoved() {
        person.post("metrics", GRIP);
        String id = person.post("measurements", measured("x-grip-strength-left", "55", "2024-03-31"))
                .path("id");

        assertProblem(person.delete("metrics/x-grip-strength-left"), 409, "conflict");
        person.delete("measurements/" + id);
        assertProblem(person.delete("metrics/x-grip-strength-left"), 409, "conflict");
        assertThat(person.post("measurements/" + id + "/restoration").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anUnusedMetricCanBeRemoved() {
        person.post("metrics", GRIP);

        assertThat(person.delete("metrics/x-grip-strength-left").statusCode()).isEqualTo(204);

        assertProblem(person.delete("metrics/x-grip-strength-left"), 404, "not-found");
        assertProblem(person.delete("metrics/weight"), 404, "not-found");
    }

    @Test
    void somebodyElsesMetricIsNotThere() {
        Api other = Api.signedUp();
        person.post("metrics", GRIP);

        assertThat(other.get("metrics").<List<String>>path("items.key")).doesNotContain("x-grip-strength-left");
        assertProblem(other.get("metrics/x-grip-strength-left/trend"), 404, "not-found");
        assertProblem(other.delete("metrics/x-grip-strength-left"), 404, "not-found");
        assertInvalid(other.post("measurements", measured("x-grip-strength-left", "55", "2024-03-31")), "metric");
        assertThat(other.post("metrics", GRIP).statusCode()).isEqualTo(201);
    }

    @Test
    void theTrendHoldsAPointForEachDayAndExplainsItself() {
        for (int day = 1; day <= 20; day++) {
            person.post("measurements", measured("weight", Integer.toString(100 - day), "2024-03-%02d".formatted(day)));
        }
        person.post("measurements", measured("weight", "101", "2024-03-01"));

        Response trend = person.get("metrics/weight/trend?from=2024-03-01&to=2024-03-20");

        assertThat(trend.statusCode()).isEqualTo(200);
        assertThat(trend.<String>path("unit")).isEqualTo("kg");
        assertThat(trend.<List<Object>>path("points")).hasSize(20);
        assertThat(trend.<List<Object>>path("trend")).hasSize(20);
        assertThat(number(trend, "points[0].value")).isEqualByComparingTo("100");
        assertThat(trend.<Object>path("points[0].count")).hasToString("2");
        assertThat(number(trend, "trend[19].value"))
                .isBetween(number(trend, "trend[19].low"), number(trend, "trend[19].high"));
        assertThat(trend.<String>path("smoothing.formula")).isNotBlank();
        assertThat(trend.<String>path("smoothing.source")).isNotBlank();
        assertThat(number(trend, "rate.value")).isBetween(new BigDecimal("-7.5"), new BigDecimal("-6.5"));
        assertThat(number(trend, "rate.low")).isLessThanOrEqualTo(number(trend, "rate.high"));
        assertThat(trend.<String>path("rate.explanation.formula")).isNotBlank();
    }

    @Test
    void aSpanIsReckonedWithTheDaysBeforeItAndTellsOnlyOfItself() {
        for (int day = 1; day <= 28; day++) {
            person.post(
                    "measurements", measured("weight", Double.toString(80 - day / 4.0), "2024-02-%02d".formatted(day)));
            person.post("measurements", measured("weight", "73", "2024-03-%02d".formatted(day)));
        }

        Response month = person.get("metrics/weight/trend?from=2024-03-01&to=2024-03-28");
        Response both = person.get("metrics/weight/trend?from=2024-02-01&to=2024-03-28");

        assertThat(month.<List<String>>path("points.date")).hasSize(28).startsWith("2024-03-01");
        assertThat(month.<Object>path("trend[0]")).isEqualTo(both.path("trend[28]"));
        assertThat(number(both, "change.value"))
                .isEqualByComparingTo(number(both, "trend[55].value").subtract(number(both, "trend[0].value")));
        assertThat(number(both, "change.high")).isNegative();
        assertThat(number(both, "rate.value")).isBetween(new BigDecimal("-0.95"), new BigDecimal("-0.8"));
        assertThat(both.<Object>path("recent.value")).isEqualTo(month.path("change.value"));
    }

    @Test
    void aTrendOfNothingSaysWhyThereIsNoRate() {
        Response trend = person.get("metrics/weight/trend");

        assertThat(trend.<List<Object>>path("points")).isEmpty();
        assertThat(trend.<Object>path("rate.value")).isNull();
        assertThat(trend.<String>path("rate.missing")).isNotBlank();
        assertProblem(person.get("metrics/charisma/trend"), 404, "not-found");
        assertProblem(person.get("metrics/weight/trend?from=yesterday"), 400, "malformed");
    }

    @Test
    void theFiguresOfTheBodyAreComputedOrSayWhatIsMissing() {
        Response missing = person.get("body-composition");
        person.change("profile", "\"1\"", """
                {"displayName": "Ann", "zone": "UTC", "locale": "en-GB",
                 "units": {"mass": "kg", "length": "cm", "temperature": "°C", "glucose": "mmol/L"},
                 "birthDate": "1990-01-01", "height": 2, "sexAtBirth": "female"}
                """);
        person.post("measurements", measured("weight", "80", "2024-03-31"));
        person.post("measurements", measured("body-fat", "25", "2024-03-30"));

        Response figures = person.get("body-composition?on=2024-03-31");

        assertThat(missing.<List<Object>>path("items.missing")).hasSize(6).doesNotContainNull();
        assertThat(figures.<List<String>>path("items.explanation.formula"))
                .hasSize(6)
                .doesNotContainNull();
        assertThat(figure(figures, "bmi")).isEqualByComparingTo("20");
        assertThat(figure(figures, "fat-mass")).isEqualByComparingTo("20");
        assertThat(figure(figures, "lean-mass")).isEqualByComparingTo("60");
    }

    private static BigDecimal figure(Response figures, String key) {
        return number(figures, "items.find { it.key == '%s' }.value".formatted(key));
    }

    @Test
    void asksForAnAccountAndARightToWrite() {
        assertProblem(Api.stranger().get("metrics"), 401, "unauthenticated");
        assertProblem(Api.stranger().get("body-composition"), 401, "unauthenticated");
        assertProblem(person.withToken("read").post("metrics", GRIP), 403, "insufficient-scope");
        assertProblem(person.withToken("read").delete("metrics/x-a"), 403, "insufficient-scope");
        assertThat(person.withToken("read").get("metrics/weight/trend").statusCode())
                .isEqualTo(200);
    }

    private static String measured(String metric, String value, String day) {
        return """
               {"metric": "%s", "value": %s, "localDate": "%s"}
               """.formatted(metric, value, day);
    }

    private long metrics() throws SQLException {
        return Application.running()
                .database()
                .number("select count(*) from metric where account_id = ?", person.account());
    }
}
