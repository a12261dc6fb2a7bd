package app.primaryassistant.accounts.boundary;

import static app.primaryassistant.support.Api.PASSWORD;
import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.freshName;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Browser;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.Screen;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An installation whose registration is closed has its administrator, and takes nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedRegistrationIT {

    private final Application application = Application.start(Map.of("REGISTRATION", "closed", "SMTP_HOST", ""));
    private final Api stranger = Api.stranger(application);
    private Api administrator = stranger;

    @BeforeAll
    void setUp() {
        administrator =
                stranger.signedIn(stranger.post("auth/setup", """
                {"code": "%s", "name": "ada", "password": "%s"}
                """.formatted(application.setupCode(), PASSWORD)));
    }

    @AfterAll
    void stop() {
        application.stop();
    }

    @Test
    void saysThatItIsClosed() {
        assertThat(stranger.get("auth/state").<String>path("registration")).isEqualTo("closed");
    }

    @Test
    void nobodyRegistersByThemselves() throws SQLException {
        assertClosed(stranger.post("auth/sign-up", Api.credentials(freshName(), PASSWORD)));
    }

    @Test
    void anInvitationLetsNobodyInAndIsNotUsedUp() throws SQLException {
        String code = administrator.post("admin/invitations", "{}").path("code");

        assertClosed(stranger.post("auth/sign-up", """
                {"invitation": "%s", "name": "%s", "password": "%s"}
                """.formatted(code, freshName(), PASSWORD)));
        assertThat(application.database().number("select count(*) from invitation where used_at is not null"))
                .isZero();
    }

    private void assertClosed(Response response) throws SQLException {
        assertProblem(response, 403, "registration-closed");
        assertThat(application.database().number("select count(*) from account"))
                .isEqualTo(1);
    }

    @Test
    void whereNoEmailIsSentEverybodyIsSentToTheAdministrator() {
        assertThat(stranger.get("auth/recovery").<Boolean>path("byEmail")).isFalse();
        assertProblem(stranger.post("auth/recovery", "{\"account\": \"ada\"}"), 409, "conflict");
        assertProblem(stranger.post("auth/recovery", "{\"account\": \"nobody\"}"), 409, "conflict");
        assertProblem(
                administrator.put(
                        "account/email", "{\"address\": \"ada@example.org\", \"password\": \"" + PASSWORD + "\"}"),
                409,
                "conflict");
        assertThat(administrator.get("account/email").<Boolean>path("available"))
                .isFalse();
    }

    @Test
    void whoHasAnAccountSignsIn() {
        assertThat(stranger.signIn("ada", PASSWORD).get("profile").statusCode()).isEqualTo(200);
    }

    @Test
    @RequiresProgram("chromium")
    void thePagesSaySo() {
        try (var tab = Browser.tab(application, Screen.PHONE_LIGHT)) {
            tab.open("/sign-in/")
                    .shows("Sign in")
                    .says("New accounts cannot be created here")
                    .accessible();
            assertThat(tab.link("Create an account")).hasCount(0);

            tab.open("/join/?invitation=made-up")
                    .shows("Create an account")
                    .says("New accounts cannot be created here");
            assertThat(tab.button("Create account")).hasCount(0);
            tab.accessible().photograph("join-closed");
        }
        try (var tab = Browser.tab(application, Screen.PHONE_LIGHT).as(administrator)) {
            tab.open("/admin/")
                    .shows("Administration")
                    .says("Registration is closed. Invitations work once")
                    .accessible();
            assertThat(tab.button("Make invitation")).hasCount(0);
        }
    }
}
