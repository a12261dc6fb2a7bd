package app.primaryassistant.accounts.boundary;

import static app.primaryassistant.support.Api.PASSWORD;
import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.TestClock;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** An installation's beginning: nobody has set it up yet, and later on it takes an invitation to join. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetUpIT {

    private final Instant started = TestClock.now();
    private final Application application = Application.start(Map.of("REGISTRATION", "invite"));
    private final Api stranger = Api.stranger(application);
    private Api administrator = stranger;

    @AfterAll
    void stop() {
        application.stop();
    }

    @Test
    @Order(1)
    void saysThatItWantsToBeSetUp() {
        Response state = stranger.get("auth/state");

        assertThat(state.<Boolean>path("setupNeeded")).isTrue();
        assertThat(state.<String>path("registration")).isEqualTo("invite");
    }

    @Test
    @Order(2)
    void refusesACodeThatTheLogDoesNotShow() {
        assertInvalid(stranger.post("auth/setup", setUp("a-guess", freshName())), "code");
    }

    @Test
    @Order(3)
    void makesOneAdministratorHoweverManyTryAtOnce() throws Exception {
        String code = application.setupCode();

        assertThat(Api.atOnce(8, () -> {
                    Response response = stranger.post("auth/setup", setUp(code, freshName()));
                    if (response.statusCode() == 201) {
                        administrator = stranger.signedIn(response);
                    }
                    return response;
                }))
                .as("one is made; the others conflict, or waited too long for their password's hash")
                .containsOnlyOnce(201)
                .allMatch(status -> status == 201 || status == 409 || status == 503);
        assertThat(administrator.get("profile").<String>path("role")).isEqualTo("admin");
        assertThat(stranger.get("auth/state").<Boolean>path("setupNeeded")).isFalse();
    }

    @Test
    @Order(4)
    void whoSetItUpHasBeenSeen() {
        Instant seen = seen(administrator.name());

        assertThat(seen).isBetween(started, TestClock.now());
    }

    @Test
    @Order(5)
    void isSetUpOnce() {
        assertProblem(stranger.post("auth/setup", setUp(application.setupCode(), freshName())), 409, "conflict");
    }

    @Test
    @Order(6)
    void admitsOnePersonAnInvitation() {
        String code = administrator
                .post("admin/invitations", "{\"note\": \"a friend\"}")
                .path("code");

        Response first = stranger.post("auth/sign-up", invited(code));
        Response second = stranger.post("auth/sign-up", invited(code));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.<String>path("role")).isEqualTo("member");
        assertThat(seen(first.path("name"))).isBetween(started, TestClock.now());
        assertInvalid(second, "invitation");
    }

    @Test
    @Order(7)
    void admitsNobodyWithoutAnInvitation() {
        assertInvalid(stranger.post("auth/sign-up", Api.credentials(freshName(), PASSWORD)), "invitation");
        assertInvalid(stranger.post("auth/sign-up", invited("made up")), "invitation");
    }

    @Test
    @Order(8)
    void keepsAnInvitationThatATakenNameDidNotUse() {
        String code = administrator.post("admin/invitations", "{}").path("code");
        String taken = """
                {"invitation": "%s", "name": "%s", "password": "%s"}
                """.formatted(code, administrator.name(), PASSWORD);

        assertProblem(stranger.post("auth/sign-up", taken), 409, "conflict");
        assertThat(stranger.post("auth/sign-up", invited(code)).statusCode()).isEqualTo(201);
    }

    @Test
    @Order(9)
    void admitsNobodyWithAWithdrawnInvitation() {
        Response issued = administrator.post("admin/invitations", "{}");

        assertThat(administrator
                        .delete("admin/invitations/" + issued.path("invitation.id"))
                        .statusCode())
                .isEqualTo(204);

        assertInvalid(stranger.post("auth/sign-up", invited(issued.path("code"))), "invitation");
    }

    /** When the administrator is told that somebody was last seen. */
    private Instant seen(String name) {
        return Instant.parse(
                administrator.get("admin/accounts").path("items.find { it.name == '%s' }.lastSeenAt".formatted(name)));
    }

    private static String setUp(String code, String name) {
        return """
                {"code": "%s", "name": "%s", "password": "%s"}
                """.formatted(code, name, PASSWORD);
    }

    private static String invited(String code) {
        return """
                {"invitation": "%s", "name": "%s", "password": "%s"}
                """.formatted(code, freshName(), PASSWORD);
    }
}
