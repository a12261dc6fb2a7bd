package app.primaryassistant.operations.boundary;

import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backups that the running program makes. */
class BackupsResourceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Api administrator;

    @BeforeEach
    void promote() throws SQLException {
        administrator = Api.administrator();
    }

    @Test
    void anAdministratorMakesOneAndSeesWhatBecameOfIt() throws InterruptedException {
        assertThat(administrator.post("admin/backups").statusCode()).isEqualTo(202);

        Response runs = awaitEnd(administrator);

        assertThat(runs.<String>path("items[0].state")).as(runs.asString()).isEqualTo("done");
        assertThat(runs.<String>path("items[0].file")).startsWith("primary-assistant-");
        assertThat(Files.exists(Application.running().backups().resolve(runs.<String>path("items[0].file"))))
                .isTrue();
        assertThat(administrator.get("admin/health").<String>path("items.find { it.name == 'backup' }.detail"))
                .contains(" bytes, ");
        assertThat(RestAssured.get(Application.running().uri().resolve("/health/ready"))
                        .asString())
                .containsPattern("\"backup\" ?: ?\"[^\"]+ bytes, ");
    }

    @Test
    void oneIsMadeAtATime() throws SQLException {
        Database database = Application.running().database();
        UUID other = UUID.randomUUID();
        database.change(
                "insert into backup_run (id, started_at, step, step_at) values (?, server_now(), 'table observation', server_now())",
                other);
        try {
            assertProblem(administrator.post("admin/backups"), 409, "conflict");
            assertThat(administrator.get("admin/backups").<String>path("items[0].step"))
                    .isEqualTo("table observation");
        } finally {
            database.change("delete from backup_run where id = ?", other);
        }
    }

    @Test
    void aFailureIsToldAndMakesNobodyWait() throws SQLException, InterruptedException {
        try (var command = Application.running().database().asOwner();
                var statement = command.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('backup'))");

            assertThat(administrator.post("admin/backups").statusCode()).isEqualTo(202);
            Response runs = awaitEnd(administrator);

            assertThat(runs.<String>path("items[0].state")).isEqualTo("failed");
            assertThat(runs.<String>path("items[0].error")).contains("Another backup is running");
            assertThat(RestAssured.get(Application.running().uri().resolve("/health/ready"))
                            .statusCode())
                    .isEqualTo(200);
        }
        administrator.post("admin/backups");
        awaitEnd(administrator);
    }

    @Test
    void theWorkOfANightIsGivenToOneOfMany() throws Exception {
        String task = "test " + UUID.randomUUID();

        List<Integer> claims = IntStream.range(0, 8)
                .parallel()
                .mapToObj(replica -> claim(task, "2026-01-02"))
                .sorted()
                .toList();

        assertThat(claims).containsExactly(0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(claim(task, "2026-01-01")).isZero();
        assertThat(claim(task, "2026-01-03")).isOne();
    }

    @Test
    void theProgramMakesOneByItselfWhenItIsTime() throws InterruptedException, SQLException {
        Application nightly = Application.start(Map.of("BACKUP_AT", "00:00"));
        try {
            Database database = nightly.database();
            await(() -> database.number("select count(*) from backup_run where file is not null") == 1);
            assertThat(
                            database.number(
                                    "select count(*) from nightly_work where task = 'backup' and day = (server_now() at time zone 'UTC')::date"))
                    .isOne();
        } finally {
            nightly.stop();
        }
    }

    private static int claim(String task, String day) {
        try (var connection = Application.running().database().asApplication();
                var statement = connection.prepareStatement("select claim_nightly_work(?, cast(? as date))::int")) {
            statement.setString(1, task);
            statement.setString(2, day);
            var row = statement.executeQuery();
            row.next();
            return row.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Response awaitEnd(Api administrator) {
        await(() -> !"running".equals(administrator.get("admin/backups").<String>path("items[0].state")));
        return administrator.get("admin/backups");
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }
}
