package app.primaryassistant.operations.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.support.Terminal;
import app.primaryassistant.support.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor finds a healthy installation healthy, and names each fault. */
class DoctorIT {

    private static final String PASSWORD = "a password of good length";

    @TempDir
    private static Path directory;

    private static Database database;
    private static Terminal healthy;

    @BeforeAll
    static void install() throws IOException, SQLException {
        database = Database.temporary(directory);
        asSuperuser("alter role fitness_app password '" + PASSWORD + "'");
        asSuperuser("alter role fitness_user password 'another " + PASSWORD + "'");
        healthy = Terminal.of(database)
                .and("DATABASE_PASSWORD", PASSWORD)
                .and("DATABASE_MIGRATION_PASSWORD", "another " + PASSWORD)
                .and("BEHIND_PROXY", "true")
                .andBackupsIn(directory);
        assertThat(healthy.run("migrate", "update").status()).isZero();
        assertThat(healthy.run("backup").status()).isZero();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void aHealthyInstallationIsFoundHealthy() {
        Said said = healthy.run("doctor");

        assertThat(said.out().lines()).hasSizeGreaterThan(12).allMatch(line -> line.startsWith("ok "));
        assertThat(said.status()).isZero();
    }

    @Test
    void weakSettingsAreNamed() {
        Said said = healthy.and("DATABASE_PASSWORD", "change-me")
                .without("BACKUP_KEY")
                .without("BEHIND_PROXY")
                .run("doctor");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out())
                .contains("fail  DATABASE_PASSWORD still has the placeholder")
                .contains("fail  BACKUP_KEY and BACKUP_KEY_FILE are not set")
                .contains("warn  BEHIND_PROXY is not true");
    }

    @Test
    void anApplicationRoleWithTooManyRightsIsNamed() throws SQLException {
        asSuperuser("alter role fitness_app bypassrls");
        asSuperuser("alter table metric disable row level security");
        Said said = healthy.run("doctor");
        asSuperuser("alter role fitness_app nobypassrls");
        asSuperuser("alter table metric enable row level security");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out())
                .contains("fail  fitness_app has BYPASSRLS.")
                .contains("fail  Row-level security is off on metric.");
    }

    @Test
    void aBackupThatDoesNotOpenIsNamed() throws IOException {
        Path backups = Files.createDirectory(directory.resolve("broken"));
        Path broken =
                Files.writeString(backups.resolve("primary-assistant-20260101T000000Z.zip.age"), "not an archive");

        Said said = healthy.and("BACKUP_DIRECTORY", backups.toString()).run("doctor");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).contains("fail  " + broken + " cannot be opened");
        assertThat(healthy.and("BACKUP_DIRECTORY", directory.resolve("none").toString())
                        .run("doctor")
                        .out())
                .contains("fail  There is no backup in");
    }

    @Test
    void aRefusedPasswordAndAnUnwritableStorageAreNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("a-file"), "no directory");

        Said said = healthy.and("DATABASE_PASSWORD", "not the one that is known")
                .and("STORAGE_DIRECTORY", file.resolve("below").toString())
                .and("TLS_CERTIFICATE", file.toString())
                .run("doctor");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out())
                .contains("fail  DATABASE_PASSWORD is rejected by PostgreSQL")
                .contains("fail  STORAGE_DIRECTORY points to " + file.resolve("below"))
                .contains("fail  TLS_CERTIFICATE points to " + file + ", which contains no PEM certificate");
    }

    @Test
    void anUnfinishedMigrationIsNamed() {
        assertThat(healthy.run("migrate", "rollback").status()).isZero();
        Said said = healthy.run("doctor");
        assertThat(healthy.run("migrate", "update").status()).isZero();

        assertThat(said.out()).contains("fail  1 schema changes are pending.");
    }

    private static void asSuperuser(String command) throws SQLException {
        try (var connection = database.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
