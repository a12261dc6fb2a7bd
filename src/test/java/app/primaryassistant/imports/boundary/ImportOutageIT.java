package app.primaryassistant.imports.boundary;

import static app.primaryassistant.imports.boundary.Files.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The server is killed while it reads a file, and while it writes what was in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final int ROWS = 150_000;

    private final Application application = Application.start(Map.of());
    private final Api person = Api.stranger(application).signUp(Api.freshName());

    @AfterAll
    void stop() {
        application.stop();
    }

    @Test
    void whatAKilledServerWasDoingGoesOnAtOnceAndIsDoneOnce() throws IOException, SQLException {
        String id = Files.post(person, weights()).path("id");
        until(person, id, standing -> standing.jsonPath().getInt("progress.done") > 0);
        killAndStartAnew();
        assertThat(state(id)).isEqualTo("analysing");

        Response read = Files.read(person, id);

        assertThat(read.<String>path("state")).as(read.asString()).isEqualTo("ready");
        assertThat(read.jsonPath().getInt("preview.measurements.added")).isEqualTo(ROWS);

        assertThat(person.post("imports/" + id + "/application").statusCode()).isEqualTo(202);
        until(person, id, standing -> standing.jsonPath().getInt("progress.done") > 0);
        killAndStartAnew();
        assertThat(state(id)).isEqualTo("applying");
        assertThat(observations()).isZero();

        Response applied = until(person, id, standing -> !standing.path("state").equals("applying"));

        assertThat(applied.<String>path("state")).as(applied.asString()).isEqualTo("applied");
        assertThat(applied.jsonPath().getInt("result.measurements")).isEqualTo(ROWS);
        assertThat(observations()).isEqualTo(ROWS);
    }

    private static byte[] weights() {
        var text = new StringBuilder("date,weight (kg)\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(
                    "%s:00,80.5\n".formatted(LocalDateTime.of(2010, 1, 1, 0, 0).plusMinutes(i)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void killAndStartAnew() throws IOException {
        application.killServer();
        application.startServer();
        Awaitility.await().atMost(PATIENCE).until(this::isReady);
    }

    private boolean isReady() {
        try {
            return RestAssured.get(application.uri().resolve("/health/ready")).statusCode() == 200;
        } catch (Exception refused) {
            // Nobody listens yet.
            return false;
        }
    }

    private String state(String id) throws SQLException {
        try (var connection = application.database().asOwner();
                var statement = connection.prepareStatement("select state from import where id = ?::uuid")) {
            statement.setString(1, id);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private long observations() throws SQLException {
        return application.database().number("select count(*) from observation where account_id = ?", person.account());
    }
}
