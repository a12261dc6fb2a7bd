package app.primaryassistant.accounts.boundary;

import static app.primaryassistant.support.Api.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.local.Server;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each replica caches who a session or token belongs to. What one replica ends, the others refuse long before their entries
 * would have expired, which takes 30 seconds.
 */
class ReplicasIT {

    private static final Database DATABASE = Application.running().database();

    private static final Duration SOON = Duration.ofSeconds(10);

    private static Server replica;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        replica = Application.running().replica();
    }

    @AfterAll
    static void stop() {
        replica.close();
    }

    @Test
    void whoSignsOutInOneIsSignedOutInAll() {
        Api person = Api.signedUp();
        assertThat(statusElsewhere(person)).isEqualTo(200);

        person.post("auth/sign-out");

        refusesSoon(person);
    }

    @Test
    void aRevokedTokenIsRefusedByAll() {
        Api person = Api.signedUp();
        Api program = person.withToken("read");
        assertThat(statusElsewhere(program)).isEqualTo(200);

        person.delete("tokens/" + person.get("tokens").path("items[0].id"));

        refusesSoon(program);
    }

    @Test
    void aLockedAccountIsLockedEverywhere() throws SQLException {
        Api person = Api.signedUp();
        assertThat(statusElsewhere(person)).isEqualTo(200);

        Api.administrator().post("admin/accounts/" + person.account() + "/lock");

        refusesSoon(person);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsEverywhere() {
        Api person = Api.signedUp();
        Api elsewhere = Api.stranger().signIn(person.name(), PASSWORD);
        assertThat(statusElsewhere(elsewhere)).isEqualTo(200);

        person.put("password", """
                {"current": "%s", "replacement": "another horse battery"}
                """.formatted(PASSWORD));

        refusesSoon(elsewhere);
        assertThat(statusElsewhere(person)).isEqualTo(200);
    }

    /** A replica that is no longer notified empties its cache. */
    @Test
    void nothingIsCachedOnceTheNotificationsAreLost() throws SQLException {
        Api person = Api.signedUp();
        assertThat(statusElsewhere(person)).isEqualTo(200);
        DATABASE.change("delete from session where account_id = ?", person.account());
        refusesSoon(person);

        Api other = Api.signedUp();
        assertThat(statusElsewhere(other)).isEqualTo(200);
        endTheListeningConnections();
        DATABASE.change("delete from session where account_id = ?", other.account());
        refusesSoon(other);
    }

    private static void endTheListeningConnections() throws SQLException {
        try (var superuser = DATABASE.asSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'");
        }
    }

    private static void refusesSoon(Api person) {
        Awaitility.await()
                .atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> statusElsewhere(person) == 401);
    }

    private static int statusElsewhere(Api person) {
        return given().headers(person.headers())
                .get(replica.uri().resolve("/api/v1/profile"))
                .statusCode();
    }
}
