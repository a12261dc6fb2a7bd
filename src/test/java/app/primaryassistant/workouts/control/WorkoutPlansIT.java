package app.primaryassistant.workouts.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Workouts;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How PostgreSQL answers what the training pages ask, over ten years of one account among others: by indices, never by reading
 * through a table that grows with everybody's sets. The plans are those of the program's own statements, as auto_explain logs them.
 */
class WorkoutPlansIT {

    private static final Database DATABASE = Application.running().database();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String OTHERS = """
            insert into account (id, name, password_hash, role, created_at, version)
            select gen_random_uuid(), 'athlete-' || n, 'x', 'member', server_now(), 1 from generate_series(1, 12) n
            """;

    /** Five exercises of four sets in each workout, day by day for all accounts, as it comes to pass. */
    private static final List<String> TRAINING = List.of("""
            insert into workout (account_id, id, local_date, started_at, zone, ended_at, type, duration_s, source, version)
            select a.id, gen_random_uuid(), server_now()::date - n * 6, (server_now()::date - n * 6) + time '17:00', 'UTC',
                   (server_now()::date - n * 6) + time '18:00', 'strength', 3600, 'typed', 1
            from generate_series(600, 1, -1) n cross join account a where a.name like 'athlete-%' or a.id = '%1$s' order by n desc, a.id
            """, """
            insert into workout_exercise (account_id, id, workout_id, local_date, started_at, exercise_id, position)
            select w.account_id, gen_random_uuid(), w.id, w.local_date, w.started_at, x.id, x.n % 5 + 1
            from workout w join account a on a.id = w.account_id and (a.name like 'athlete-%' or a.id = '%1$s')
            join (select id, row_number() over (order by (slug = 'barbell-squat') desc, (slug = 'pullups') desc, slug) - 1 as n from exercise where category = 'strength') x
                on x.n < 40 and x.n / 5 = (w.local_date - date '2000-01-01') / 6 % 8
            order by w.local_date, w.account_id
            """, """
            insert into workout_set (account_id, id, workout_exercise_id, position, kind, reps, weight, entered_weight, entered_unit, done)
            select e.account_id, gen_random_uuid(), e.id, s, case s when 1 then 'warm-up' else 'working' end, 5, 80 + s, 80 + s, 'kg', true
            from workout_exercise e join account a on a.id = e.account_id and (a.name like 'athlete-%' or a.id = '%1$s')
            cross join generate_series(1, 4) s order by e.local_date, e.account_id
            """, """
            insert into observation (account_id, id, metric, value, entered_value, entered_unit, local_date, recorded_at, zone, source, version)
            select a.id, gen_random_uuid(), m.metric, 80, 80, 'kg', server_now()::date - n, (server_now()::date - n) + time '07:00', 'UTC', 'typed', 1
            from generate_series(3650, 1, -1) n cross join account a cross join (values ('weight'), ('body-fat')) as m(metric)
            where a.name like 'athlete-%' or a.id = '%1$s' order by n desc, a.id
            """, """
            update workout set version = version + 1
            """);

    private static Api person;

    @BeforeAll
    static void train() throws SQLException {
        person = Api.signedUp();
        DATABASE.change(OTHERS);
        for (String rows : TRAINING) {
            DATABASE.change(rows.replace("%1$s", person.account().toString()));
        }
        asSuperuser(
                "vacuum analyze",
                "alter system set log_line_prefix = '%m [%p] %a '",
                "alter system set auto_explain.log_analyze = on",
                "alter system set auto_explain.log_buffers = on",
                "alter system set auto_explain.log_min_duration = 0",
                "select pg_reload_conf()");
    }

    @AfterAll
    static void rest() throws SQLException {
        asSuperuser("alter system reset all", "select pg_reload_conf()");
        DATABASE.change("delete from account where name like 'athlete-%' or id = ?", person.account());
    }

    private static void asSuperuser(String... commands) throws SQLException {
        try (var superuser = DATABASE.asSuperuser();
                var statement = superuser.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workouts?limit=50",
                "workouts?limit=50&from=2020-01-01&to=2022-12-31",
                "workouts?limit=50&type=strength&exercise=SQUAT",
                "workouts/recent?n=5",
                "workouts/statistics?days=90",
                "workouts/statistics?days=3650",
                "workouts/volume?weeks=520",
                "exercises/SQUAT",
                "exercises/PULLUPS/history",
                "strength/exercises/PULLUPS",
                "exercises/SQUAT/history",
                "exercises/last-sets?exercise=SQUAT",
                "exercises?q=squat",
                "strength/exercises/SQUAT",
                "strength/records",
                "strength/muscles?weeks=8",
                "strength/muscles?weeks=520",
                "load?days=3650",
                "load/calendar",
                "load/streak",
            })
    void noPageReadsThroughABigTable(String path) throws SQLException {
        String asked = path.replace("SQUAT", Workouts.exercise("barbell-squat").toString())
                .replace("PULLUPS", Workouts.exercise("pullups").toString());

        assertByIndex(plansOf(person.get(asked)));
    }

    @Test
    void theWorkoutThatIsGoingOnIsFoundAmongTheOthers() throws SQLException {
        String body = Workouts.goingOn(
                "2024-03-31", Workouts.exercise(Workouts.exercise("barbell-squat"), Workouts.set(5, 100)));

        Response made = person.post("workouts", body);

        assertByIndex(plansOf(made));
        assertByIndex(plansOf(person.change("workouts/" + made.path("id"), "\"1\"", body)));
        assertByIndex(plansOf(person.get("workouts/" + made.path("id"))));
        assertByIndex(plansOf(person.get("workouts/current")));
        assertByIndex(plansOf(person.get("strength/records?workout=" + made.path("id"))));
    }

    /** The sets of 600 sessions are read; those of nobody else, and none through the table. */
    @Test
    void theNextSessionOfAProgramComesFromItsOwnSessions() throws SQLException {
        UUID id = UUID.randomUUID();
        String program = person.get("programs").path("items.find { it.name == 'Full body by effort' }.id");
        person.post("programs/" + program + "/enrolment", """
                {"id": "%s", "startOn": "2016-01-01", "daysOfWeek": [1], "unit": "kg", "step": 2.5, "starts": []}
                """.formatted(id));
        DATABASE.change("""
                update workout w set enrolment_id = ?, program_place = '1.' || n || '.1.1'
                from (select id, row_number() over (order by local_date) as n from workout
                      where account_id = ? and ended_at is not null) o
                where w.account_id = ? and w.id = o.id
                """, id, person.account(), person.account());
        asSuperuser("analyze workout");

        Response next = person.get("enrolments/" + id + "/next");

        assertByIndex(plansOf(next));
        assertThat(next.<Integer>path("done")).isEqualTo(600);
        assertThat(next.<String>path("session.place")).isEqualTo("1.600.1.2");
    }

    /** What is there already is looked for row by row of the file, and what came by it is found by its import. */
    @Test
    void anImportFindsItsLikeAndIsUndoneByIndices() throws SQLException {
        DATABASE.change("""
                insert into observation (account_id, id, metric, value, entered_value, entered_unit, local_date, recorded_at, zone, source, version)
                select a.id, gen_random_uuid(), 'weight', 80, 80, 'kg', server_now()::date - n, server_now() - n * interval '1 day', 'UTC', 'typed', 1
                from generate_series(3650, 1, -1) n cross join account a where a.name like 'athlete-%' or a.id = ? order by n desc, a.id
                """, person.account());
        asSuperuser("analyze observation");
        var sets = new StringBuilder(
                "Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,RPE\n");
        var values = new StringBuilder("date,weight (kg)\n");
        for (int i = 0; i < 400; i++) {
            sets.append("%s 07:30:00,Legs,1h,Barbell Squat,%d,100,5,0,0,8\n"
                    .formatted(LocalDate.of(2015, 1, 1).plusDays(i / 4), i % 4 + 1));
            values.append("%s,80\n".formatted(LocalDate.of(2014, 1, 1).plusDays(i)));
        }
        for (String file :
                List.of(sets.toString(), values.toString(), sets.toString().replace(",100,", ",105,"))) {
            Response brought =
                    person.request().contentType("text/csv").body(file).post("imports");
            String path = "imports/" + brought.path("id");
            Response answered = person.put(path + "/answers", "{\"changed\": \"replace\"}");
            assertThat(answered.<String>path("state")).as(answered.asString()).isEqualTo("ready");
            person.post(path + "/application");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> person.get(path).path("state").equals("applied"));
        }
        // It is read and applied beside the requests, and bears the name of none.
        for (String statement : List.of(
                "value as (",
                "into observation",
                "into workout (",
                "into workout_exercise",
                "into workout_set",
                "superseded_key = w.content_key")) {
            assertByIndex(plansThatSay(statement, "import_"));
        }
        for (Object id : person.get("imports").<List<Object>>path("items.id")) {
            assertByIndex(plansOf(person.delete("imports/" + id)));
        }
        DATABASE.change("delete from workout where account_id = ? and import_id is not null", person.account());
    }

    private static void assertByIndex(List<String> plans) {
        assertThat(plans)
                .isNotEmpty()
                .allSatisfy(plan ->
                        assertThat(plan).doesNotContainPattern("Seq Scan on (public\\.)?(workout|observation)"));
    }

    /** The plans of the statements on workouts that a request has led to, once PostgreSQL has written them. */
    private static List<String> plansOf(Response response) throws SQLException {
        assertThat(response.statusCode()).as(response.asString()).isBetween(200, 204);
        return plansThatSay("primary-assistant " + response.header("X-Request-Id"));
    }

    private static List<String> plansThatSay(String... words) throws SQLException {
        return Awaitility.await().atMost(PATIENCE).until(() -> plans(words), plans -> !plans.isEmpty());
    }

    private static List<String> plans(String... words) throws SQLException {
        try (var superuser = DATABASE.asSuperuser();
                var statement = superuser.createStatement();
                var content = statement.executeQuery("select pg_read_file(pg_current_logfile())")) {
            content.next();
            return Arrays.stream(content.getString(1).split("\\n(?=\\d{4}-\\d{2}-\\d{2} )"))
                    .filter(entry ->
                            entry.contains(" plan:") && (entry.contains("workout") || entry.contains("observation")))
                    .filter(entry -> Arrays.stream(words).allMatch(entry::contains))
                    .toList();
        }
    }
}
