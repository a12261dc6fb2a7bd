package app.primaryassistant.accounts.boundary;

import static app.primaryassistant.support.Api.PASSWORD;
import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where one is signed in. */
class SessionsResourceIT {

    private final Api phone = Api.signedUp();

    @Test
    void namesEachDeviceAndTheOneThatAsks() {
        Api.stranger()
                .with(Map.of("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .signIn(phone.name(), PASSWORD);

        var sessions = phone.get("sessions").jsonPath();

        assertThat(sessions.getList("items.device")).hasSize(2).contains("Firefox on Linux");
        assertThat(sessions.getList("items.address")).containsOnly("127.0.0.1");
        assertThat(sessions.getList("items.current")).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aRevokedSessionIsOutAtOnce() {
        Api laptop = Api.stranger().signIn(phone.name(), PASSWORD);

        Response revoked = phone.delete("sessions/" + current(laptop));

        assertThat(revoked.statusCode()).isEqualTo(204);
        assertProblem(laptop.get("profile"), 401, "unauthenticated");
        assertThat(phone.get("profile").statusCode()).isEqualTo(200);
    }

    @Test
    void allOthersCanBeEndedAtOnce() {
        Api laptop = Api.stranger().signIn(phone.name(), PASSWORD);

        assertThat(phone.delete("sessions").statusCode()).isEqualTo(204);

        assertProblem(laptop.get("profile"), 401, "unauthenticated");
        assertThat(phone.get("profile").statusCode()).isEqualTo(200);
    }

    @Test
    void somebodyElsesSessionIsNotThere() {
        Api other = Api.signedUp();

        assertProblem(phone.delete("sessions/" + current(other)), 404, "not-found");

        assertThat(other.get("profile").statusCode()).isEqualTo(200);
        assertProblem(phone.delete("sessions/" + UUID.randomUUID()), 404, "not-found");
        assertProblem(phone.delete("sessions/no-id"), 404, "not-found");
    }

    @Test
    void aTokenEndsNoSession() {
        Api program = phone.withToken("read", "write");

        assertProblem(program.delete("sessions"), 403, "insufficient-scope");
        assertProblem(program.delete("sessions/" + current(phone)), 403, "insufficient-scope");
        assertThat(program.get("sessions").statusCode()).isEqualTo(200);
    }

    @Test
    void asksAStrangerToSignIn() {
        assertProblem(Api.stranger().get("sessions"), 401, "unauthenticated");
        assertProblem(Api.stranger().delete("sessions"), 401, "unauthenticated");
    }

    private static String current(Api person) {
        return person.get("sessions").path("items.find { it.current }.id");
    }
}
