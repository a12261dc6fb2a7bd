package app.primaryassistant.platform.persistence;

import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What happens while people write and the database goes away, or the program does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final int WRITERS = 4;
    private static final int FAILURES = 60;

    /** Ten thousand where each failure writes its traces. */
    private static final int BYTES_PER_FAILURE = 200;

    private static final String WEIGHT = """
            {"metric": "weight", "value": 80, "localDate": "2024-03-31"}
            """;

    private static final int KILLS = 2;

    private final Application application = Application.startLasting();
    private final Api person = Api.stranger(application).signUp(Api.freshName());

    @AfterAll
    void stop() {
        application.stop();
    }

    @Test
    @Order(1)
    void aLostDatabaseIsSaidSoAndRecoveredFromWithoutHelp() throws IOException, SQLException {
        try (var writing = new Writing()) {
            await(() -> writing.acknowledged.size() > 50);
            application.database().stop();
            await(() -> writing.refused.size() > 2 * WRITERS);

            assertUnavailable(person.get("profile"));
            assertUnavailable(
                    Api.stranger(application).post("auth/sign-in", Api.credentials(person.name(), Api.PASSWORD)));
            assertTheLogIsNotFlooded();
            assertThat(health("ready")).isEqualTo(503);
            assertThat(health("live")).isEqualTo(200);

            application.database().restart();
            await(() -> health("ready") == 200);
            int before = writing.acknowledged.size();
            await(() -> writing.acknowledged.size() > before + 10);
            writing.close();

            assertThat(writing.refused).allSatisfy(OutageIT::assertUnavailable);
            assertNothingIsLost(writing);
        }
        assertThat(person.get("profile").statusCode()).isEqualTo(200);
    }

    /** A process that is killed takes the shared memory with it, and so what is committed but not yet on the disk. */
    @Test
    @Order(2)
    void killedConnectionsLoseNothingThatWasAcknowledged() throws SQLException {
        try (var writing = new Writing()) {
            for (int kill = 0; kill < KILLS; kill++) {
                int before = writing.acknowledged.size();
                await(() -> writing.acknowledged.size() > before + 20);
                application.database().killConnections();
            }
            int before = writing.acknowledged.size();
            await(() -> writing.acknowledged.size() > before + 20);
            writing.close();

            assertThat(writing.refused).isNotEmpty().allSatisfy(OutageIT::assertUnavailable);
            assertNothingIsLost(writing);
        }
    }

    @Test
    @Order(3)
    void aKilledPostgresLosesNothingThatWasAcknowledged() throws IOException, SQLException {
        try (var writing = new Writing()) {
            await(() -> writing.acknowledged.size() > 50);
            application.database().killServer();
            await(() -> writing.refused.size() > 2 * WRITERS);
            application.database().restart();
            await(() -> health("ready") == 200);
            writing.close();

            assertNothingIsLost(writing);
        }
    }

    @Test
    @Order(4)
    void aKilledProgramLosesNothingItHasAcknowledged() throws SQLException {
        try (var writing = new Writing()) {
            await(() -> writing.acknowledged.size() > 200);
            application.killServer();
            writing.close();

            assertThat(writing.refused).isEmpty();
            assertNothingIsLost(writing);
        }
    }

    @Test
    @Order(5)
    void theProgramMayBeStartedBeforeItsDatabase() throws IOException {
        application.database().stop();
        application.startServer();
        await(() -> application.log().contains("Waiting for the database"));
        assertThat(answers("ready")).as("its port is not open yet").isFalse();

        application.database().restart();

        await(() -> answers("ready") && health("ready") == 200);
        assertThat(person.get("profile").statusCode()).isEqualTo(200);
    }

    /** People who record one measurement after the other, as fast as they are answered. */
    private final class Writing implements AutoCloseable {

        private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        private final AtomicBoolean open = new AtomicBoolean(true);
        private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        private final Queue<Response> refused = new ConcurrentLinkedQueue<>();

        Writing() {
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(this::write);
            }
        }

        private void write() {
            while (open.get()) {
                try {
                    Response response = person.create("measurements/" + UUID.randomUUID(), WEIGHT);
                    if (response.statusCode() == 201) {
                        acknowledged.add(response.path("id"));
                    } else {
                        refused.add(response);
                    }
                } catch (Exception killed) {
                    // Nobody answered, so nothing was acknowledged.
                    return;
                }
            }
        }

        @Override
        public void close() {
            open.set(false);
            writers.close();
        }
    }

    private static void assertUnavailable(Response response) {
        assertProblem(response, 503, "unavailable");
        assertThat(Integer.parseInt(response.header("Retry-After"))).isPositive();
    }

    /** The traces of the first failures were written before; what comes now is alike. */
    private void assertTheLogIsNotFlooded() {
        int before = application.log().length();

        for (int i = 0; i < FAILURES; i++) {
            assertUnavailable(person.get("profile"));
        }

        assertThat(application.log().length() - before).isLessThan(FAILURES * BYTES_PER_FAILURE);
    }

    private void assertNothingIsLost(Writing writing) throws SQLException {
        long kept = application
                .database()
                .number(
                        "select count(*) from observation where id = any (string_to_array(?, ',')::uuid[])",
                        String.join(",", writing.acknowledged));

        assertThat(kept).isEqualTo(writing.acknowledged.size());
    }

    private int health(String check) {
        return RestAssured.get(application.uri().resolve("/health/" + check)).statusCode();
    }

    private boolean answers(String check) {
        try {
            health(check);
            return true;
        } catch (Exception refused) {
            // REST-assured throws the socket's own exception although it declares none.
            assertThat(refused).isInstanceOf(ConnectException.class);
            return false;
        }
    }

    private static void await(BooleanSupplier condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(INTERVAL).until(condition::getAsBoolean);
    }
}
