package app.primaryassistant.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Workouts;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the nightly purge removes for good, and what it leaves. */
class PurgeIT {

    private static final Database DATABASE = Application.running().database();

    private final Api person = Api.signedUp();

    @Test
    void aWorkoutGoesThirtyDaysAfterItWasDeleted() throws SQLException {
        String squats = Workouts.exercise(Workouts.exercise("barbell-squat"), Workouts.set(5, 100));
        UUID old = UUID.fromString(
                person.post("workouts", Workouts.ended("2024-03-30", squats)).path("id"));
        String recent = person.post("workouts", Workouts.ended("2024-03-31")).path("id");
        person.delete("workouts/" + old);
        person.delete("workouts/" + recent);
        DATABASE.change("update workout set deleted_at = server_now() - interval '31 days' where id = ?", old);

        DATABASE.purge();

        assertThat(rows("workout")).isEqualTo(1);
        assertThat(rows("workout_set")).isZero();
        assertThat(person.post("workouts/" + recent + "/restoration").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOwnExerciseStaysForAsLongAsAWorkoutHasIt() throws SQLException {
        String keg = "{\"name\": \"Keg carry\", \"category\": \"strongman\", \"tracking\": \"duration\"}";
        UUID done = UUID.fromString(person.post("exercises", keg).path("id"));
        String never = person.post("exercises", keg).path("id");
        person.request().put("exercises/" + never + "/favourite");
        String workout = person.post("workouts", Workouts.ended("2024-03-31", Workouts.exercise(done)))
                .path("id");
        person.delete("exercises/" + done);
        person.delete("exercises/" + never);
        DATABASE.change(
                "update own_exercise set deleted_at = server_now() - interval '31 days' where account_id = ?",
                person.account());

        DATABASE.purge();

        assertThat(rows("own_exercise")).isEqualTo(1);
        assertThat(rows("favourite_exercise")).isZero();
        assertThat(person.get("workouts/" + workout).<String>path("exercises[0].name"))
                .isEqualTo("Keg carry");
    }

    @Test
    void aProgramGoesAndItsExerciseStaysForAsLongAsSomebodyFollowsIt() throws SQLException {
        UUID keg = UUID.fromString(person.post(
                        "exercises",
                        "{\"name\": \"Keg carry\", \"category\": \"strongman\", \"tracking\": \"duration\"}")
                .path("id"));
        UUID id = UUID.randomUUID();
        person.create("programs/" + id, program(keg));
        person.post("programs/" + id + "/enrolment", """
                {"id": "%s", "startOn": "2024-03-31", "daysOfWeek": [1], "unit": "kg", "step": 2.5, "starts": []}
                """.formatted(id));
        person.delete("programs/" + id);
        person.delete("exercises/" + keg);
        DATABASE.change(
                "update program set deleted_at = server_now() - interval '31 days' where account_id = ?",
                person.account());
        DATABASE.change(
                "update own_exercise set deleted_at = server_now() - interval '31 days' where account_id = ?",
                person.account());

        DATABASE.purge();

        assertThat(rows("program")).isZero();
        assertThat(rows("own_exercise")).isEqualTo(1);
        assertThat(person.get("enrolments/" + id + "/next").<String>path("session.exercises[0].exerciseName"))
                .isEqualTo("Keg carry");

        person.post("enrolments/" + id + "/end");
        DATABASE.purge();

        assertThat(rows("own_exercise")).isZero();
    }

    private static String program(UUID exercise) {
        return """
               {"name": "Carries", "phases": [{"name": "All", "weeks": [{"days": [{"name": "A", "exercises": [
                 {"lift": "carry", "exerciseId": "%s", "rule": {"rule": "fixed", "sets": 3, "seconds": 40}}]}]}]}]}
               """.formatted(exercise);
    }

    @Test
    void aDeviceIsForgottenAYearAfterItsLastUse() throws SQLException {
        DATABASE.change(
                "update device set last_used_at = server_now() - interval '364 days' where account_id = ?",
                person.account());
        DATABASE.purge();
        assertThat(rows("device")).isEqualTo(1);

        DATABASE.change(
                "update device set last_used_at = server_now() - interval '366 days' where account_id = ?",
                person.account());
        DATABASE.purge();
        assertThat(rows("device")).isZero();
    }

    private long rows(String table) throws SQLException {
        return DATABASE.number("select count(*) from " + table + " where account_id = ?", person.account());
    }
}
