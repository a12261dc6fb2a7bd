package app.primaryassistant.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.programs.boundary.ProgramSessions;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Workouts;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The frequent requests cost the database two statements each: one that names the account, one that does the work.
 *
 * <p>Not counted are the look-up of the session, which every request makes, the driver's of a type, which it remembers, the
 * pool's own check of a connection, and {@code BEGIN} and {@code COMMIT}, which travel with the statements. PostgreSQL itself
 * counts, in {@code pg_stat_statements}.
 */
class StatementCountIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Database DATABASE = Application.running().database();

    private static final String DAY = """
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

        assertThat(summedUp(() -> person.post("workouts", workout), 201)).hasSizeBetween(1, 2);

        String path = "workouts/" + person.get("workouts/recent").path("items[0].id");
        assertThat(summedUp(() -> person.change(path, "\"1\"", workout), 200)).hasSizeBetween(1, 2);
        assertThat(statementsOf(() -> person.get(path), 200)).hasSizeBetween(1, 2);

        String records = "strength/records?workout=" + path.replace("workouts/", "");
        assertThat(statementsOf(() -> person.get(records), 200)).hasSizeBetween(1, 2);
    }

    /** The statements of a change, but for the one by which the database itself sums a workout up at the commit. */
    private List<String> summedUp(Supplier<Response> change, int status) throws SQLException {
        List<String> statements = statementsOf(change, status);
        assertThat(statements.stream().filter(StatementCountIT::sums)).hasSize(1);
        return statements.stream().filter(statement -> !sums(statement)).toList();
    }

    private static boolean sums(String statement) {
        return statement.startsWith("SELECT sum_up_workouts(new.");
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

    @Test
    void importsAndOneOfThem() throws SQLException {
        String id = bring(20).path("id");

        assertThat(statementsOf(() -> person.get("imports"), 200)).hasSizeBetween(1, 2);
        assertThat(statementsOf(() -> person.get("imports/" + id), 200)).hasSizeBetween(1, 2);
    }

    /** Rows go in some hundred at a time when they are read, and two thousand at a time when they are written. */
    @Test
    void anImportTakesNoMoreStatementsForMoreRows() throws SQLException {
        List<List<String>> bringing = new ArrayList<>();
        List<List<String>> applying = new ArrayList<>();
        for (int rows : List.of(4, 400)) {
            person = Api.signedUp();
            bringing.add(withoutAccount(statementsOf(() -> bring(rows), 201)));
            String id = person.get("imports").path("items[0].id");
            applying.add(withoutAccount(statementsOf(() -> applied(id), 200)));
        }

        assertThat(bringing.get(1)).hasSameSizeAs(bringing.get(0));
        assertThat(applying.get(1)).hasSameSizeAs(applying.get(0));
    }

    /** Without the naming of the account, for steps of an import name it too, as often as the time that passes asks for them. */
    private static List<String> withoutAccount(List<String> statements) {
        return statements.stream()
                .filter(statement -> !statement.contains("set_config"))
                .toList();
    }

    private Response bring(int rows) {
        var text = new StringBuilder(
                "Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,RPE\n");
        for (int i = 0; i < rows; i++) {
            text.append("%s 07:30:00,Legs,1h,Barbell Squat,%d,100,5,0,0,8\n"
                    .formatted(LocalDate.of(2023, 1, 1).plusDays(i / 4), i % 4 + 1));
        }
        return person.request().contentType("text/csv").body(text.toString()).post("imports");
    }

    /** It waits by asking the database itself, as its own requests would be counted. */
    private Response applied(String id) {
        Response begun = person.post("imports/" + id + "/application");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> DATABASE.number(
                                "select count(*) from import where id = ? and state = 'applied'", UUID.fromString(id))
                        == 1);
        return person.get("imports/" + id);
    }

    private UUID follow(String program) {
        UUID id = UUID.randomUUID();
        String programId = person.get("programs").path("items.find { it.name == '" + program + "' }.id");
        Response begun = person.post("programs/" + programId + "/enrolment", """
                {"id": "%s", "startOn": "2024-03-31", "daysOfWeek": [1], "unit": "kg", "step": 2.5, "starts": []}
                """.formatted(id));
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        return id;
    }

    /** One entry for each time a statement ran, but for the steps of an import, which are written by the time that passes. */
    private List<String> statementsOf(Supplier<Response> request, int status) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (var superuser = DATABASE.asSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
            Response response = request.get();
            assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
            var rows = statement.executeQuery("""
                    select query, calls from pg_stat_statements
                    where userid = '%s'::regrole and query not like '%%resume_session%%' and query not ilike 'select $1'
                        and query not like '%%pg_catalog%%' and query not like '%%update import set done =%%'
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
