package app.primaryassistant.accounts.boundary;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.TestClock;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API tokens. */
class TokensResourceIT {

    private static final String NEW = """
            {"name": "scales", "scopes": ["read", "write"], "expiresInDays": 30}
            """;

    private final Api person = Api.signedUp();

    @Test
    void showsTheSecretOnceAndNeverAgain() {
        Response issued = person.post("tokens", NEW);
        Response listed = person.get("tokens");

        assertThat(issued.statusCode()).isEqualTo(201);
        assertThat(issued.<String>path("secret")).startsWith("pa_");
        assertThat(listed.asString()).doesNotContain(issued.<String>path("secret"), "secret");
        assertThat(listed.<List<String>>path("items.name")).containsExactly("scales");
        assertThat(listed.<List<String>>path("items[0].scopes")).containsExactly("read", "write");
        assertThat(Instant.parse(listed.path("items[0].expiresAt")))
                .isBetween(
                        TestClock.now().plus(29, ChronoUnit.DAYS),
                        TestClock.now().plus(30, ChronoUnit.DAYS));
    }

    @Test
    void knowsWhenATokenWasLastUsed() {
        Api program = person.withToken("read");
        assertThat(person.get("tokens").<Object>path("items[0].lastUsedAt")).isNull();

        program.get("profile");

        assertThat(person.get("tokens").<Object>path("items[0].lastUsedAt")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name          | \"scales\"          | \" \"",
                "scopes        | [\"read\", \"write\"] | []",
                "expiresInDays | 30                  | 0",
                "expiresInDays | 30                  | 367",
            })
    void aFieldThatIsNotValidIsNamed(String field, String good, String bad) {
        assertInvalid(person.post("tokens", NEW.replace(good, bad)), field);

        assertThat(person.get("tokens").<List<String>>path("items")).isEmpty();
    }

    @Test
    void thereIsNoScopeToAdminister() {
        assertProblem(person.post("tokens", NEW.replace("write", "admin")), 422, "invalid");
    }

    @Test
    void aRevokedTokenIsWorthlessAtOnce() {
        Api program = person.withToken("read");

        assertThat(person.delete("tokens/" + person.get("tokens").path("items[0].id"))
                        .statusCode())
                .isEqualTo(204);

        assertRefused(program);
    }

    @Test
    void anExpiredTokenIsWorthless() throws SQLException {
        Api program = person.withToken("read");
        Application.running()
                .database()
                .change("update api_token set expires_at = server_now() where account_id = ?", person.account());

        assertRefused(program);
    }

    @Test
    void aMadeUpTokenIsWorthlessEvenBesideAGoodCookie() {
        assertRefused(person.withSecret("pa_made-up"));
        assertRefused(person.with(Map.of("Authorization", "Bearer pa_made-up", "Cookie", person.header("Cookie"))));
    }

    @Test
    void somebodyElsesTokenIsNotThere() {
        Api other = Api.signedUp();
        Api program = other.withToken("read");

        assertProblem(person.delete("tokens/" + other.get("tokens").path("items[0].id")), 404, "not-found");

        assertThat(program.get("profile").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionOfTenMinutesIsAskedForThePassword() throws SQLException {
        beginSessionMinutesEarlier(11);

        assertProblem(person.post("tokens", NEW), 403, "password-needed");
        assertInvalid(person.post("tokens", withPassword("not my password")), "password");
        assertThat(person.get("tokens").<List<String>>path("items")).isEmpty();
        assertThat(person.post("tokens", withPassword(Api.PASSWORD)).statusCode())
                .isEqualTo(201);
        assertProblem(person.post("tokens", NEW), 403, "password-needed");
    }

    @Test
    void aSessionOfNineMinutesIsNot() throws SQLException {
        beginSessionMinutesEarlier(9);

        assertThat(person.post("tokens", NEW).statusCode()).isEqualTo(201);
    }

    @Test
    void anOpenBrowserIsNoPlaceToGuess() {
        for (int i = 0; i < 5; i++) {
            assertInvalid(person.post("tokens", withPassword("not my password")), "password");
        }

        assertProblem(person.post("tokens", withPassword(Api.PASSWORD)), 429, "too-many-requests");
    }

    private void beginSessionMinutesEarlier(int minutes) throws SQLException {
        Application.running()
                .database()
                .change(
                        "update session set created_at = created_at - " + minutes
                                + " * interval '1 minute' where account_id = ?",
                        person.account());
    }

    private static String withPassword(String password) {
        return NEW.replace("}", ", \"password\": \"" + password + "\"}");
    }

    @Test
    void aTokenMakesAndRevokesNoTokens() {
        Api program = person.withToken("read", "write");

        assertProblem(program.post("tokens", NEW), 403, "insufficient-scope");
        assertProblem(program.delete("tokens/" + person.get("tokens").path("items[0].id")), 403, "insufficient-scope");
    }

    @Test
    void aTokenSignsNobodyOut() {
        assertProblem(person.withToken("read", "write").post("auth/sign-out"), 403, "insufficient-scope");
    }

    @Test
    void asksAStrangerToSignIn() {
        assertRefused(Api.stranger());
        assertProblem(Api.stranger().post("tokens", NEW), 401, "unauthenticated");
    }

    private static void assertRefused(Api caller) {
        Response response = caller.get("tokens");
        assertProblem(response, 401, "unauthenticated");
        assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
