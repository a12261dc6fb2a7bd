package app.primaryassistant.progress.boundary;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.number;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.TestClock;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Gym;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Load, calendar, streak and goal, as they come out of what the database holds. */
class LoadResourceIT {

    /** A Wednesday. */
    private static final LocalDate DAY = LocalDate.of(2024, 3, 27);

    private final Api person = Api.signedUp();
    private final Gym gym = new Gym(person);

    @Test
    void theLoadOfADayIsIntensityTimesMinutesOfItsSessions() {
        gym.workout(DAY.minusDays(60), "strength", 60, "5");
        gym.workout(DAY.minusDays(1), "strength", 75, "7.5");
        gym.workout(DAY.minusDays(1), "cardio", 30, "4");
        gym.workout(DAY.minusDays(1), "sports", 40, null);
        gym.workout(DAY, "recovery", 20, null);

        Response load = person.get("load?days=3&on=" + DAY);

        assertThat(load.statusCode()).as(load.asString()).isEqualTo(200);
        assertThat(load.<List<String>>path("points.date")).containsExactly("2024-03-25", "2024-03-26", "2024-03-27");
        assertThat(number(load, "points[1].load")).isEqualByComparingTo("683");
        assertThat(number(load, "points[1].acute")).isBetween(new BigDecimal("90"), new BigDecimal("92"));
        assertThat(number(load, "points[2].balance")).isNegative();
        assertThat(load.<List<String>>path("figures.key"))
                .containsExactly("week-load", "acute-load", "chronic-load", "training-balance", "monotony", "strain");
        assertThat(load.<List<Object>>path("figures.value")).hasSize(6).doesNotContainNull();
        assertThat(number(load, "figures[0].value")).isEqualByComparingTo("683");
        assertThat(load.<List<Integer>>path("figures[0].explanation.inputs.value"))
                .hasToString("[null, 0, 4, 2]");
    }

    @Test
    void nothingRatedIsNoLoad() {
        gym.workout(DAY, "recovery", 20, null);

        Response load = person.get("load?on=" + DAY);

        assertThat(load.<List<Object>>path("points")).isEmpty();
        assertThat(load.<List<String>>path("figures.missing"))
                .hasSize(6)
                .containsOnly("Needs a workout with intensity and duration.");
    }

    @Test
    void whatIsDeletedGoingOnOrLaterIsNoLoad() {
        UUID deleted = gym.workout(DAY);
        gym.goingOn(DAY);
        gym.workout(DAY.plusDays(1));
        person.delete("workouts/" + deleted);

        assertThat(person.get("load?on=" + DAY).<List<Object>>path("points")).isEmpty();
        assertThat(person.get("load/streak?on=" + DAY).<Object>path("weeks[0].sessions"))
                .hasToString("0");
    }

    @Test
    void theCalendarHoldsTheDaysOfAYear() {
        gym.workout(LocalDate.of(2023, 12, 31));
        gym.workout(LocalDate.of(2024, 1, 1), "strength", 60, "6");
        gym.workout(LocalDate.of(2024, 1, 1), "cardio", 45, null);
        gym.workout(LocalDate.of(2024, 12, 31), "cardio", 25, null);

        Response calendar = person.get("load/calendar?year=2024");

        assertThat(calendar.<List<String>>path("days.date")).containsExactly("2024-01-01", "2024-12-31");
        assertThat(calendar.<Object>path("days.sessions")).hasToString("[2, 1]");
        assertThat(calendar.<Object>path("days.minutes")).hasToString("[105, 25]");
        assertThat(calendar.<Object>path("days.load")).hasToString("[360, 0]");
        assertThat(calendar.<Object>path("days.types")).hasToString("[[cardio, strength], [cardio]]");
        assertThat(person.get("load/calendar").<Object>path("year"))
                .hasToString(Integer.toString(TestClock.today().getYear()));
    }

    @Test
    void aStreakIsMeasuredByTheGoal() {
        for (int week = 1; week <= 3; week++) {
            gym.workout(DAY.minusWeeks(week));
            gym.workout(DAY.minusWeeks(week).minusDays(2));
        }
        gym.workout(DAY);

        Response byThree = person.get("load/streak?weeks=2&on=" + DAY);
        assertThat(person.change("load/goal", "\"0\"", goal(2)).statusCode()).isEqualTo(200);
        Response byTwo = person.get("load/streak?on=" + DAY);

        assertThat(byThree.<Object>path("goal")).hasToString("3");
        assertThat(byThree.<Object>path("weeks.week")).hasToString("[2024-03-18, 2024-03-25]");
        assertThat(byThree.<Object>path("weeks.sessions")).hasToString("[2, 1]");
        assertThat(byThree.<Object>path("figures.value")).hasToString("[0, 0, 67]");
        assertThat(byTwo.<Object>path("goal")).hasToString("2");
        assertThat(byTwo.<Object>path("weeks.met")).hasToString("[true, true, true, false]");
        assertThat(byTwo.<Object>path("figures.value")).hasToString("[3, 3, 100]");
        assertThat(byTwo.<List<String>>path("figures.explanation.validity")).doesNotContainNull();
    }

    @Test
    void whoNeverTrainedHasNoStreak() {
        Response streak = person.get("load/streak?on=" + DAY);

        assertThat(streak.<Object>path("goal")).hasToString("3");
        assertThat(streak.<Object>path("weeks.sessions")).hasToString("[0]");
        assertThat(number(streak, "figures[0].value")).isZero();
        assertThat(streak.<String>path("figures[2].missing")).startsWith("Needs one full week");
    }

    @Test
    void theGoalIsChangedByWhoSawItLast() {
        Response unset = person.get("load/goal");
        Response set = person.change("load/goal", unset.header("ETag"), goal(4));

        assertThat(unset.asString()).contains("\"sessionsPerWeek\":3").contains("\"version\":0");
        assertThat(set.statusCode()).as(set.asString()).isEqualTo(200);
        assertThat(set.header("ETag")).isEqualTo("\"1\"");
        Response lost = person.change("load/goal", unset.header("ETag"), goal(5));
        assertProblem(lost, 412, "precondition-failed");
        assertThat(lost.<Object>path("current.sessionsPerWeek")).hasToString("4");
        assertProblem(person.put("load/goal", goal(5)), 428, "precondition-required");
        assertThat(person.change("load/goal", set.header("ETag"), goal(5)).header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(person.get("load/goal").<Object>path("sessionsPerWeek")).hasToString("5");
    }

    @Test
    void ofEightWhoSetTheGoalAtOnceOneDoes() throws Exception {
        assertThat(Api.atOnce(8, () -> person.change("load/goal", "\"0\"", goal(4))))
                .containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sessionsPerWeek\": 0}  | 422 | invalid",
                "{\"sessionsPerWeek\": 15} | 422 | invalid",
                "{}                        | 422 | invalid",
                "{\"sessionsPerWeek\": 2.5} | 422 | invalid",
                "{\"sessions\": 3}         | 400 | malformed",
            })
    void aGoalIsAWholeNumberThatCanBeDone(String body, int status, String type) {
        assertProblem(person.change("load/goal", "\"0\"", body), status, type);
        assertThat(person.get("load/goal").<Object>path("version")).hasToString("0");
    }

    @Test
    void somebodyElsesTrainingIsNotSeen() {
        gym.workout(DAY);
        person.change("load/goal", "\"0\"", goal(7));
        Api other = Api.signedUp();

        assertThat(other.get("load?on=" + DAY).<List<Object>>path("points")).isEmpty();
        assertThat(other.get("load/calendar?year=2024").<List<Object>>path("days"))
                .isEmpty();
        assertThat(other.get("load/streak?on=" + DAY).<Object>path("goal")).hasToString("3");
        assertThat(other.get("load/goal").<Object>path("version")).hasToString("0");
    }

    @ParameterizedTest
    @CsvSource({
        "load?days=0, days", "load?days=3654, days", "load/streak?weeks=0, weeks", "load/streak?weeks=521, weeks",
        "load/calendar?year=1899, year", "load/calendar?year=2101, year", "load?on=1899-12-31, on",
                "load?on=2100-01-01, on",
        "load/streak?on=1899-12-31, on"
    })
    void aRangeMustBeOneThatCanBeShown(String path, String field) {
        assertInvalid(person.get(path), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"load?days=all", "load?on=now", "load/calendar?year=this", "load/streak?weeks=1.5"})
    void whatCannotBeReadIsMalformed(String path) {
        assertProblem(person.get(path), 400, "malformed");
    }

    @Test
    void asksForAnAccountAndARightToWrite() {
        for (String path : List.of("load", "load/calendar", "load/streak", "load/goal")) {
            assertProblem(Api.stranger().get(path), 401, "unauthenticated");
            assertThat(person.withToken("read").get(path).statusCode()).isEqualTo(200);
        }
        assertProblem(Api.stranger().change("load/goal", "\"0\"", goal(3)), 401, "unauthenticated");
        assertProblem(person.withToken("read").change("load/goal", "\"0\"", goal(3)), 403, "insufficient-scope");
    }

    private static String goal(int sessions) {
        return "{\"sessionsPerWeek\": " + sessions + "}";
    }
}
