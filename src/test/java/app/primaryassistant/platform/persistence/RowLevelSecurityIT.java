package app.primaryassistant.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.local.Database;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Belongings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application's role can do with any SQL it could send. */
class RowLevelSecurityIT {

    private static final Database DATABASE = Application.running().database();
    private static final String NO_RIGHT = "42501";

    private static Api ann;
    private static Api bea;

    private Connection connection;

    @BeforeAll
    static void fillEveryTable() throws SQLException {
        ann = personWithRows();
        bea = personWithRows();
    }

    private static Api personWithRows() throws SQLException {
        Api person = Api.administrator();
        person.post("admin/invitations", "{}");
        Belongings.give(person);
        DATABASE.change("update account set role = 'member' where id = ?", person.account());
        return person;
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = DATABASE.asApplication();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void everyTableIsGuarded() throws SQLException {
        assertThat(tables()).contains("account", "profile", "session", "observation", "setup_code");
        assertThat(unguarded()).isEmpty();
    }

    @Test
    void aTableThatForgotItsPolicyIsFound() throws SQLException {
        try (var owner = DATABASE.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("create table forgetful (id uuid, account_id uuid)");
            try {
                assertThat(unguarded()).containsExactly("forgetful");
                statement.execute("alter table forgetful enable row level security");
                statement.execute("grant select on forgetful to " + Database.APPLICATION);
                assertThat(unguarded()).containsExactly("forgetful");
            } finally {
                statement.execute("drop table forgetful");
            }
        }
    }

    /** Tables without row-level security, or with it and open to the application although no policy says for whom. */
    private static List<String> unguarded() throws SQLException {
        return strings("""
                select relname from pg_class c
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'databasechangelog%%'
                  and (not relrowsecurity
                       or not exists (select from pg_policy where polrelid = c.oid)
                          and (has_table_privilege('%1$s', c.oid, 'select, insert, update, delete, truncate')
                               or has_any_column_privilege('%1$s', c.oid, 'select, insert, update')))
                """.formatted(Database.APPLICATION));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void withoutAnAccountNoRowIsVisible(String table) throws SQLException {
        if (mayRead(table)) {
            assertThat(number("select count(*) from " + table)).isZero();
        } else {
            assertRefused("select from " + table);
        }
    }

    @ParameterizedTest
    @MethodSource("tablesWithOwner")
    void noStatementReachesSomebodyElsesRows(String table) throws SQLException {
        assertThat(DATABASE.number("select count(*) from " + table + " where account_id = ?", bea.account()))
                .as("there is something to protect")
                .isPositive();
        actAs(ann);

        assertThat(rowsTouched("select from " + table + " where account_id = ?", bea.account()))
                .isZero();
        assertThat(rowsTouched("delete from " + table + " where account_id = ?", bea.account()))
                .isZero();
        assertThat(rowsTouched("update " + table + " set account_id = account_id where account_id = ?", bea.account()))
                .isZero();
        assertThat(rowsTouched("select from " + table + " where account_id <> ?", ann.account()))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile",
                "session",
                "api_token",
                "metric",
                "check_in",
                "observation",
                "own_exercise",
                "workout",
                "workout_exercise",
                "workout_set",
                "training_goal",
                "program",
                "enrolment",
                "import"
            })
    void aRowCannotBeGivenToSomebodyElse(String table) throws SQLException {
        actAs(ann);

        assertRefused("update " + table + " set account_id = '" + bea.account() + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile     | display_name, zone, locale, mass, length, temperature, glucose, version"
                        + " | 'x', 'UTC', 'en', 'kg', 'cm', '°C', 'mmol/L', 1",
                "session     | id, token_hash, device, created_at, last_used_at, expires_at"
                        + " | gen_random_uuid(), '\\x00', 'x', server_now(), server_now(), server_now() + interval '1 day'",
                "api_token   | id, name, token_hash, may_write, created_at, expires_at"
                        + " | gen_random_uuid(), 'x', '\\x00', true, server_now(), server_now() + interval '1 day'",
                "account_link | id, token_hash, purpose, email, created_at, expires_at"
                        + " | gen_random_uuid(), '\\x00', 'email', 'a@b.c', server_now(), server_now() + interval '1 day'",
                "invitation  | id, code_hash, created_at, expires_at"
                        + " | gen_random_uuid(), '\\x00', server_now(), server_now() + interval '1 day'",
                "metric      | key, id, name, unit, decimals, low, high, created_at"
                        + " | 'x-a', gen_random_uuid(), 'a', 'kg', 1, 0, 1, server_now()",
                "check_in    | id, local_date, recorded_at, zone | gen_random_uuid(), '2024-03-31', server_now(), 'UTC'",
                "training_goal | sessions_per_week, version | 3, 1",
                "observation | id, metric, value, entered_value, entered_unit, local_date, recorded_at, zone, source, version"
                        + " | gen_random_uuid(), 'weight', 1, 1, 'kg', '2024-03-31', server_now(), 'UTC', 'typed', 1",
                "own_exercise | id, name, category, primary_muscles, secondary_muscles, instructions, tracking, version"
                        + " | gen_random_uuid(), 'x', 'cardio', '{}', '{}', '{}', 'reps', 1",
                "favourite_exercise | exercise_id | (select id from exercise limit 1)",
                "workout     | id, local_date, started_at, zone, type, source, version"
                        + " | gen_random_uuid(), '2024-03-31', server_now(), 'UTC', 'cardio', 'typed', 1",
                "workout_exercise | id, workout_id, local_date, started_at, exercise_id, position"
                        + " | gen_random_uuid(), gen_random_uuid(), '2024-03-31', server_now(), gen_random_uuid(), 1",
                "workout_set | id, workout_exercise_id, position, kind, done | gen_random_uuid(), gen_random_uuid(), 1, 'drop', true",
                "program     | id, document, created_at, version | gen_random_uuid(), '{}', server_now(), 1",
                "enrolment   | id, program_id, program, start_on, days_of_week, unit, step, starts, created_at, version"
                        + " | gen_random_uuid(), gen_random_uuid(), '{}', '2024-03-31', '{1}', 'kg', 1, '[]', server_now(), 1",
                "skipped_session | enrolment_id, place, skipped_at | gen_random_uuid(), '1.1.1.1', server_now()",
                "import      | id, created_at, zone, format, state, answers, findings, step_at"
                        + " | gen_random_uuid(), server_now(), 'UTC', 'plain', 'asked', '{}', '{}', server_now()",
                "import_value | import_id, id, line, content_key, metric, value, entered_value, entered_unit, local_date, recorded_at, zone"
                        + " | gen_random_uuid(), gen_random_uuid(), 1, 'x', 'weight', 1, 1, 'kg', '2024-03-31', server_now(), 'UTC'",
                "import_set  | import_id, id, line, workout_id, content_key, local_date, started_at, ended_at, zone"
                        + " | gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), 'x', '2024-03-31', server_now(), server_now(), 'UTC'",
            },
            quoteCharacter = '"')
    void noRowCanBeMadeInSomebodyElsesName(String table, String columns, String values) throws SQLException {
        actAs(ann);

        assertRefused(
                "insert into %s (account_id, %s) values ('%s', %s)".formatted(table, columns, bea.account(), values));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (id uuid)",
                "create function mine() returns integer language sql as 'select 1'",
                "alter table observation disable row level security",
                "alter table observation owner to fitness_app",
                "drop policy observation_owner on observation",
                "create policy everything on observation using (true)",
                "truncate observation",
                "drop table observation",
                "set role fitness_user",
                "set session authorization fitness_user",
                "grant fitness_user to fitness_app",
                "alter role fitness_app bypassrls",
                "select from setup_code",
                "delete from setup_code",
                "select from sign_in_throttle",
                "delete from sign_in_throttle",
                "delete from sign_in_failure",
                "insert into device select * from device",
                "update device set last_used_at = server_now()",
                "select count_attempt('name')",
                "select sign_in_key('name', 'device')",
                "select from databasechangelog",
                "update account set role = 'admin'",
                "update account set status = 'active'",
                "update invitation set used_at = null",
                "update exercise set name = 'mine'",
                "insert into exercise select * from exercise",
                "delete from exercise",
                "update favourite_exercise set exercise_id = exercise_id",
                "copy observation to program 'cat'",
                "select pg_read_file('postgresql.conf')",
            })
    void whatTheApplicationNeverNeedsItMayNot(String sql) throws SQLException {
        actAs(ann);

        assertRefused(sql);
    }

    @Test
    void theLibraryIsReadByEveryAccount() throws SQLException {
        actAs(ann);

        assertThat(number("select count(*) from exercise")).isEqualTo(873);
        assertThat(number("select count(*) from known_exercise")).isEqualTo(874);
    }

    @Test
    void aMemberLocksNobody() throws SQLException {
        actAs(ann);

        assertRefused("select set_account_status('" + bea.account() + "', 'locked')");
    }

    @Test
    void aMemberMakesNoLinkForAPassword() throws SQLException {
        actAs(ann);
        assertRefused("select issue_password_link(gen_random_uuid(), '%s', '\\x00', server_now(), server_now())"
                .formatted(bea.account()));
        connection.rollback();

        actAs(ann);
        assertRefused("insert into account_link (id, account_id, token_hash, purpose, created_at, expires_at)"
                + " values (gen_random_uuid(), '%s', '\\x00', 'password', server_now(), server_now())"
                        .formatted(ann.account()));
    }

    @Test
    void nobodySignsUpAsAnAdministrator() throws SQLException {
        UUID id = UUID.randomUUID();
        actAs(id);

        assertRefused("insert into account (id, name, password_hash, role, created_at, version) values ('" + id
                + "', 'mallory', 'x', 'admin', server_now(), 1)");
    }

    @Test
    void rowLevelSecurityCannotBeSwitchedOffForTheSession() throws SQLException {
        actAs(ann);
        try (var statement = connection.createStatement()) {
            statement.execute("set local row_security = off");
        }

        assertRefused("select from observation");
    }

    @Test
    void theAccountEndsWithItsTransaction() throws SQLException {
        actAs(ann);
        assertThat(number("select count(*) from observation")).isPositive();

        connection.commit();

        assertThat(number("select count(*) from observation")).isZero();
    }

    static List<String> tables() throws SQLException {
        return strings("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'databasechangelog%'
                order by relname
                """);
    }

    static List<String> tablesWithOwner() throws SQLException {
        return strings("""
                select attrelid::regclass::text from pg_attribute join pg_class c on c.oid = attrelid
                where attname = 'account_id' and relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                order by 1
                """);
    }

    private static List<String> strings(String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (var owner = DATABASE.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    private static boolean mayRead(String table) throws SQLException {
        return DATABASE.number("select has_table_privilege(?, ?, 'select')::int", Database.APPLICATION, table) == 1;
    }

    private void actAs(Api person) throws SQLException {
        actAs(person.account());
    }

    private void actAs(UUID account) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('app.account', ?, true)")) {
            statement.setString(1, account.toString());
            statement.execute();
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The rows a statement reads or changes; none also where the role lacks the very right. */
    private long rowsTouched(String sql, UUID parameter) throws SQLException {
        var before = connection.setSavepoint();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            long rows = 0;
            try (var result = statement.getResultSet()) {
                while (result.next()) {
                    rows++;
                }
            }
            return rows;
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).as(refused.getMessage()).isEqualTo(NO_RIGHT);
            connection.rollback(before);
            return 0;
        }
    }

    private void assertRefused(String sql) {
        assertThatThrownBy(() -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState())
                                .as(refused.getMessage())
                                .isEqualTo(NO_RIGHT));
    }
}
