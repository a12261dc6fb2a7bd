package app.primaryassistant.programs.boundary;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.number;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import groovy.json.JsonOutput;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Following a program: begun, session by session, paused, ended. */
class EnrolmentsResourceIT {

    private static final String SQUAT = "session.exercises.find { it.lift == 'squat' }.";

    private final Api person = Api.signedUp();
    private final UUID id = UUID.randomUUID();
    private final String path = "enrolments/" + id;
    private String fives;

    /** Of the shipped beginners' program, three times a week, with starting weights for most of its lifts. */
    static String enrolment(UUID id) {
        return """
                {"id": "%s", "startOn": "2024-04-01", "daysOfWeek": [5, 1, 3], "unit": "kg", "step": 2.5, "starts": [
                  {"lift": "squat", "weight": 60}, {"lift": "bench", "weight": 50}, {"lift": "row", "weight": 40},
                  {"lift": "press", "weight": 30}]}
                """
                .formatted(id);
    }

    @BeforeEach
    void find() {
        fives = person.get("programs").path("items.find { it.name == 'Alternating fives' }.id");
    }

    private Response enrols() {
        Response begun = person.post("programs/" + fives + "/enrolment", enrolment(id));
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        return begun;
    }

    @Test
    void aProgramIsBegunOnce() {
        Response begun = enrols();

        assertThat(begun.header("Location")).endsWith("/api/v1/" + path);
        assertThat(begun.<String>path("state")).isEqualTo("active");
        assertThat(begun.<List<Integer>>path("daysOfWeek")).containsExactly(1, 3, 5);
        assertThat(begun.<String>path("programName")).isEqualTo("Alternating fives");
        Response again = person.post("programs/" + fives + "/enrolment", enrolment(id));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(begun.asString());
        assertThat(person.get("enrolments/current").asString()).isEqualTo(begun.asString());
        assertThat(person.get(path).asString()).isEqualTo(begun.asString());
        assertProblem(person.post("programs/" + fives + "/enrolment", enrolment(UUID.randomUUID())), 409, "conflict");
    }

    @Test
    void eightRequestsAtOnceBeginItOnce() throws Exception {
        List<Integer> statuses =
                Api.atOnce(8, () -> person.post("programs/" + fives + "/enrolment", enrolment(id)));

        assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
    }

    @Test
    void whoFollowsNothingHasNoCurrentProgram() {
        assertThat(person.get("enrolments/current").statusCode()).isEqualTo(204);
    }

    @Test
    void anIdIsMadeWhereTheSenderMakesNone() {
        Response begun = person.post(
                "programs/" + fives + "/enrolment", enrolment(id).replace("\"id\": \"" + id + "\",", ""));

        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        assertThat(person.get("enrolments/current").<String>path("id")).isEqualTo(begun.<String>path("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "startOn             | 2024-04-01             | 1899-12-31",
                "startOn             | 2024-04-01             | 9999-12-31",
                "daysOfWeek          | [5, 1, 3]              | []",
                "daysOfWeek[0]       | [5, 1, 3]              | [8, 1, 3]",
                "unit                | \"kg\"                 | \"stone\"",
                "step                | 2.5                    | 0",
                "starts[0].weight    | 60                     | -1",
                "starts[1].weight    | 50                     | 1001",
                "starts[1].lift      | bench                  | levitation",
                "starts[1].lift      | bench                  | squat",
            })
    void whatIsNotValidIsNamed(String field, String good, String bad) {
        assertInvalid(person.post("programs/" + fives + "/enrolment", enrolment(id).replace(good, bad)), field);

        assertThat(person.get("enrolments/current").statusCode()).isEqualTo(204);
    }

    @Test
    void aProgramThatIsNotThereCannotBeBegun() {
        assertProblem(person.post("programs/" + UUID.randomUUID() + "/enrolment", enrolment(id)), 404, "not-found");
    }

    @Test
    void theFirstSessionIsFilledInWithTheStartingWeights() {
        enrols();

        Response next = person.get(path + "/next");

        assertThat(next.statusCode()).as(next.asString()).isEqualTo(200);
        assertThat(next.<Integer>path("done")).isZero();
        assertThat(next.<String>path("session.place")).isEqualTo("1.1.1.1");
        assertThat(next.<String>path("session.day")).isEqualTo("A");
        assertThat(LocalDate.parse(next.path("session.localDate")).getDayOfWeek().getValue()).isIn(1, 3, 5);
        assertThat(next.<List<String>>path("session.exercises.lift")).containsExactly("squat", "bench", "row");
        assertThat(next.<String>path(SQUAT + "exerciseName")).isEqualTo("Barbell Full Squat");
        assertThat(next.<String>path(SQUAT + "change")).isEqualTo("start");
        assertThat(next.<String>path(SQUAT + "reason")).isEqualTo("The starting weight that you chose.");
        assertThat(next.<List<Object>>path(SQUAT + "targets")).hasSize(5);
        assertThat(next.<String>path("session.workout.title")).isEqualTo("Alternating fives: A");
        assertThat(next.<List<String>>path("session.workout.exercises.id"))
                .isEqualTo(next.<List<String>>path("session.exercises.workoutExercise"));
        assertThat(next.<List<String>>path("session.workout.exercises[0].sets.kind"))
                .containsExactly("warm-up", "warm-up", "warm-up", "working", "working", "working", "working", "working");
        assertThat(number(next, "session.workout.exercises[0].sets[1].weight")).isEqualByComparingTo("35");
        assertThat(next.<List<Boolean>>path("session.workout.exercises.sets.done.flatten()")).containsOnly(false);
        assertThat(next.<String>path("session.workout.program.place")).isEqualTo("1.1.1.1");
    }

    @Test
    void finishingASessionMovesOnAndEarnsMoreWeight() throws SQLException {
        enrols();
        trains(5);

        Response second = person.get(path + "/next");
        assertThat(second.<String>path("session.place")).isEqualTo("1.1.1.2");
        assertThat(second.<Integer>path("done")).isEqualTo(1);
        assertThat(second.<String>path(SQUAT + "change")).isEqualTo("heavier");
        assertThat(second.<String>path(SQUAT + "reason")).isEqualTo("+2.5 kg, because all sets reached 5 repetitions.");
        assertThat(number(second, SQUAT + "targets[0].weight")).isEqualByComparingTo("62.5");
        assertThat(second.<Object>path("session.exercises.find { it.lift == 'deadlift' }.targets[0].weight")).isNull();

        trains(4);

        Response third = person.get(path + "/next");
        assertThat(third.<String>path("session.place")).isEqualTo("1.1.1.3");
        assertThat(third.<String>path(SQUAT + "change")).isEqualTo("same");
        assertThat(third.<String>path(SQUAT + "reason"))
                .isEqualTo("62.5 kg again, because a set stopped at 4 of 5 repetitions; try 2 of 3.");
    }

    @Test
    void aWorkoutThatGoesOnIsShownAndDoesNotMoveOn() throws SQLException {
        enrols();
        UUID workout = trains(5);
        Application.running()
                .database()
                .change("update workout set ended_at = null where account_id = ? and id = ?", person.account(), workout);

        Response next = person.get(path + "/next");

        assertThat(next.<String>path("session.place")).isEqualTo("1.1.1.1");
        assertThat(next.<String>path("session.begun")).isEqualTo(workout.toString());
    }

    @Test
    void aDeletedWorkoutIsToBeDoneAgain() throws SQLException {
        enrols();
        UUID workout = trains(5);
        Application.running()
                .database()
                .change("update workout set deleted_at = now() where account_id = ? and id = ?", person.account(), workout);

        assertThat(person.get(path + "/next").<String>path("session.place")).isEqualTo("1.1.1.1");
    }

    @Test
    void aPlaceThatTheProgramDoesNotHaveMeansNothing() throws SQLException {
        enrols();
        UUID workout = trains(5);
        Application.running()
                .database()
                .change("update workout set program_place = '9.9.9.9' where account_id = ? and id = ?", person.account(), workout);

        Response next = person.get(path + "/next");

        assertThat(next.statusCode()).as(next.asString()).isEqualTo(200);
        assertThat(next.<String>path("session.place")).isEqualTo("1.1.1.1");
    }

    /** 135 lb are kept as 61.235 kg, and are 135 lb again. */
    @Test
    void whoLoadsPoundsIsToldPounds() throws SQLException {
        String pounds = enrolment(id).replace("\"kg\", \"step\": 2.5", "\"lb\", \"step\": 5").replace("60", "135");
        assertThat(person.post("programs/" + fives + "/enrolment", pounds).statusCode()).isEqualTo(201);
        trains(5);

        Response next = person.get(path + "/next");

        assertThat(next.<String>path(SQUAT + "reason")).isEqualTo("+5 lb, because all sets reached 5 repetitions.");
        assertThat(number(next, SQUAT + "targets[0].weight")).isEqualByComparingTo("140");
        assertThat(next.<String>path("session.workout.exercises[0].sets[0].unit")).isEqualTo("lb");
        Application.running()
                .database()
                .change("update workout_set set entered_weight = weight, entered_unit = 'kg' where account_id = ? and weight is not null", person.account());
        assertThat(number(person.get(path + "/next"), SQUAT + "targets[0].weight")).isEqualByComparingTo("140");
    }

    @Test
    void onlyTheNextSessionCanBeSkipped() {
        enrols();

        assertThat(person.put(path + "/skips/1.1.1.1", "").statusCode()).isEqualTo(204);
        assertThat(person.put(path + "/skips/1.1.1.1", "").statusCode()).isEqualTo(204);
        assertThat(person.get(path + "/next").<String>path("session.place")).isEqualTo("1.1.1.2");
        assertThat(person.get(path + "/next").<Integer>path("skipped")).isEqualTo(1);
        assertProblem(person.put(path + "/skips/1.1.2.1", ""), 409, "conflict");
        assertProblem(person.put(path + "/skips/tomorrow", ""), 404, "not-found");

        assertThat(person.delete(path + "/skips/1.1.1.1").statusCode()).isEqualTo(204);
        assertProblem(person.delete(path + "/skips/1.1.1.1"), 404, "not-found");
        assertProblem(person.delete(path + "/skips/tomorrow"), 404, "not-found");
        assertThat(person.get(path + "/next").<String>path("session.place")).isEqualTo("1.1.1.1");
    }

    @Test
    void whatIsPausedGoesOnAndWhatIsEndedDoesNot() {
        enrols();

        assertThat(person.post(path + "/pause").<String>path("state")).isEqualTo("paused");
        assertThat(person.post(path + "/pause").header("ETag")).isEqualTo("\"2\"");
        assertThat(person.get("enrolments/current").<String>path("state")).isEqualTo("paused");
        assertThat(person.get(path + "/next").<String>path("state")).isEqualTo("paused");
        assertThat(person.post(path + "/resumption").<String>path("state")).isEqualTo("active");
        assertThat(person.post(path + "/resumption").header("ETag")).isEqualTo("\"3\"");
        assertThat(person.post(path + "/end").<String>path("state")).isEqualTo("ended");
        assertThat(person.post(path + "/end").header("ETag")).isEqualTo("\"4\"");
        assertThat(person.post(path + "/pause").<String>path("state")).isEqualTo("ended");
        assertThat(person.post(path + "/resumption").<String>path("state")).isEqualTo("ended");
        assertThat(person.get("enrolments/current").statusCode()).isEqualTo(204);
        assertThat(person.get(path).<String>path("state")).isEqualTo("ended");
        assertThat(person.post("programs/" + fives + "/enrolment", enrolment(UUID.randomUUID())).statusCode())
                .isEqualTo(201);
    }

    @Test
    void startingWeightsMayComeLate() {
        enrols();
        String change =
                """
                {"daysOfWeek": [2, 4, 6], "step": 1, "starts": [{"lift": "squat", "weight": 71}]}
                """;

        Response changed = person.change(path, "\"1\"", change);

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.<List<Integer>>path("daysOfWeek")).containsExactly(2, 4, 6);
        assertThat(number(person.get(path + "/next"), SQUAT + "targets[0].weight")).isEqualByComparingTo("71");
        assertProblem(person.change(path, "\"1\"", change), 412, "precondition-failed");
        assertProblem(person.put(path, change), 428, "precondition-required");
        assertInvalid(person.change(path, "\"2\"", change.replace("squat", "levitation")), "starts[0].lift");
        assertInvalid(person.change(path, "\"2\"", change.replace("\"step\": 1", "\"step\": -1")), "step");
    }

    @Test
    void whoHasBegunKeepsTheProgramAsItWas() {
        String own = "programs/" + UUID.randomUUID();
        Map<String, Object> program = person.get("programs/" + fives).path("program");
        person.create(own, JsonOutput.toJson(program));
        assertThat(person.post(own + "/enrolment", enrolment(id)).statusCode()).isEqualTo(201);

        person.change(own, "\"1\"", JsonOutput.toJson(program).replace("Alternating fives", "Something else"));
        person.delete(own);

        assertThat(person.get("enrolments/current").<String>path("programName")).isEqualTo("Alternating fives");
        assertThat(person.get(path + "/next").<String>path("session.day")).isEqualTo("A");
        assertProblem(person.post(own + "/enrolment", enrolment(id)), 404, "not-found");
    }

    @Test
    void somebodyElsesEnrolmentIsNotThere() {
        Api other = Api.signedUp();
        enrols();

        assertProblem(other.get(path), 404, "not-found");
        assertProblem(other.get(path + "/next"), 404, "not-found");
        assertProblem(other.put(path + "/skips/1.1.1.1", ""), 404, "not-found");
        assertProblem(other.delete(path + "/skips/1.1.1.1"), 404, "not-found");
        assertProblem(other.post(path + "/pause"), 404, "not-found");
        assertProblem(other.post(path + "/resumption"), 404, "not-found");
        assertProblem(other.post(path + "/end"), 404, "not-found");
        assertProblem(other.change(path, "\"1\"", "{\"daysOfWeek\": [1], \"step\": 1, \"starts\": []}"), 404, "not-found");
        assertThat(other.get("enrolments/current").statusCode()).isEqualTo(204);
        assertThat(person.get(path).<String>path("state")).isEqualTo("active");
    }

    @Test
    void asksForAnAccountAndARightToWrite() {
        enrols();
        Api reader = person.withToken("read");

        assertProblem(Api.stranger().get("enrolments/current"), 401, "unauthenticated");
        assertProblem(Api.stranger().get(path + "/next"), 401, "unauthenticated");
        assertProblem(Api.stranger().post(path + "/end"), 401, "unauthenticated");
        assertThat(reader.get("enrolments/current").statusCode()).isEqualTo(200);
        assertThat(reader.get(path).statusCode()).isEqualTo(200);
        assertThat(reader.get(path + "/next").statusCode()).isEqualTo(200);
        assertProblem(reader.put(path + "/skips/1.1.1.1", ""), 403, "insufficient-scope");
        assertProblem(reader.delete(path + "/skips/1.1.1.1"), 403, "insufficient-scope");
        assertProblem(reader.post(path + "/pause"), 403, "insufficient-scope");
        assertProblem(reader.post(path + "/resumption"), 403, "insufficient-scope");
        assertProblem(reader.post(path + "/end"), 403, "insufficient-scope");
        assertProblem(reader.change(path, "\"1\"", "{\"daysOfWeek\": [1], \"step\": 1, \"starts\": []}"), 403, "insufficient-scope");
    }

    /** Does the next session with so many repetitions in each set, and finishes it. */
    private UUID trains(int reps) throws SQLException {
        return ProgramSessions.finish(person, id, reps);
    }

    @Test
    void theDayOfTheNextSessionIsTodayOrLater() {
        enrols();

        assertThat(LocalDate.parse(person.get(path + "/next").path("session.localDate")))
                .isAfterOrEqualTo(LocalDate.now(ZoneOffset.UTC).minusDays(1));
    }
}
