package app.primaryassistant.workouts.boundary;

import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.number;
import static app.primaryassistant.support.Workouts.ended;
import static app.primaryassistant.support.Workouts.exercise;
import static app.primaryassistant.support.Workouts.goingOn;
import static app.primaryassistant.support.Workouts.set;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Workouts;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workouts in lists, the one that is going on, what was done last time, and what it all adds up to. */
class WorkoutReadingIT {

    private final Api person = Api.signedUp();
    private final UUID squat = exercise("barbell-squat");
    private final UUID bench = exercise("barbell-bench-press-medium-grip");
    private final UUID running = exercise("trail-running-walking");

    private String record(String workout) {
        Response recorded = person.post("workouts", workout);
        assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
        return recorded.path("id");
    }

    @Test
    void aListShowsWhatIsInAWorkoutInShort() {
        record(ended(
                "2024-03-31",
                exercise(squat, set("\"kind\": \"warm-up\", \"reps\": 10, \"weight\": 50"), set(5, 100), set(5, 102.5)),
                exercise(
                        bench,
                        set("\"reps\": 5, \"weight\": 500, \"done\": false"),
                        set("\"reps\": 8, \"weight\": 100, \"unit\": \"lb\""))));

        Response page = person.get("workouts");

        assertThat(page.<List<String>>path("items[0].exercises"))
                .containsExactly("Barbell Squat", "Barbell Bench Press - Medium Grip");
        assertThat(page.jsonPath().getInt("items[0].sets")).isEqualTo(4);
        // 5 × 100 + 5 × 102.5 + 8 × 45.359: neither the warm-up nor what was not done.
        assertThat(number(page, "items[0].volume")).isEqualByComparingTo("1375.372");
        assertThat(page.jsonPath().getInt("items[0].durationSeconds")).isEqualTo(3600);
        assertThat(page.<String>path("items[0].type")).isEqualTo("strength");
        assertThat(page.<Object>path("next")).isNull();
    }

    @Test
    void pagesFollowOneAnotherNewestFirst() {
        for (int day = 1; day <= 7; day++) {
            record(ended("2024-03-0" + day));
        }
        record(ended("2024-03-07"));

        List<String> days = new ArrayList<>();
        Response page = person.get("workouts?limit=3");
        days.addAll(page.path("items.localDate"));
        while (page.path("next") != null) {
            page = person.get("workouts?limit=3&cursor=" + page.<String>path("next"));
            days.addAll(page.path("items.localDate"));
        }

        assertThat(days)
                .containsExactly(
                        "2024-03-07",
                        "2024-03-07",
                        "2024-03-06",
                        "2024-03-05",
                        "2024-03-04",
                        "2024-03-03",
                        "2024-03-02",
                        "2024-03-01");
        assertThat(person.get("workouts/recent?n=2").<List<String>>path("items.localDate"))
                .containsExactly("2024-03-07", "2024-03-07");
        assertThat(person.get("workouts?from=2024-03-02&to=2024-03-03").<List<String>>path("items.localDate"))
                .containsExactly("2024-03-03", "2024-03-02");
    }

    @Test
    void whatIsOverIsListedApartFromWhatGoesOn() {
        String over = record(ended("2024-03-30"));
        String running = record(Workouts.goingOn("2024-03-31"));

        assertThat(person.get("workouts?finished=true").<List<String>>path("items.id"))
                .containsExactly(over);
        assertThat(person.get("workouts?finished=false").<List<String>>path("items.id"))
                .containsExactly(running);
        assertThat(person.get("workouts").<List<String>>path("items.id")).containsExactly(running, over);
    }

    @Test
    void aListIsNarrowedByTypeAndByExercise() {
        String run = record(
                ended("2024-03-01", exercise(running, set("\"durationSeconds\": 1800, \"distanceMetres\": 5000")))
                        .replace("\"strength\"", "\"cardio\""));
        String lifting = record(ended("2024-03-02", exercise(squat, set(5, 100))));
        record(ended("2024-03-03").replace("\"strength\"", "\"sports\""));

        assertThat(person.get("workouts?type=cardio&type=strength").<List<String>>path("items.id"))
                .containsExactly(lifting, run);
        assertThat(person.get("workouts?exercise=" + squat).<List<String>>path("items.id"))
                .containsExactly(lifting);
        assertThat(person.get("workouts?exercise=" + UUID.randomUUID()).<List<Object>>path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "workouts?type=yoga, type",
        "workouts?finished=perhaps, finished",
        "workouts?exercise=squat, exercise",
        "workouts?from=yesterday, from",
        "workouts?limit=0, limit",
        "workouts?limit=201, limit",
        "workouts?cursor=abc, cursor",
        "workouts/recent?n=51, n",
        "workouts/statistics?days=0, days",
        "workouts/statistics?days=many, days",
        "workouts/volume?weeks=523, weeks",
        "exercises/last-sets, exercise",
        "exercises/last-sets?exercise=squat, exercise",
        "exercises/last-sets?exercise=, exercise",
    })
    void aQuestionThatCannotBeAnsweredIsRefused(String path, String parameter) {
        Response refused = person.get(path);

        assertThat(refused.statusCode()).as(refused.asString()).isIn(400, 422);
        assertThat(refused.jsonPath().getList("violations.field", String.class)).contains(parameter);
    }

    @Test
    void theWorkoutThatIsGoingOnShowsLastTimesSets() {
        assertThat(person.get("workouts/current").statusCode()).isEqualTo(204);
        record(ended("2024-03-01", exercise(squat, set(5, 90))));
        String last = record(ended(
                "2024-03-08", exercise(squat, set(5, 100), set("\"reps\": 5, \"weight\": 110, \"done\": false"))));
        record(ended("2024-03-09", exercise(squat, set("\"reps\": 5, \"weight\": 120, \"done\": false"))));
        String current =
                record(goingOn("2024-03-10", exercise(squat, set("\"reps\": 5, \"done\": false")), exercise(bench)));

        Response going = person.get("workouts/current");

        assertThat(going.<String>path("id")).isEqualTo(current);
        assertThat(going.header("ETag")).isEqualTo("\"1\"");
        assertThat(going.<String>path("exercises[0].lastTime.workoutId")).isEqualTo(last);
        assertThat(going.<String>path("exercises[0].lastTime.localDate")).isEqualTo("2024-03-08");
        assertThat(going.<List<Object>>path("exercises[0].lastTime.sets")).hasSize(1);
        assertThat(number(going, "exercises[0].lastTime.sets[0].weight")).isEqualByComparingTo("100");
        assertThat(going.<Object>path("exercises[1].lastTime")).isNull();
        assertThat(Api.signedUp().get("workouts/current").statusCode()).isEqualTo(204);
    }

    @Test
    void lastTimesSetsOfManyExercisesComeAtOnce() {
        record(ended("2024-03-01", exercise(squat, set(5, 90)), exercise(bench, set(8, 60))));
        record(ended("2024-03-08", exercise(squat, set(5, 100))));

        Response last =
                person.get("exercises/last-sets?exercise=%s&exercise=%s&exercise=%s".formatted(bench, running, squat));

        assertThat(last.<List<String>>path("items.exerciseId")).containsExactly(bench.toString(), squat.toString());
        assertThat(last.<List<String>>path("items.localDate")).containsExactly("2024-03-01", "2024-03-08");
        assertThat(number(last, "items[1].sets[0].weight")).isEqualByComparingTo("100");
        assertThat(Api.signedUp().get("exercises/last-sets?exercise=" + squat).<List<Object>>path("items"))
                .isEmpty();
    }

    @Test
    void theHistoryOfAnExerciseIsNewestFirstAndOfWhatWasDone() {
        for (int day = 1; day <= 5; day++) {
            record(ended(
                    "2024-03-0" + day,
                    exercise(bench, set(8, 60)),
                    exercise(squat, set("\"kind\": \"warm-up\", \"reps\": 10, \"weight\": 40"), set(5, 100 + day))));
        }
        record(ended("2024-03-06", exercise(squat, set("\"reps\": 5, \"done\": false"))));

        Response page = person.get("exercises/" + squat + "/history?limit=3");
        Response rest = person.get("exercises/" + squat + "/history?limit=3&cursor=" + page.<String>path("next"));

        assertThat(page.<List<String>>path("items.localDate"))
                .containsExactly("2024-03-05", "2024-03-04", "2024-03-03");
        assertThat(rest.<List<String>>path("items.localDate")).containsExactly("2024-03-02", "2024-03-01");
        assertThat(page.<List<Object>>path("items[0].sets")).hasSize(2);
        assertThat(number(page, "items[0].volume")).isEqualByComparingTo("525");
        assertThat(rest.<Object>path("next")).isNull();
        assertThat(person.get("exercises/" + running + "/history").<List<Object>>path("items"))
                .isEmpty();
        assertProblem(person.get("exercises/" + UUID.randomUUID() + "/history"), 404, "not-found");
        assertProblem(person.get("exercises/nonsense/history"), 404, "not-found");
    }

    @Test
    void volumeCountsTheBodyWhereItIsLiftedAndSaysWhereItsWeightIsMissing() {
        UUID pullUps = Workouts.exercise("pullups");
        person.post("measurements", """
                {"metric": "weight", "value": 80, "unit": "kg", "localDate": "2024-03-10", "recordedAt": "2024-03-10T06:00:00Z"}
                """);
        String sets = set("\"reps\": 5") + ", " + set("\"reps\": 5, \"weight\": 10") + ", "
                + set("\"reps\": 10, \"weight\": -20") + ", " + set("\"reps\": 1, \"weight\": -90");
        person.post("workouts", ended("2024-03-11", exercise(pullUps, sets)));
        person.post("workouts", ended("2024-05-06", exercise(pullUps, set("\"reps\": 5"))));

        Response list = person.get("workouts");
        Response history = person.get("exercises/" + pullUps + "/history");
        Response sums = person.get("workouts/statistics?days=90&on=2024-05-12");

        assertThat(number(list, "items[1].volume")).isEqualByComparingTo("1450");
        assertThat(list.<List<Integer>>path("items.setsWithoutBodyWeight")).containsExactly(1, 0);
        assertThat(number(list, "items[0].volume")).isZero();
        assertThat(number(history, "items[1].volume")).isEqualByComparingTo("1450");
        assertThat(history.<List<Integer>>path("items.setsWithoutBodyWeight")).containsExactly(1, 0);
        assertThat(number(sums, "total.volume")).isEqualByComparingTo("1450");
        assertThat(sums.<Integer>path("total.setsWithoutBodyWeight")).isEqualTo(1);
    }

    @Test
    void statisticsAddUpByTypeAndByWeek() {
        record(ended("2024-03-04", exercise(squat, set(5, 100))));
        record(ended("2024-03-10", exercise(squat, set(5, 100), set("\"reps\": 5, \"weight\": 100, \"done\": false"))));
        record(ended("2024-03-24").replace("\"strength\"", "\"cardio\""));
        record(goingOn("2024-03-25", exercise(squat, set(5, 100))));
        record(ended("2024-01-01", exercise(squat, set(5, 100))));

        Response sums = person.get("workouts/statistics?days=28&on=2024-03-27");

        assertThat(sums.<String>path("from")).isEqualTo("2024-02-29");
        assertThat(sums.jsonPath().getInt("total.sessions")).isEqualTo(3);
        assertThat(sums.jsonPath().getInt("total.minutes")).isEqualTo(180);
        assertThat(sums.jsonPath().getInt("total.sets")).isEqualTo(2);
        assertThat(number(sums, "total.volume")).isEqualByComparingTo("1000");
        assertThat(sums.<List<String>>path("types.type")).containsExactly("strength", "cardio");
        assertThat(sums.<List<String>>path("weeks.week"))
                .containsExactly("2024-02-26", "2024-03-04", "2024-03-11", "2024-03-18", "2024-03-25");
        assertThat(sums.jsonPath().getList("weeks.sessions", Integer.class)).containsExactly(0, 2, 0, 1, 0);
        assertThat(Api.signedUp().get("workouts/statistics").jsonPath().getInt("total.sessions"))
                .isZero();
    }

    @Test
    void theVolumeOfEachWeekIsShownAlsoWhereThereIsNone() {
        record(ended("2024-03-04", exercise(squat, set(5, 100))));
        record(ended("2024-03-20", exercise(squat, set(10, 100))));

        Response weeks = person.get("workouts/volume?weeks=4&on=2024-03-20");

        assertThat(weeks.<List<String>>path("items.week"))
                .containsExactly("2024-02-26", "2024-03-04", "2024-03-11", "2024-03-18");
        assertThat(weeks.jsonPath().getList("items.volume", Integer.class)).containsExactly(0, 500, 0, 1000);
    }

    @Test
    void theTermsSayWhatIsAccepted() {
        Response terms = person.get("workouts/definitions");

        assertThat(terms.<List<String>>path("types.key"))
                .containsExactly("strength", "cardio", "flexibility", "martial-arts", "sports", "recovery", "mixed");
        assertThat(terms.<List<String>>path("setKinds.key"))
                .containsExactly("warm-up", "working", "drop", "failure", "amrap");
        assertThat(number(terms, "units.find { it.unit == 'lb' }.factor")).isEqualByComparingTo("0.45359237");
        assertThat(terms.<List<String>>path("preferences.glucose")).containsExactly("mmol/L", "mg/dL");
        assertThat(number(terms, "ranges.find { it.field == 'rpe' }.step")).isEqualByComparingTo("0.5");
        for (String type : terms.<List<String>>path("types.key")) {
            record(ended("2024-03-31").replace("\"strength\"", "\"" + type + "\""));
        }
        for (String kind : terms.<List<String>>path("setKinds.key")) {
            record(ended("2024-03-31", exercise(squat, set("\"kind\": \"" + kind + "\""))));
        }
    }
}
