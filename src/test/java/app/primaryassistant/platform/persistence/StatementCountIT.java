package app.primaryassistant.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.programs.boundary.ProgramSessions;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Database;
import app.primaryassistant.support.Workouts;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The frequent requests cost the database two statements each: one that names the account, one that does the work.
 *
 * <p>Not counted are the look-up of the session, which every request makes, the pool's own check of a connection, and {@code
 * BEGIN} and {@code COMMIT}, which travel with the statements. PostgreSQL itself counts, in {@code pg_stat_statements}.
 */
class StatementCountIT {

    private static final Database DATABASE = Application.running().database();

    private static final String DAY =
            """
            {"localDate": "2024-03-31", "note": "slept well", "values": [
                {"metric": "weight", "value": 185, "unit": "lb"}, {"metric": "body-fat", "value": 22.5},
                {"metric": "waist", "value": 0.88}, {"metric": "hips", "value": 39, "unit": "in"}, {"metric": "neck", "value": 0.38},
                {"metric": "systolic", "value": 118}, {"metric": "diastolic", "value": 76},
                {"metric": "resting-heart-rate", "value": 55}, {"metric": "sleep-duration", "value": 7.5},
                {"metric": "mood", "value": 8}, {"metric": "x-grip", "value": 50}, {"metric": "x-pain", "value": 2}]}
            """;

    private Api person;

    @BeforeAll
    static void count() throws SQLException {
        try (var superuser = DATABASE.asSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
    }

    @BeforeEach
    void fill() {
        person = Api.signedUp();
        person.post("metrics", "{\"name\": \"Grip\", \"unit\": \"kg\"}");
        person.post("metrics", "{\"name\": \"Pain\", \"unit\": \"\"}");
        person.post("check-ins", DAY);
        person.post("check-ins", DAY);
    }

    @Test
    void aListOfMeasurements() throws SQLException {
        List<String> statements = statementsOf(() -> person.get("measurements?limit=20"), 200);

        assertThat(statements).hasSizeBetween(1, 2);
    }

    @Test
    void aSummary() throws SQLException {
        List<String> statements = statementsOf(() -> person.get("measurements/summary?on=2024-03-31"), 200);

        assertThat(statements).hasSizeBetween(1, 2);
    }

    @Test
    void aCheckInWithTwelveValuesOfBuiltInAndOwnMetrics() throws SQLException {
        List<String> statements = statementsOf(() -> person.post("check-ins", DAY), 201);

        assertThat(statements).hasSizeBetween(1, 2);
    }

    @Test
    void aWholeWorkout() throws SQLException {
        String[] exercises = new String[8];
        for (int i = 0; i < exercises.length; i++) {
            exercises[i] = Workouts.exercise(squat(), Workouts.set(5, 100), Workouts.set(5, 100), Workouts.set(5, 100));
        }
        String workout = Workouts.ended("2024-03-31", exercises);

        assertThat(statementsOf(() -> person.post("workouts", workout), 201)).hasSizeBetween(1, 2);

        String path = "workouts/" + person.get("workouts/recent").path("items[0].id");
        assertThat(statementsOf(() -> person.change(path, "\"1\"", workout), 200)).hasSizeBetween(1, 2);
        assertThat(statementsOf(() -> person.get(path), 200)).hasSizeBetween(1, 2);

        String records = "strength/records?workout=" + path.replace("workouts/", "");
        assertThat(statementsOf(() -> person.get(records), 200)).hasSizeBetween(1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workouts?limit=50",
                "workouts?type=strength&exercise=SQUAT",
                "workouts/recent",
                "workouts/current",
                "workouts/statistics?days=3650",
                "workouts/volume?weeks=52",
                "exercises?q=sqaut",
                "exercises/definitions",
                "exercises/SQUAT",
                "exercises/SQUAT/history",
                "exercises/last-sets?exercise=SQUAT",
                "strength/exercises/SQUAT",
                "strength/records",
                "strength/muscles",
                "load",
                "load/calendar",
                "load/streak",
                "load/goal",
            })
    void whatTheTrainingPagesAsk(String path) throws SQLException {
        person.post("workouts", Workouts.ended("2024-03-31", Workouts.exercise(squat(), Workouts.set(5, 100))));
        person.post("workouts", Workouts.goingOn("2024-04-01", Workouts.exercise(squat(), Workouts.set(5, 100))));

        String asked = path.replace("SQUAT", squat().toString());
        assertThat(statementsOf(() -> person.get(asked), 200)).hasSizeBetween(1, 2);
    }

    private static UUID squat() {
        return Workouts.exercise("barbell-squat");
    }

    @Test
    void theNextSessionOfAProgram() throws SQLException {
        UUID id = follow("Four-week waves");
        ProgramSessions.finish(person, id, 5);

        List<String> statements = statementsOf(() -> person.get("enrolments/" + id + "/next"), 200);

        assertThat(statements).hasSizeBetween(1, 2);
    }

    @Test
    void theProgramThatIsFollowed() throws SQLException {
        follow("Alternating fives");

        List<String> statements = statementsOf(() -> person.get("enrolments/current"), 200);

        assertThat(statements).hasSizeBetween(1, 2);
        assertThat(statementsOf(() -> person.get("enrolments"), 200)).hasSizeBetween(1, 2);
        String path = "enrolments/" + person.get("enrolments/current").path("id") + "/program";
        assertThat(statementsOf(() -> person.get(path), 200)).hasSizeBetween(1, 2);
    }

    @Test
    void theListOfPrograms() throws SQLException {
        List<String> statements = statementsOf(() -> person.get("programs"), 200);

        assertThat(statements).hasSizeBetween(1, 2);
    }

    @Test
    void aProgramThatIsShipped() throws SQLException {
        String id = person.get("programs").path("items[0].id");

        List<String> statements = statementsOf(() -> person.get("programs/" + id), 200);

        assertThat(statements).hasSizeBetween(1, 2);
    }

    private UUID follow(String program) {
        UUID id = UUID.randomUUID();
        String programId = person.get("programs").path("items.find { it.name == '" + program + "' }.id");
        Response begun = person.post(
                "programs/" + programId + "/enrolment",
                """
                {"id": "%s", "startOn": "2024-03-31", "daysOfWeek": [1], "unit": "kg", "step": 2.5, "starts": []}
                """.formatted(id));
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        return id;
    }

    /** One entry for each time a statement ran. */
    private List<String> statementsOf(Supplier<Response> request, int status) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (var superuser = DATABASE.asSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
            Response response = request.get();
            assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
            var rows = statement.executeQuery(
                    """
                    select query, calls from pg_stat_statements
                    where userid = '%s'::regrole and query not like '%%resume_session%%' and query not ilike 'select $1'
                    """.formatted(Database.APPLICATION));
            while (rows.next()) {
                for (int i = 0; i < rows.getInt(2); i++) {
                    statements.add(rows.getString(1));
                }
            }
        }
        return statements;
    }
}
