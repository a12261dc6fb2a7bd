package app.primaryassistant.operations.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.support.Terminal;
import app.primaryassistant.support.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as an operator runs them, on a database of their own, without Jakarta EE on the class path. */
class AssistantIT {

    @TempDir
    private static Path directory;

    private static Database database;
    private static Terminal terminal;

    @BeforeAll
    static void migrate() throws IOException, SQLException {
        database = Database.temporaryByRealClock(directory);
        terminal = Terminal.of(database);
        Said said = terminal.run("migrate", "update");
        assertThat(said.status()).as(said.err()).isZero();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void listsItsCommands() {
        Said said = terminal.run("--help");

        assertThat(said.status()).isZero();
        assertThat(said.out()).contains("create-admin", "migrate", "secret", "serve");
    }

    @Test
    void aWrongCommandLineIsStatus2() {
        assertThat(terminal.run("creat-admin").status()).isEqualTo(2);
        assertThat(terminal.run().status()).isEqualTo(2);
        assertThat(terminal.run("migrate").status()).isEqualTo(2);
        assertThat(terminal.run("migrate", "rollback", "--count", "0").status()).isEqualTo(2);
    }

    @Test
    void makesAnAdministrator() throws SQLException {
        Said said = terminal.runWith("correct horse battery\n", "create-admin", "anna");

        assertThat(said).isEqualTo(new Said(0, "The administrator anna can now sign in.\n", ""));
        assertThat(database.number("select count(*) from account where name = 'anna' and role = 'admin'"))
                .isOne();
        assertFails(terminal.runWith("correct horse battery\n", "create-admin", "Anna"), 1, "The name Anna is taken.");
    }

    @Test
    void refusesAShortOrCommonPasswordAndAStrangeName() {
        assertThat(terminal.runWith("password1234\n", "create-admin", "bert").err())
                .contains("The password is too easy to guess");
        assertThat(terminal.runWith("short\n", "create-admin", "bert").err()).contains("12 to 128 characters");
        assertThat(terminal.runWith("correct horse battery\n", "create-admin", "b e")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void makesSecretsThatDiffer() {
        Said said = terminal.run("secret");

        assertThat(said.out()).matches("[A-Za-z0-9_-]{43}\n");
        assertThat(terminal.run("secret").out()).isNotEqualTo(said.out());
        assertThat(terminal.run("secret", "--backup-key").out()).matches("AGE-SECRET-KEY-1[0-9A-Z]{58}\n");
    }

    @Test
    void aPasswordThatPostgresRefusesIsNamed() {
        Said said = terminal.and("DATABASE_MIGRATION_PASSWORD", "wrong").run("migrate", "status");

        assertFails(said, 78, "DATABASE_MIGRATION_PASSWORD is rejected by PostgreSQL for the role fitness_user.");
    }

    @Test
    void aDatabaseThatIsNotThereIsOneLine() {
        String nowhere = "jdbc:postgresql://127.0.0.1:1/fitness_db";

        assertFails(
                terminal.and("DATABASE_URL", nowhere).run("migrate", "status"), 1, "The database cannot be reached");
        assertFails(
                terminal.and("DATABASE_URL", database.url().replace("/fitness_db", "/elsewhere"))
                        .run("migrate", "status"),
                78,
                "DATABASE_URL names a database that does not exist");
    }

    @Test
    void verboseShowsWhereAFailureCameFrom() {
        Said said = terminal.and("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/fitness_db")
                .run("migrate", "status", "--verbose");

        assertThat(said.err()).contains("\tat app.primaryassistant.");
    }

    @Test
    void aPasswordComesFromAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), Database.PASSWORD + "\n");
        Terminal fromFile = terminal.without("DATABASE_MIGRATION_PASSWORD")
                .and("DATABASE_MIGRATION_PASSWORD_FILE", file.toString());

        assertThat(fromFile.run("migrate", "status").status()).isZero();
        assertFails(
                fromFile.and("DATABASE_MIGRATION_PASSWORD", Database.PASSWORD).run("migrate", "status"),
                78,
                "both set");
    }

    @Test
    void rollsBackAndForth() {
        Said back = terminal.run("migrate", "rollback", "--count", "2");
        Said status = terminal.run("migrate", "status");
        Said update = terminal.run("migrate", "update");

        assertThat(back.status()).as(back.err()).isZero();
        assertThat(back.out().lines()).hasSize(2);
        assertThat(status.out()).contains("2 changes are pending");
        assertThat(update.out()).contains("The schema is up to date.");
    }

    @Test
    void theSchemaIsAsTheChangesMakeItUntilSomebodyTouchesIt() throws SQLException {
        Said same = terminal.run("migrate", "diff");
        database.change("alter table metric disable row level security");
        database.change("grant select on setup_code to fitness_app");
        Said different = terminal.run("migrate", "diff");
        database.change("alter table metric enable row level security");
        database.change("revoke select on setup_code from fitness_app");

        assertThat(same.status()).as(same.out() + same.err()).isZero();
        assertThat(different.status()).isEqualTo(1);
        assertThat(different.out().lines())
                .contains(
                        "- row-level security of metric: t",
                        "+ row-level security of metric: f",
                        "+ grant SELECT on setup_code to fitness_app");
        assertThat(database.number("select count(*) from pg_database where datname like '%scratch'"))
                .isZero();
    }

    @Test
    void serveNamesTheSecretThatIsMissingOrWeak() {
        Terminal empty = Terminal.with(Map.of("DATABASE_URL", database.url()));

        assertFails(empty.run("serve"), 78, "DATABASE_PASSWORD is not set.");
        assertFails(
                empty.and("DATABASE_PASSWORD", "change-me-please-soon").run("serve"),
                78,
                "DATABASE_PASSWORD still has the placeholder");
        assertFails(
                empty.and("DATABASE_PASSWORD", "a password of good length")
                        .and("DATABASE_MIGRATION_PASSWORD", "short")
                        .run("serve"),
                78,
                "DATABASE_MIGRATION_PASSWORD has fewer than 16 characters");
    }

    /** Also in the profile of tests: what is served is served to people. */
    @Test
    void serveRefusesTheClockOfTests() {
        Said shifted = terminal.and("MP_CONFIG_PROFILE", "test")
                .and("CLOCK_OFFSET", "P1D")
                .run("serve");

        assertFails(shifted, 78, "CLOCK_OFFSET is for tests only. Remove it.");
    }

    @Test
    void serveNamesThePasswordThatIsRefused() throws SQLException {
        database.change("alter role fitness_user password 'a password of good length'");
        Terminal strong = terminal.and("DATABASE_PASSWORD", "not the one that is known");

        Said owner = strong.and("DATABASE_MIGRATION_PASSWORD", "not the one that is known")
                .run("serve");
        Said application = strong.and("DATABASE_MIGRATION_PASSWORD", "a password of good length")
                .run("serve");
        try (var connection = database.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("alter role fitness_user password 'on-this-machine-only'");
        }

        assertFails(owner, 78, "DATABASE_MIGRATION_PASSWORD is rejected by PostgreSQL");
        assertFails(application, 78, "DATABASE_PASSWORD is rejected by PostgreSQL");
    }

    private static void assertFails(Said said, int status, String message) {
        assertThat(said.err()).contains(message).doesNotContain("\tat ");
        assertThat(said.status()).isEqualTo(status);
        assertThat(said.err().lines()).as("one line").hasSize(1);
        assertThat(List.of("on-this-machine", "wrong", "hunter2")).noneMatch(said.err()::contains);
    }
}
