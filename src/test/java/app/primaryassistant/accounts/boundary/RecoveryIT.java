package app.primaryassistant.accounts.boundary;

import static app.primaryassistant.support.Api.PASSWORD;
import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Mailbox;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way back for whoever has forgotten their password. */
class RecoveryIT {

    private static final Database DATABASE = Application.running().database();

    private static final String ANOTHER = "quite another long one";

    private final Mailbox mailbox = Mailbox.of(Application.running());
    private final Api person = Api.signedUp();
    private final String address = person.name() + "@example.org";

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void aConfirmedAddressGetsALinkThatWorksOnce() throws Exception {
        confirmAddress();
        Api program = person.withToken("read");

        Response asked = ask(person.name());
        assertThat(asked.statusCode()).isEqualTo(202);
        String token = Mailbox.token(mailbox.awaitTo(address, 2).getLast());
        // On a busy machine some may have been asked to come back; none but one has changed anything.
        assertThat(Api.atOnce(3, () -> complete(token, ANOTHER)))
                .filteredOn(status -> status < 400)
                .containsExactly(204);

        assertProblem(person.get("profile"), 401, "unauthenticated");
        assertProblem(program.get("profile"), 401, "unauthenticated");
        assertProblem(
                Api.stranger().post("auth/sign-in", Api.credentials(person.name(), PASSWORD)),
                401,
                "wrong-credentials");
        Api.stranger().signIn(person.name(), ANOTHER);
        assertInvalid(complete(token, ANOTHER), "token");
        assertThat(mailbox.awaitTo(address, 3).getLast()).contains("was changed with a reset link");
    }

    @Test
    void theAddressServesInPlaceOfTheName() {
        confirmAddress();

        ask(address.toUpperCase(Locale.ROOT));

        assertThat(mailbox.awaitTo(address, 2).getLast()).contains("\"" + person.name() + "\"");
    }

    /** What a client calls this server is the client's word; a link that began with it would lead where the client wants. */
    @Test
    void noLinkLeadsWhereAClientWants() {
        confirmAddress();

        Api.stranger()
                .with(Map.of("Host", "evil.example", "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "http"))
                .post("auth/recovery", "{\"account\": \"" + person.name() + "\"}");

        String text = mailbox.awaitTo(address, 2).getLast();
        assertThat(text).contains(Application.PUBLIC_URL + "/reset/#").doesNotContain("evil.example");
    }

    /** Neither the words nor the state of the database tell; the time cannot, for the work comes after the answer. */
    @Test
    void aStrangerLearnsNothing() throws SQLException {
        confirmAddress();
        Api unconfirmed = Api.signedUp();
        putAddress(unconfirmed, unconfirmed.name() + "@example.org");
        mailbox.awaitTo(unconfirmed.name() + "@example.org", 1);
        Api locked = Api.signedUp();
        DATABASE.change(
                "update account set email = ?, status = 'locked' where id = ?", "locked@example.org", locked.account());

        Set<String> answers = new HashSet<>();
        for (String name : List.of(
                locked.name(),
                unconfirmed.name(),
                unconfirmed.name() + "@example.org",
                "nobody@example.org",
                person.name())) {
            Response answer = ask(name);
            answers.add(answer.statusCode() + answer.asString() + answer.contentType());
        }

        assertThat(answers).hasSize(1);
        assertThat(Mailbox.token(mailbox.awaitTo(address, 2).getLast())).isNotEmpty();
        assertThat(mailbox.to("locked@example.org")).isEmpty();
        assertThat(mailbox.to(unconfirmed.name() + "@example.org")).hasSize(1);
    }

    @Test
    void nobodysMailboxIsFilled() {
        confirmAddress();

        for (int i = 0; i < 5; i++) {
            assertThat(ask(person.name()).statusCode()).isEqualTo(202);
            // One after the other: what is counted has been written.
            mailbox.awaitTo(address, 1 + Math.min(i + 1, 3));
        }
        // A sixth, for somebody else, so that the fifth has had its time.
        Api other = Api.signedUp();
        putAddress(other, other.name() + "@example.org");
        mailbox.awaitTo(other.name() + "@example.org", 1);

        assertThat(mailbox.to(address)).hasSize(4);
    }

    @Test
    void aLinkIsGoodForAnHour() throws SQLException {
        String token = linkOfAnAdministrator();
        DATABASE.change(
                "update account_link set expires_at = created_at - interval '1 minute' where account_id = ?",
                person.account());

        assertInvalid(complete(token, ANOTHER), "token");

        assertThat(person.get("profile").statusCode()).isEqualTo(200);
    }

    @Test
    void itsTokenIsNowhereButInTheLink() throws SQLException {
        String token = linkOfAnAdministrator();

        assertThat(DATABASE.number(
                        "select count(*) from account_link where account_id = ? and token_hash = sha256(convert_to(?, 'UTF8'))"
                                + " and expires_at - created_at = interval '1 hour'",
                        person.account(),
                        token))
                .isEqualTo(1);
        assertThat(Application.running().log()).doesNotContain(token);
    }

    @Test
    void anAdministratorsLinkLetsSomebodyInWhoIsHeldUp() throws SQLException {
        String first = linkOfAnAdministrator();
        String token = linkOfAnAdministrator();
        for (int i = 0; i < 5; i++) {
            Api.stranger().post("auth/sign-in", Api.credentials(person.name(), "wrong horse battery"));
        }
        assertThat(Api.stranger()
                        .post("auth/sign-in", Api.credentials(person.name(), PASSWORD))
                        .statusCode())
                .isEqualTo(429);

        assertInvalid(complete(first, ANOTHER), "token");
        assertInvalid(complete(token, "too short"), "password");
        assertInvalid(complete(token, person.name() + " and more"), "password");
        assertThat(complete(token, ANOTHER).statusCode()).isEqualTo(204);

        Api.stranger().signIn(person.name(), ANOTHER);
    }

    @Test
    void onlyAnAdministratorMakesLinksAndNotForThemselves() throws SQLException {
        Api administrator = Api.administrator();

        assertProblem(person.post(linkPath(administrator)), 403, "forbidden");
        assertProblem(Api.stranger().post(linkPath(person)), 401, "unauthenticated");
        assertProblem(administrator.withToken("read", "write").post(linkPath(person)), 403, "insufficient-scope");
        assertProblem(administrator.post(linkPath(administrator)), 409, "conflict");
        assertProblem(administrator.post("admin/accounts/" + UUID.randomUUID() + "/recovery-link"), 404, "not-found");
        administrator.post("admin/accounts/" + person.account() + "/lock");
        assertProblem(administrator.post(linkPath(person)), 404, "not-found");
    }

    @Test
    void aLockedAccountIsNotOpenedByALink() throws SQLException {
        String token = linkOfAnAdministrator();
        Api.administrator().post("admin/accounts/" + person.account() + "/lock");

        assertInvalid(complete(token, ANOTHER), "token");
    }

    @Test
    void anAddressTakesThePasswordAndTheLinkThatWasSentThere() {
        assertInvalid(putAddress(person, "no address"), "address");
        assertInvalid(
                person.put(
                        "account/email",
                        "{\"address\": \"%s\", \"password\": \"wrong horse battery\"}".formatted(address)),
                "password");
        assertProblem(person.withToken("read", "write").get("account/email"), 403, "insufficient-scope");
        assertProblem(Api.stranger().get("account/email"), 401, "unauthenticated");

        assertThat(putAddress(person, address).statusCode()).isEqualTo(202);
        assertThat(person.get("account/email").<String>path("pending")).isEqualTo(address);
        assertThat(person.get("account/email").<Object>path("address")).isNull();
        String token = Mailbox.token(mailbox.awaitTo(address, 1).getFirst());

        assertInvalid(confirm(Api.signedUp(), token), "token");
        assertThat(confirm(person, token).<String>path("address")).isEqualTo(address);
        assertInvalid(confirm(person, token), "token");

        assertThat(person.put("account/email", "{\"password\": \"" + PASSWORD + "\"}")
                        .<Object>path("address"))
                .isNull();
        assertThat(mailbox.awaitTo(address, 2).getLast()).contains("no longer uses this address");
    }

    @Test
    void noAddressGetsMoreThanFiveAnHour() {
        for (int i = 0; i < 5; i++) {
            assertThat(putAddress(person, address).statusCode()).isEqualTo(202);
        }
        assertProblem(putAddress(person, address), 429, "too-many-requests");
    }

    private void confirmAddress() {
        putAddress(person, address);
        Response confirmed =
                confirm(person, Mailbox.token(mailbox.awaitTo(address, 1).getFirst()));
        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
    }

    private static Response putAddress(Api owner, String address) {
        return owner.put("account/email", "{\"address\": \"%s\", \"password\": \"%s\"}".formatted(address, PASSWORD));
    }

    private static Response confirm(Api owner, String token) {
        return owner.post("account/email/confirmation", "{\"token\": \"" + token + "\"}");
    }

    private static Response ask(String account) {
        return Api.stranger().post("auth/recovery", "{\"account\": \"" + account + "\"}");
    }

    private static Response complete(String token, String password) {
        return Api.stranger()
                .post(
                        "auth/recovery/completion",
                        "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, password));
    }

    private String linkOfAnAdministrator() throws SQLException {
        Response issued = Api.administrator().post(linkPath(person));
        assertThat(issued.statusCode()).as(issued.asString()).isEqualTo(201);
        return issued.path("token");
    }

    private static String linkPath(Api somebody) {
        return "admin/accounts/" + somebody.account() + "/recovery-link";
    }
}
