package app.primaryassistant.accounts.boundary;

import static app.primaryassistant.support.Api.PASSWORD;
import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Changing one's password. */
class PasswordResourceIT {

    private static final String REPLACEMENT = "a staple in the wall";

    private final Api person = Api.signedUp();

    @Test
    void theOldPasswordAndAllOtherSessionsEnd() {
        Api laptop = Api.stranger().signIn(person.name(), PASSWORD);

        assertThat(person.put("password", change(PASSWORD, REPLACEMENT)).statusCode())
                .isEqualTo(204);

        assertThat(person.get("profile").statusCode()).isEqualTo(200);
        assertProblem(laptop.get("profile"), 401, "unauthenticated");
        assertProblem(
                Api.stranger().post("auth/sign-in", Api.credentials(person.name(), PASSWORD)),
                401,
                "wrong-credentials");
        Api.stranger().signIn(person.name(), REPLACEMENT);
    }

    @Test
    void theCurrentPasswordMustBeRight() {
        assertInvalid(person.put("password", change("not my password", REPLACEMENT)), "current");

        Api.stranger().signIn(person.name(), PASSWORD);
    }

    @Test
    void anOpenBrowserIsNoPlaceToGuess() {
        for (int i = 0; i < 5; i++) {
            assertInvalid(person.put("password", change("not my password", REPLACEMENT)), "current");
        }

        assertProblem(person.put("password", change(PASSWORD, REPLACEMENT)), 429, "too-many-requests");
    }

    @Test
    void guessesInOneSessionLockNoOther() {
        Api laptop = Api.stranger().signIn(person.name(), PASSWORD);
        for (int i = 0; i < 6; i++) {
            laptop.put("password", change("not my password", REPLACEMENT));
        }

        assertThat(person.put("password", change(PASSWORD, REPLACEMENT)).statusCode())
                .isEqualTo(204);
    }

    @Test
    void aStrangersGuessesDoNotHoldWhoIsSignedIn() {
        for (int i = 0; i < 6; i++) {
            Api.stranger().post("auth/sign-in", Api.credentials(person.name(), "not my password"));
        }

        assertThat(person.put("password", change(PASSWORD, REPLACEMENT)).statusCode())
                .isEqualTo(204);
    }

    @Test
    void theTokensEndUnlessTheyAreToBeKept() {
        Api program = person.withToken("read");

        String keeping = change(PASSWORD, REPLACEMENT).replace("}", ", \"keepTokens\": true}");
        assertThat(person.put("password", keeping).statusCode()).isEqualTo(204);
        assertThat(program.get("profile").statusCode()).isEqualTo(200);

        assertThat(person.put("password", change(REPLACEMENT, PASSWORD)).statusCode())
                .isEqualTo(204);
        assertProblem(program.get("profile"), 401, "unauthenticated");
    }

    @Test
    void otherDevicesAreStrangersAgain() throws SQLException {
        Api.stranger().signIn(person.name(), PASSWORD);

        person.put("password", change(PASSWORD, REPLACEMENT));

        assertThat(Application.running()
                        .database()
                        .number("select count(*) from device where account_id = ?", person.account()))
                .isZero();
    }

    @Test
    void aWeakReplacementIsRefusedBeforeAnythingHappens() {
        Api laptop = Api.stranger().signIn(person.name(), PASSWORD);

        assertInvalid(person.put("password", change(PASSWORD, "too short")), "replacement");
        assertInvalid(person.put("password", change(PASSWORD, PASSWORD)), "replacement");
        assertInvalid(person.put("password", change(PASSWORD, person.name() + " 2026")), "replacement");
        assertInvalid(person.put("password", change(PASSWORD, "password1234")), "replacement");

        assertThat(laptop.get("profile").statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenChangesNoPassword() {
        assertProblem(
                person.withToken("read", "write").put("password", change(PASSWORD, REPLACEMENT)),
                403,
                "insufficient-scope");
    }

    @Test
    void asksAStrangerToSignIn() {
        assertProblem(Api.stranger().put("password", change(PASSWORD, REPLACEMENT)), 401, "unauthenticated");
    }

    private static String change(String current, String replacement) {
        return """
                {"current": "%s", "replacement": "%s"}
                """.formatted(current, replacement);
    }
}
