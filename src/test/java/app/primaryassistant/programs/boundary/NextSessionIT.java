package app.primaryassistant.programs.boundary;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.number;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.TestClock;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import groovy.json.JsonOutput;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A followed program's next session, done as it is given, done otherwise, or skipped. */
class NextSessionIT {

    private static final String SQUAT = "session.exercises.find { it.lift == 'squat' }.";

    private final Api person = Api.signedUp();
    private final UUID id = UUID.randomUUID();
    private final String path = "enrolments/" + id;
    private String fives;

    @BeforeEach
    void find() {
        fives = person.get("programs").path("items.find { it.name == 'Alternating fives' }.id");
    }

    private void enrols() {
        enrols(EnrolmentsResourceIT.enrolment(id));
    }

    private void enrols(String enrolment) {
        Response begun = person.post("programs/" + fives + "/enrolment", enrolment);
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
    }

    /** Does the next session with so many repetitions in each set, and finishes it. */
    private UUID trains(int reps) {
        return ProgramSessions.finish(person, id, reps);
    }

    @Test
    void theFirstSessionIsFilledInWithTheStartingWeights() {
        enrols();

        Response next = person.get(path + "/next");

        assertThat(next.statusCode()).as(next.asString()).isEqualTo(200);
        assertThat(next.<Integer>path("done")).isZero();
        assertThat(next.<String>path("session.place")).isEqualTo("1.1.1.1");
        assertThat(next.<String>path("session.day")).isEqualTo("A");
        assertThat(LocalDate.parse(next.path("session.localDate"))
                        .getDayOfWeek()
                        .getValue())
                .isIn(1, 3, 5);
        assertThat(next.<List<String>>path("session.exercises.lift")).containsExactly("squat", "bench", "row");
        assertThat(next.<String>path(SQUAT + "exerciseName")).isEqualTo("Barbell Full Squat");
        assertThat(next.<String>path(SQUAT + "change")).isEqualTo("start");
        assertThat(next.<String>path(SQUAT + "reason")).isEqualTo("The starting weight you chose.");
        assertThat(next.<List<Object>>path(SQUAT + "targets")).hasSize(5);
        assertThat(next.<String>path("session.workout.title")).isEqualTo("Alternating fives: A");
        assertThat(next.<List<String>>path("session.workout.exercises.id"))
                .isEqualTo(next.<List<String>>path("session.exercises.workoutExercise"));
        assertThat(next.<List<String>>path("session.workout.exercises[0].sets.kind"))
                .containsExactly(
                        "warm-up", "warm-up", "warm-up", "working", "working", "working", "working", "working");
        assertThat(number(next, "session.workout.exercises[0].sets[1].weight")).isEqualByComparingTo("35");
        assertThat(next.<List<Boolean>>path("session.workout.exercises.sets.done.flatten()"))
                .containsOnly(false);
        assertThat(next.<String>path("session.workout.program.place")).isEqualTo("1.1.1.1");
        assertThat(next.<String>path("programName")).isEqualTo("Alternating fives");
        assertThat(next.<String>path("unit")).isEqualTo("kg");
        assertThat(next.<String>path(SQUAT + "rule.rule")).isEqualTo("linear");
        assertThat(next.<List<String>>path("round.place"))
                .containsExactly("1.1.1.1", "1.1.1.2", "1.1.1.3", "1.1.2.1", "1.1.2.2", "1.1.2.3");
    }

    /** 40, 60 and 80 % of 30 kg are 12, 18 and 24 kg, and the bar weighs 20. */
    @Test
    void warmUpsBeginAtTheBar() {
        enrols(EnrolmentsResourceIT.enrolment(id).replace("60}", "30}"));

        Response next = person.get(path + "/next");

        assertThat(next.<List<String>>path("session.workout.exercises[0].sets.kind"))
                .containsExactly("warm-up", "warm-up", "working", "working", "working", "working", "working");
        assertThat(next.<List<Number>>path("session.workout.exercises[0].sets.weight"))
                .extracting(Number::doubleValue)
                .containsExactly(20.0, 25.0, 30.0, 30.0, 30.0, 30.0, 30.0);
    }

    @Test
    void finishingASessionMovesOnAndEarnsMoreWeight() {
        enrols();
        trains(5);

        Response second = person.get(path + "/next");
        assertThat(second.<String>path("session.place")).isEqualTo("1.1.1.2");
        assertThat(second.<Integer>path("done")).isEqualTo(1);
        assertThat(second.<String>path(SQUAT + "change")).isEqualTo("heavier");
        assertThat(second.<String>path(SQUAT + "reason")).isEqualTo("+2.5 kg, because all sets reached 5 repetitions.");
        assertThat(number(second, SQUAT + "targets[0].weight")).isEqualByComparingTo("62.5");
        assertThat(second.<Object>path("session.exercises.find { it.lift == 'deadlift' }.targets[0].weight"))
                .isNull();

        trains(4);

        Response third = person.get(path + "/next");
        assertThat(third.<String>path("session.place")).isEqualTo("1.1.1.3");
        assertThat(third.<String>path(SQUAT + "change")).isEqualTo("same");
        assertThat(third.<String>path(SQUAT + "reason"))
                .isEqualTo("62.5 kg again, because a set stopped at 4 of 5 repetitions; attempt 2 of 3.");
    }

    @Test
    void whereRirAndRpeAreBothRecordedProgramsAndEstimatesBelieveTheSameOne() {
        String byEffort = person.get("programs").path("items.find { it.name == 'Full body by effort' }.id");
        Response begun = person.post("programs/" + byEffort + "/enrolment", """
                {"id": "%s", "startOn": "2024-04-01", "daysOfWeek": [1, 3, 5], "unit": "kg", "step": 2.5, "starts": [
                  {"lift": "squat", "weight": 60}, {"lift": "bench", "weight": 50}, {"lift": "row", "weight": 40}]}
                """.formatted(id));
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);

        UUID workout = ProgramSessions.finish(person, id, 5, Map.of("rpe", 10, "rir", 3));

        Response trained = person.get("workouts/" + workout);
        String squat = trained.path("exercises[0].exerciseId");
        Response progress = person.get("strength/exercises/" + squat + "?on=" + trained.path("localDate"));
        assertThat(number(progress, "days[0].estimate.reserve")).isEqualByComparingTo("3");
        assertThat(weightOf(squat))
                .as("the next weight, which RPE 10 would lower")
                .isGreaterThan(new BigDecimal(60));
    }

    /** What the program asks for next; other sessions come before the exercise is trained again. */
    private BigDecimal weightOf(String exercise) {
        String targets = "session.exercises.find { it.exerciseId == '" + exercise + "' }?.targets";
        Response next = person.get(path + "/next");
        for (int sessions = 0; next.path(targets) == null && sessions < 6; sessions++) {
            ProgramSessions.finish(person, id, 5);
            next = person.get(path + "/next");
        }
        return number(next, targets + "[0].weight");
    }

    @Test
    void aWorkoutThatGoesOnIsShownAndDoesNotMoveOn() {
        enrols();
        UUID workout = ProgramSessions.begin(person, id);

        Response next = person.get(path + "/next");

        assertThat(next.<String>path("session.place")).isEqualTo("1.1.1.1");
        assertThat(next.<String>path("session.begun")).isEqualTo(workout.toString());
        assertThat(person.get("workouts/" + workout).<String>path("program.place"))
                .isEqualTo("1.1.1.1");
    }

    @Test
    void aDeletedWorkoutIsToBeDoneAgain() {
        enrols();
        UUID workout = trains(5);
        person.delete("workouts/" + workout);

        assertThat(person.get(path + "/next").<String>path("session.place")).isEqualTo("1.1.1.1");
        assertThat(person.post("workouts/" + workout + "/restoration").statusCode())
                .isEqualTo(200);
        assertThat(person.get(path + "/next").<String>path("session.place")).isEqualTo("1.1.1.2");
    }

    @Test
    void aSessionHasOneWorkout() {
        enrols();
        String workout = planned();
        String first = "workouts/" + UUID.randomUUID();
        String second = "workouts/" + UUID.randomUUID();
        assertThat(person.create(first, workout).statusCode()).isEqualTo(201);

        assertProblem(person.create(second, workout), 409, "conflict");

        person.delete(first);
        assertThat(person.create(second, planned()).statusCode()).isEqualTo(201);
        assertProblem(person.post(first + "/restoration"), 409, "conflict");
    }

    /** The next session as a workout, with ids of its own. */
    private String planned() {
        return JsonOutput.toJson(person.get(path + "/next").<Object>path("session.workout"));
    }

    @Test
    void aWorkoutOfAProgramThatIsNotOnesOwnIsRefused() {
        enrols();
        Api other = Api.signedUp();
        String workout = JsonOutput.toJson(person.get(path + "/next").<Object>path("session.workout"));

        assertInvalid(other.create("workouts/" + UUID.randomUUID(), workout), "program.enrolmentId");
        assertInvalid(
                person.create("workouts/" + UUID.randomUUID(), workout.replace("1.1.1.1", "first")), "program.place");
    }

    @Test
    void aWorkoutCannotBeMovedToAProgramThatNobodyFollows() {
        enrols();
        String workout = JsonOutput.toJson(person.get(path + "/next").<Object>path("session.workout"));
        String made = "workouts/" + UUID.randomUUID();
        person.create(made, workout);

        assertInvalid(
                person.change(
                        made,
                        "\"1\"",
                        workout.replace(id.toString(), UUID.randomUUID().toString())),
                "program.enrolmentId");
        assertProblem(person.change(made, "\"7\"", workout), 412, "precondition-failed");
    }

    @Test
    void aPlaceThatTheProgramDoesNotHaveMeansNothing() throws SQLException {
        enrols();
        UUID workout = trains(5);
        Application.running()
                .database()
                .change(
                        "update workout set program_place = '9.9.9.9' where account_id = ? and id = ?",
                        person.account(),
                        workout);

        Response next = person.get(path + "/next");

        assertThat(next.statusCode()).as(next.asString()).isEqualTo(200);
        assertThat(next.<String>path("session.place")).isEqualTo("1.1.1.1");
    }

    /** 135 lb are kept as 61.235 kg, and are 135 lb again. */
    @Test
    void whoLoadsPoundsIsToldPounds() throws SQLException {
        enrols(EnrolmentsResourceIT.enrolment(id)
                .replace("\"kg\", \"step\": 2.5", "\"lb\", \"step\": 5")
                .replace("\"weight\": 60", "\"weight\": 135"));
        trains(5);

        Response next = person.get(path + "/next");

        assertThat(next.<String>path(SQUAT + "reason")).isEqualTo("+5 lb, because all sets reached 5 repetitions.");
        assertThat(number(next, SQUAT + "targets[0].weight")).isEqualByComparingTo("140");
        assertThat(next.<String>path("session.workout.exercises[0].sets[0].unit"))
                .isEqualTo("lb");
        Application.running()
                .database()
                .change(
                        "update workout_set set entered_weight = weight, entered_unit = 'kg' where account_id = ? and weight is not null",
                        person.account());
        assertThat(number(person.get(path + "/next"), SQUAT + "targets[0].weight"))
                .isEqualByComparingTo("140");
    }

    @Test
    void onlyTheNextSessionCanBeSkipped() {
        enrols();

        assertThat(person.put(path + "/skips/1.1.1.1", "").statusCode()).isEqualTo(204);
        assertThat(person.put(path + "/skips/1.1.1.1", "").statusCode()).isEqualTo(204);
        assertThat(person.get(path + "/next").<String>path("session.place")).isEqualTo("1.1.1.2");
        assertThat(person.get(path + "/next").<Integer>path("skipped")).isEqualTo(1);
        assertThat(person.get(path + "/next").<List<String>>path("round.state"))
                .containsExactly("skipped", "next", "ahead", "ahead", "ahead", "ahead");
        assertProblem(person.put(path + "/skips/1.1.2.1", ""), 409, "conflict");
        assertProblem(person.put(path + "/skips/tomorrow", ""), 404, "not-found");

        assertThat(person.delete(path + "/skips/1.1.1.1").statusCode()).isEqualTo(204);
        assertProblem(person.delete(path + "/skips/1.1.1.1"), 404, "not-found");
        assertProblem(person.delete(path + "/skips/tomorrow"), 404, "not-found");
        assertThat(person.get(path + "/next").<String>path("session.place")).isEqualTo("1.1.1.1");
    }

    @Test
    void theDayOfTheNextSessionIsTodayOrLater() {
        enrols();

        assertThat(LocalDate.parse(person.get(path + "/next").path("session.localDate")))
                .isAfterOrEqualTo(TestClock.today().minusDays(1));
    }
}
