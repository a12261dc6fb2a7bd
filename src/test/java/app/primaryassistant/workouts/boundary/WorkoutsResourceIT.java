package app.primaryassistant.workouts.boundary;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.number;
import static app.primaryassistant.support.Workouts.ended;
import static app.primaryassistant.support.Workouts.exercise;
import static app.primaryassistant.support.Workouts.goingOn;
import static app.primaryassistant.support.Workouts.set;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.TestClock;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Workouts;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workouts as documents: made, changed, refused, deleted and restored. */
class WorkoutsResourceIT {

    private static final String DAY = "2024-03-31";

    private final Api person = Api.signedUp();
    private final UUID squat = exercise("barbell-squat");
    private final UUID bench = exercise("barbell-bench-press-medium-grip");

    @Test
    void whatWasWrittenIsReadToTheDigit() {
        String path = "workouts/" + UUID.randomUUID();
        UUID place = UUID.randomUUID();
        String body = """
                {"localDate": "2024-03-31", "startedAt": "2024-03-31T17:00:00.123456Z", "endedAt": "2024-03-31T18:05:00Z",
                 "zone": "America/New_York", "type": "martial-arts", "title": "Evening", "intensity": 7.5, "fatigue": 3, "soreness": 10,
                 "note": "good 💪", "coachNote": "elbows in", "exercises": [
                    {"id": "%s", "exerciseId": "%s", "superset": 1, "restSeconds": 90, "note": "low bar", "sets": [
                        {"id": "%s", "kind": "amrap", "reps": 12, "weight": 185, "unit": "lb", "rpe": 8.5, "rir": 1,
                         "durationSeconds": 40, "distanceMetres": 12.25, "restSeconds": 120, "done": false}]}]}
                """.formatted(place, squat, UUID.randomUUID());

        Response created = person.create(path, body);
        Response read = person.get(path);

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"").isEqualTo(read.header("ETag"));
        assertThat(created.<String>path("id")).isEqualTo(read.path("id"));
        assertThat(read.<String>path("startedAt")).isEqualTo("2024-03-31T17:00:00.123456Z");
        assertThat(read.<String>path("zone")).isEqualTo("America/New_York");
        assertThat(read.<String>path("type")).isEqualTo("martial-arts");
        assertThat(read.jsonPath().getInt("durationSeconds"))
                .as("from beginning to end")
                .isEqualTo(3899);
        assertThat(number(read, "intensity")).isEqualByComparingTo("7.5");
        assertThat(read.jsonPath().getInt("fatigue")).isEqualTo(3);
        assertThat(read.jsonPath().getInt("soreness")).isEqualTo(10);
        assertThat(read.<String>path("note")).isEqualTo("good 💪");
        assertThat(read.<String>path("coachNote")).isEqualTo("elbows in");
        assertThat(read.<String>path("source")).isEqualTo("typed");
        assertThat(read.<String>path("exercises[0].id")).isEqualTo(place.toString());
        assertThat(read.<String>path("exercises[0].name")).isEqualTo("Barbell Squat");
        assertThat(read.<String>path("exercises[0].tracking")).isEqualTo("weight-reps");
        assertThat(read.jsonPath().getInt("exercises[0].superset")).isEqualTo(1);
        assertThat(read.jsonPath().getInt("exercises[0].restSeconds")).isEqualTo(90);
        assertThat(read.<String>path("exercises[0].note")).isEqualTo("low bar");
        assertThat(read.jsonPath().getMap("exercises[0].sets[0]"))
                .containsEntry("kind", "amrap")
                .containsEntry("unit", "lb")
                .containsEntry("done", false);
        assertThat(number(read, "exercises[0].sets[0].weight")).isEqualByComparingTo("185");
        assertThat(number(read, "exercises[0].sets[0].rpe")).isEqualByComparingTo("8.5");
        assertThat(number(read, "exercises[0].sets[0].distanceMetres")).isEqualByComparingTo("12.25");
        assertThat(read.asString()).doesNotContain("account");
    }

    @Test
    void whatIsReadCanBeSentBackAfterAChange() {
        String path = "workouts/"
                + person.post("workouts", ended(DAY, exercise(squat, set(5, 100))))
                        .path("id");
        Response read = person.get(path);
        var sets = read.jsonPath().<Object>getList("exercises[0].sets");

        Response changed = person.request()
                .header("If-Match", read.header("ETag"))
                .body(Map.of(
                        "localDate",
                        DAY,
                        "startedAt",
                        DAY + "T17:00:00Z",
                        "type",
                        "strength",
                        "exercises",
                        List.of(Map.of(
                                "id", read.path("exercises[0].id"), "exerciseId", squat.toString(), "sets", sets))))
                .put(path);

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(person.get(path).<Object>path("exercises")).isEqualTo(read.<Object>path("exercises"));
    }

    @Test
    void aRepeatedCreationCreatesNothingTwice() throws SQLException {
        String path = "workouts/" + UUID.randomUUID();
        String body = ended(DAY, exercise(squat, set(5, 100), set(5, 100)));

        assertThat(person.create(path, body).statusCode()).isEqualTo(201);
        Response second = person.create(path, body);

        assertProblem(second, 412, "precondition-failed");
        assertThat(second.<String>path("current.exercises[0].exerciseId")).isEqualTo(squat.toString());
        assertThat(rows("workout")).isEqualTo(1);
        assertThat(rows("workout_set")).isEqualTo(2);
    }

    @Test
    void eightCreationsAtOnceMakeOneWorkout() throws Exception {
        String path = "workouts/" + UUID.randomUUID();
        String body = ended(DAY, exercise(squat, set(5, 100)));

        assertThat(Api.atOnce(8, () -> person.create(path, body)))
                .containsExactly(201, 412, 412, 412, 412, 412, 412, 412);
        assertThat(rows("workout_exercise")).isEqualTo(1);
    }

    @Test
    void eightChangesOfOneVersionMakeOne() throws Exception {
        String path = "workouts/" + person.post("workouts", ended(DAY)).path("id");

        assertThat(Api.atOnce(8, () -> person.change(path, "\"1\"", ended(DAY, exercise(squat, set(5, 100))))))
                .containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
        assertThat(person.get(path).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void aChangePutsTheWholeWorkoutInThePlaceOfTheOldOne() throws SQLException {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        String kept = set(5, 100);
        String path = "workouts/"
                + person.post(
                                "workouts",
                                ended(
                                        DAY,
                                        exercise(first, squat, kept, set(5, 105)),
                                        exercise(second, bench, set(8, 60))))
                        .path("id");

        // The order turned round, a set gone, another one moved to the other exercise, a third exercise, and another
        // day.
        Response changed = person.change(
                path,
                "\"1\"",
                ended(
                        "2024-03-30",
                        exercise(second, bench, kept),
                        exercise(first, squat),
                        exercise(squat, set(1, 120))));

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        Response read = person.get(path);
        assertThat(read.<String>path("localDate")).isEqualTo("2024-03-30");
        assertThat(read.<List<String>>path("exercises.exerciseId"))
                .containsExactly(bench.toString(), squat.toString(), squat.toString());
        assertThat(number(read, "exercises[0].sets[0].weight")).isEqualByComparingTo("100");
        assertThat(read.<List<Object>>path("exercises[1].sets")).isEmpty();
        assertThat(rows("workout_exercise")).isEqualTo(3);
        assertThat(rows("workout_set")).isEqualTo(2);
    }

    @Test
    void aChangeNamesTheVersionItMeans() {
        String path = "workouts/" + person.post("workouts", ended(DAY)).path("id");
        person.change(path, "\"1\"", ended(DAY, exercise(squat, set(5, 100))));

        Response late = person.change(path, "\"1\"", ended(DAY));

        assertProblem(late, 412, "precondition-failed");
        assertThat(late.jsonPath().getInt("current.version")).isEqualTo(2);
        assertProblem(person.put(path, ended(DAY)), 428, "precondition-required");
        assertProblem(person.change(path, "whatever", ended(DAY)), 412, "precondition-failed");
        assertProblem(person.change("workouts/" + UUID.randomUUID(), "\"1\"", ended(DAY)), 404, "not-found");
        assertThat(person.get(path).<List<Object>>path("exercises")).hasSize(1);
    }

    @Test
    void anotherWorkoutsIdsAreNotTaken() throws SQLException {
        UUID place = UUID.randomUUID();
        String set = set(5, 100);
        person.post("workouts", ended(DAY, exercise(place, squat, set)));

        assertInvalid(person.post("workouts", ended(DAY, exercise(place, squat))), "exercises");
        assertInvalid(person.post("workouts", ended(DAY, exercise(squat, set))), "exercises");
        assertThat(rows("workout")).isEqualTo(1);
        assertThat(rows("workout_set")).isEqualTo(1);
    }

    @Test
    void anExerciseIsAddedAtTheEndHoweverOftenItIsSaid() {
        String path = "workouts/"
                + person.post("workouts", goingOn(DAY, exercise(squat, set(5, 100))))
                        .path("id");
        String added = path + "/exercises/" + UUID.randomUUID();
        String body = """
                      {"exerciseId": "%s", "restSeconds": 60, "sets": [%s]}
                      """.formatted(bench, set(8, 60));

        Response first = person.put(added, body);
        Response again = person.put(added, body);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"2\"");
        assertThat(again.header("ETag")).isEqualTo("\"3\"");
        assertThat(person.get(path).<List<String>>path("exercises.exerciseId"))
                .containsExactly(squat.toString(), bench.toString());
        assertThat(person.get(path).<List<Object>>path("exercises[1].sets")).hasSize(1);
        assertInvalid(
                person.put(
                        added, body.replace(bench.toString(), UUID.randomUUID().toString())),
                "exerciseId");
        assertInvalid(person.put(added, body.replace("60.0", "6000")), "sets[0].weight");
        assertProblem(
                person.put("workouts/" + UUID.randomUUID() + "/exercises/" + UUID.randomUUID(), body),
                404,
                "not-found");
    }

    @Test
    void aWorkoutHoldsSixtyExercisesAndNoMore() {
        String[] sixty = IntStream.range(0, 60).mapToObj(i -> exercise(squat)).toArray(String[]::new);
        String[] more = IntStream.range(0, 61).mapToObj(i -> exercise(squat)).toArray(String[]::new);
        Response full = person.post("workouts", ended(DAY, sixty));

        assertThat(full.statusCode()).isEqualTo(201);
        assertInvalid(person.post("workouts", ended(DAY, more)), "exercises");
        assertInvalid(
                person.put("workouts/" + full.path("id") + "/exercises/" + UUID.randomUUID(), exercise(squat)),
                "exercises");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exercises[0].sets[0].reps            | \"reps\": 5     | \"reps\": 1001",
                "exercises[0].sets[0].reps            | \"reps\": 5     | \"reps\": -1",
                "exercises[0].sets[0].weight          | \"weight\": 100 | \"weight\": 1000.001",
                "exercises[0].sets[0].weight          | \"weight\": 100 | \"weight\": -1",
                "exercises[0].sets[0].weight          | \"weight\": 100 | \"weight\": 2205, \"unit\": \"lb\"",
                "exercises[0].sets[0].weight          | \"weight\": 100 | \"weight\": 1.0001",
                "exercises[0].sets[0].unit            | \"weight\": 100 | \"weight\": 1, \"unit\": \"st\"",
                "exercises[0].sets[0].rpe             | \"rpe\": 8      | \"rpe\": 8.3",
                "exercises[0].sets[0].rpe             | \"rpe\": 8      | \"rpe\": 10.5",
                "exercises[0].sets[0].rir             | \"rpe\": 8      | \"rir\": 11",
                "exercises[0].sets[0].kind            | \"rpe\": 8      | \"kind\": \"heavy\"",
                "exercises[0].sets[0].durationSeconds | \"rpe\": 8      | \"durationSeconds\": 86401",
                "exercises[0].sets[0].distanceMetres  | \"rpe\": 8      | \"distanceMetres\": 1000000.01",
                "exercises[0].sets[0].restSeconds     | \"rpe\": 8      | \"restSeconds\": 3601",
                "exercises[0].superset                | \"exerciseId\"  | \"superset\": 0, \"exerciseId\"",
                "exercises[0].restSeconds             | \"exerciseId\"  | \"restSeconds\": -1, \"exerciseId\"",
                "intensity                            | \"zone\"        | \"intensity\": 10.5, \"zone\"",
                "fatigue                              | \"zone\"        | \"fatigue\": 0, \"zone\"",
                "soreness                             | \"zone\"        | \"soreness\": 11, \"zone\"",
                "durationSeconds                      | \"zone\"        | \"durationSeconds\": 86401, \"zone\"",
                "type                                 | strength        | yoga",
                "zone                                 | UTC             | Middle/Earth",
                "localDate                            | 2024-03-31      | 1899-12-31",
                "startedAt                            | 2024-03-31      | 2024-03-28",
                "endedAt                              | T18:00          | T16:00",
            })
    void whatIsOutOfRangeIsRefusedInWords(String field, String good, String bad) throws SQLException {
        String body = ended(DAY, exercise(squat, set("\"reps\": 5, \"weight\": 100, \"rpe\": 8")));
        String sent = body.replaceFirst(Pattern.quote(good), bad);

        Response refused = person.post("workouts", sent);

        assertInvalid(refused, field);
        assertThat(refused.<List<String>>path("violations.message"))
                .allSatisfy(message -> assertThat(message).startsWith("must be"));
        assertThat(rows("workout")).isZero();
    }

    @Test
    void helpIsAWeightBelowZeroWhereTheBodyIsLiftedAndNowhereElse() {
        UUID pullUps = Workouts.exercise("pullups");
        String helped = set("\"reps\": 5, \"weight\": -44, \"unit\": \"lb\"");

        Response made = person.post("workouts", ended(DAY, exercise(pullUps, helped, set("\"reps\": 5"))));

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        String path = "workouts/" + made.path("id");
        assertThat(number(person.get(path), "exercises[0].sets[0].weight")).isEqualByComparingTo("-44");
        assertThat(person.get(path).<String>path("exercises[0].tracking")).isEqualTo("bodyweight-reps");
        assertInvalid(
                person.post("workouts", ended(DAY, exercise(pullUps), exercise(squat, set(5, 100), helped))),
                "exercises[1].sets[1].weight");
        assertInvalid(person.put(path + "/exercises/" + UUID.randomUUID(), exercise(squat, helped)), "sets[0].weight");
        assertInvalid(
                person.post("workouts", ended(DAY, exercise(pullUps, set("\"reps\": 5, \"weight\": -301")))),
                "exercises[0].sets[0].weight");
    }

    @Test
    void aWorkoutSaysWhatTheBodyWeighedOnItsDay() {
        String path = "workouts/" + person.post("workouts", ended(DAY)).path("id");

        assertThat(person.get(path).<Object>path("bodyWeight")).isNull();
        weigh(Api.signedUp(), "2024-03-31", 90);
        weigh(person, "2024-03-03", 185);
        assertThat(number(person.get(path), "bodyWeight.kilograms")).isEqualByComparingTo("83.915");
        assertThat(person.get(path).<String>path("bodyWeight.measuredOn")).isEqualTo("2024-03-03");
    }

    private static void weigh(Api person, String day, int pounds) {
        Response weighed = person.post("measurements", """
                {"metric": "weight", "value": %d, "unit": "lb", "localDate": "%s", "recordedAt": "%sT06:00:00Z"}
                """.formatted(pounds, day, day));
        assertThat(weighed.statusCode()).as(weighed.asString()).isEqualTo(201);
    }

    @Test
    void idsStandForOneThingEach() {
        UUID place = UUID.randomUUID();
        String set = set(5, 100);

        assertInvalid(
                person.post("workouts", ended(DAY, exercise(place, squat), exercise(place, bench))), "exercises[1].id");
        assertInvalid(
                person.post("workouts", ended(DAY, exercise(squat, set), exercise(bench, set))),
                "exercises[1].sets[0].id");
        assertInvalid(person.post("workouts", ended(DAY, "{\"exerciseId\": \"" + squat + "\"}")), "exercises[0].id");
        assertInvalid(person.post("workouts", ended(DAY, exercise(UUID.randomUUID()))), "exercises[0].exerciseId");
    }

    @Test
    void aDayThatHasNotBegunAnywhereIsRefused() {
        assertInvalid(
                person.post("workouts", ended(TestClock.today().plusDays(3).toString())), "localDate");
    }

    @Test
    void aClockThatIsALittleAheadIsSetRightAndOneThatIsFarAheadIsToldSo() {
        Instant now = TestClock.now();
        String body = "{\"localDate\": \"%s\", \"startedAt\": \"%s\", \"endedAt\": \"%s\", \"type\": \"strength\"}";
        String day = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();

        Response ahead = person.post("workouts", body.formatted(day, now.plusSeconds(240), now.plusSeconds(300)));
        Response far = person.post(
                "workouts", body.formatted(day, now.plusSeconds(3 * 3600 + 60), now.plusSeconds(4 * 3600 + 60)));

        assertThat(ahead.statusCode()).as(ahead.asString()).isEqualTo(201);
        Response kept = person.get("workouts/" + ahead.path("id"));
        assertThat(Instant.parse(kept.path("startedAt"))).isBetween(now.minusSeconds(1), TestClock.now());
        assertThat(Instant.parse(kept.path("endedAt"))).isBetween(now.minusSeconds(1), TestClock.now());
        assertThat(kept.<String>path("localDate"))
                .as("the day stays as it was said")
                .isEqualTo(day);
        assertInvalid(far, "startedAt");
        assertThat(far.<List<String>>path("violations.message"))
                .containsExactlyInAnyOrder(
                        "must not be later than now; it is 3 hours ahead of the server's clock",
                        "must not be later than now; it is 4 hours ahead of the server's clock");
        assertThat(far.header("Date"))
                .as("by which a page sees how far its clock is off")
                .isNotNull();
    }

    @Test
    void aDeletionCanBeUndone() {
        String path = "workouts/"
                + person.post("workouts", ended(DAY, exercise(squat, set(5, 100))))
                        .path("id");

        assertThat(person.delete(path).statusCode()).isEqualTo(204);

        assertProblem(person.get(path), 404, "not-found");
        assertProblem(person.delete(path), 404, "not-found");
        assertThat(person.get("workouts").<List<Object>>path("items")).isEmpty();
        assertThat(person.get("exercises/" + squat + "/history").<List<Object>>path("items"))
                .isEmpty();
        assertProblem(person.change(path, "\"2\"", ended(DAY)), 412, "precondition-failed");
        assertProblem(person.create(path, ended(DAY)), 412, "precondition-failed");
        Response restored = person.post(path + "/restoration");
        assertThat(restored.statusCode()).isEqualTo(200);
        assertThat(restored.<List<Object>>path("exercises[0].sets")).hasSize(1);
        assertThat(restored.header("ETag")).isEqualTo("\"3\"");
        assertThat(person.post(path + "/restoration").statusCode()).isEqualTo(200);
        assertProblem(person.post("workouts/" + UUID.randomUUID() + "/restoration"), 404, "not-found");
    }

    @Test
    void somebodyElsesWorkoutIsNotThere() {
        UUID place = UUID.randomUUID();
        String path = "workouts/"
                + person.post("workouts", ended(DAY, exercise(place, squat, set(5, 100))))
                        .path("id");
        Api other = Api.signedUp();

        assertProblem(other.get(path), 404, "not-found");
        assertProblem(other.change(path, "\"1\"", ended(DAY)), 404, "not-found");
        assertProblem(other.delete(path), 404, "not-found");
        assertProblem(other.post(path + "/restoration"), 404, "not-found");
        assertProblem(other.put(path + "/exercises/" + place, exercise(squat)), 404, "not-found");
        assertThat(other.create(path, ended(DAY, exercise(place, squat))).statusCode())
                .as("ids are everybody's own")
                .isEqualTo(201);
        assertThat(person.get(path).<List<Object>>path("exercises[0].sets")).hasSize(1);
    }

    @Test
    void asksForAnAccountAndARightToWrite() {
        String path = "workouts/" + person.post("workouts", ended(DAY)).path("id");
        Api reader = person.withToken("read");

        for (String readable : List.of(
                path,
                "workouts",
                "workouts/recent",
                "workouts/definitions",
                "workouts/statistics",
                "workouts/volume",
                "exercises/" + squat + "/history",
                "exercises/last-sets?exercise=" + squat)) {
            assertProblem(Api.stranger().get(readable), 401, "unauthenticated");
            assertThat(reader.get(readable).statusCode()).as(readable).isEqualTo(200);
        }
        assertProblem(Api.stranger().get("workouts/current"), 401, "unauthenticated");
        assertProblem(reader.post("workouts", ended(DAY)), 403, "insufficient-scope");
        assertProblem(reader.create("workouts/" + UUID.randomUUID(), ended(DAY)), 403, "insufficient-scope");
        assertProblem(reader.put(path + "/exercises/" + UUID.randomUUID(), exercise(squat)), 403, "insufficient-scope");
        assertProblem(reader.delete(path), 403, "insufficient-scope");
        assertProblem(reader.post(path + "/restoration"), 403, "insufficient-scope");
    }

    private long rows(String table) throws SQLException {
        return Application.running()
                .database()
                .number("select count(*) from " + table + " where account_id = ?", person.account());
    }
}
