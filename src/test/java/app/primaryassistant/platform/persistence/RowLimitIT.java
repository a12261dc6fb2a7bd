package app.primaryassistant.platform.persistence;

import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Workouts;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much of a kind an account can have, and lists of it page by page. */
class RowLimitIT {

    private static final Database DATABASE = Application.running().database();

    /** Copies a row that was made through the API, so that the copies are as valid as it. */
    private static final String COPY = """
            insert into %1$s select (jsonb_populate_record(null::%1$s, to_jsonb(r) || jsonb_build_object(
                'id', gen_random_uuid(), 'key', 'x-copy-' || n, 'name', 'Copy ' || n, 'token_hash', sha256(cast(gen_random_uuid()::text as bytea)),
                'code_hash', sha256(cast(gen_random_uuid()::text as bytea))))).*
            from (select * from %1$s where account_id = ? limit 1) r cross join generate_series(1, %2$d) n
            """;

    enum Kind {
        TOKENS("api_token", "tokens", 50) {
            @Override
            Response add(Api person) {
                return person.post(
                        "tokens", "{\"name\": \"a program\", \"scopes\": [\"read\"], \"expiresInDays\": 30}");
            }
        },
        METRICS("metric", "metrics", 100) {
            @Override
            Response add(Api person) {
                return person.post("metrics", "{\"name\": \"m %s\", \"unit\": \"kg\"}".formatted(UUID.randomUUID()));
            }
        },
        EXERCISES("own_exercise", "exercises?mine=true", 1000) {
            @Override
            Response add(Api person) {
                return person.post(
                        "exercises",
                        "{\"name\": \"Keg carry\", \"category\": \"strongman\", \"tracking\": \"duration\"}");
            }
        },
        PROGRAMS("program", "programs", 200) {
            @Override
            Response add(Api person) {
                return person.create(
                        "programs/" + UUID.randomUUID(), """
                        {"name": "Squats", "phases": [{"name": "All", "weeks": [{"days": [{"name": "A", "exercises": [
                          {"lift": "squat", "exerciseId": "%s", "rule": {"rule": "fixed", "sets": 3, "reps": 5}}]}]}]}]}
                        """.formatted(Workouts.exercise("barbell-squat")));
            }
        },
        INVITATIONS("invitation", "admin/invitations", 100) {
            @Override
            Response add(Api person) {
                return person.post("admin/invitations", "{}");
            }
        };

        private final String table;
        private final String path;
        private final int limit;

        Kind(String table, String path, int limit) {
            this.table = table;
            this.path = path;
            this.limit = limit;
        }

        abstract Response add(Api person);

        long rows(Api person) throws SQLException {
            // Those of all administrators are counted together.
            return this == INVITATIONS
                    ? DATABASE.number(
                            "select count(*) from invitation where used_at is null and id <> ?", new UUID(0, 0))
                    : DATABASE.number("select count(*) from " + table + " where account_id = ?", person.account());
        }

        void copy(Api person, long times) throws SQLException {
            DATABASE.change(COPY.formatted(table, times), person.account());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLastPlaceIsTakenOnce(Kind kind) throws Exception {
        Api person = Api.administrator();
        assertThat(kind.add(person).statusCode()).isEqualTo(201);
        kind.copy(person, kind.limit - 1 - kind.rows(person));
        try {
            assertThat(Api.atOnce(4, () -> kind.add(person))).containsExactly(201, 409, 409, 409);

            Response refused = kind.add(person);
            assertProblem(refused, 409, "conflict");
            assertThat(refused.<String>path("detail")).startsWith("There can be at most " + kind.limit);
            assertThat(kind.rows(person)).isEqualTo(kind.limit);
        } finally {
            DATABASE.change("delete from " + kind.table + " where account_id = ?", person.account());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListComesInPages(Kind kind) throws SQLException {
        Api person = Api.administrator();
        kind.add(person);
        kind.copy(person, 6);
        String path = kind.path + (kind.path.contains("?") ? "&" : "?");
        try {
            List<Object> whole = person.get(path + "limit=200").path("items");
            assertThat(whole).hasSizeGreaterThanOrEqualTo(7);

            assertThat(inPages(person, path + "limit=3")).isEqualTo(whole);
            assertProblem(person.get(path + "limit=201"), 422, "invalid");
            assertProblem(person.get(path + "cursor=x"), 400, "malformed");
        } finally {
            DATABASE.change("delete from " + kind.table + " where account_id = ?", person.account());
        }
    }

    @Test
    void ofMoreThanFiftySessionsTheOneUnusedForLongestEnds() throws Exception {
        Api old = Api.signedUp();
        Api.stranger().signIn(old.name(), Api.PASSWORD);
        DATABASE.change(COPY.formatted("session", 48), old.account());
        DATABASE.change(
                "update session set last_used_at = last_used_at - interval '1 hour' where account_id = ? and id = ?",
                old.account(),
                UUID.fromString(old.get("sessions?limit=200").path("items.find { it.current }.id")));

        assertThat(Api.atOnce(2, () -> Api.stranger().post("auth/sign-in", Api.credentials(old.name(), Api.PASSWORD))))
                .containsExactly(200, 200);

        assertProblem(old.get("profile"), 401, "unauthenticated");
        assertThat(DATABASE.number("select count(*) from session where account_id = ?", old.account()))
                .isEqualTo(50);
        Api recent = Api.stranger().signIn(old.name(), Api.PASSWORD);
        assertThat(inPages(recent, "sessions?limit=7")).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void anImportMakesNoMoreExercisesThanThereCanBe() throws Exception {
        Api person = Api.signedUp();
        Kind.EXERCISES.add(person);
        Kind.EXERCISES.copy(person, 998);
        String rows = "2024-03-31,Zercher yoke hold,Legs,100,5\n2024-03-31,Quadrupedal stone lap,Legs,100,5\n";
        String id = person.request()
                .contentType("text/csv")
                .body(("Date,Exercise,Category,Weight (kgs),Reps\n" + rows).getBytes(StandardCharsets.UTF_8))
                .post("imports")
                .path("id");
        person.put("imports/" + id + "/answers", """
                {"exercises": [{"name": "Zercher yoke hold", "own": true}, {"name": "Quadrupedal stone lap", "own": true}]}
                """);

        assertThat(person.post("imports/" + id + "/application").statusCode()).isEqualTo(202);

        Response failed = settled(person, id);
        assertThat(failed.asString()).contains("There can be at most 1000 exercises of your own");
        assertThat(Kind.EXERCISES.rows(person)).isEqualTo(999);
    }

    private static Response settled(Api person, String id) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> person.get("imports/" + id), standing -> !"applying".equals(standing.path("state")));
    }

    private static List<Object> inPages(Api person, String path) {
        List<Object> items = new ArrayList<>();
        Response page = person.get(path);
        while (true) {
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            items.addAll(page.<List<Object>>path("items"));
            String next = page.path("next");
            if (next == null) {
                return items;
            }
            page = person.get(path + "&cursor=" + next);
        }
    }
}
