package app.primaryassistant.accounts.boundary;

import static app.primaryassistant.support.Api.PASSWORD;
import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.credentials;
import static app.primaryassistant.support.Api.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing up, in and out. */
class AuthResourceIT {

    private static final String WRONG = "wrong horse battery";
    private static final String DEVICE = "__Host-device";

    private final Api stranger = Api.stranger();

    @Test
    void aNewAccountIsSignedInAtOnce() {
        Api person = Api.signedUp();

        assertThat(person.get("profile").<String>path("name")).isEqualTo(person.name());
        assertThat(person.get("auth/state").<Boolean>path("signedIn")).isTrue();
        assertThat(stranger.get("auth/state").<Boolean>path("signedIn")).isFalse();
    }

    @Test
    void aTakenNameIsAConflictInWhateverCase() {
        String name = Api.signedUp().name();

        assertProblem(
                stranger.post("auth/sign-up", credentials(name.toUpperCase(Locale.ROOT), PASSWORD)), 409, "conflict");
    }

    @ParameterizedTest
    @CsvSource({
        "name, a, correct horse battery",
        "name, with space, correct horse battery",
        "password, fresh.name, too short",
        "password, fresh.name, my fresh.name password",
        "password, fresh.name, password1234",
    })
    void anUnfitNameOrPasswordIsNamed(String field, String name, String password) {
        assertInvalid(stranger.post("auth/sign-up", credentials(name, password)), field);
    }

    @Test
    void eightSignUpsWithOneNameMakeOneAccount() throws Exception {
        String name = freshName();

        assertThat(Api.atOnce(8, () -> stranger.post("auth/sign-up", credentials(name, PASSWORD))))
                .as("one is made; the others conflict, or waited too long for their password's hash")
                .containsOnlyOnce(201)
                .allMatch(status -> status == 201 || status == 409 || status == 503);
    }

    @Test
    void theCookiesAreOutOfReachOfScriptsAndOtherSites() {
        Response response = stranger.post("auth/sign-up", credentials(freshName(), PASSWORD));

        assertOutOfReach(response.detailedCookie(Api.COOKIE), "Lax");
        assertOutOfReach(response.detailedCookie(DEVICE), "Strict");
    }

    private static void assertOutOfReach(Cookie cookie, String sameSite) {
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecured()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo(sameSite);
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
    }

    @Test
    void aCookieThatWasSignedOutIsWorthlessAtOnce() {
        Api person = Api.signedUp();

        assertThat(person.post("auth/sign-out").statusCode()).isEqualTo(204);

        assertProblem(person.get("profile"), 401, "unauthenticated");
    }

    @Test
    void signingOutOnOneDeviceLeavesTheOtherSignedIn() {
        Api phone = Api.signedUp();
        Api laptop = stranger.signIn(phone.name(), PASSWORD);

        phone.post("auth/sign-out");

        assertThat(laptop.get("profile").statusCode()).isEqualTo(200);
    }

    @Test
    void anExpiredSessionIsNoSession() throws SQLException {
        Api person = Api.signedUp();
        Application.running()
                .database()
                .change("update session set expires_at = server_now() where account_id = ?", person.account());

        assertProblem(person.get("profile"), 401, "unauthenticated");
    }

    @Test
    void fiveFailuresLockTheNameEvenForTheRightPassword() {
        Api person = Api.signedUp();
        for (int i = 0; i < 5; i++) {
            assertProblem(stranger.post("auth/sign-in", credentials(person.name(), WRONG)), 401, "wrong-credentials");
        }

        Response locked = stranger.post("auth/sign-in", credentials(person.name(), PASSWORD));

        assertProblem(locked, 429, "too-many-requests");
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 30);
        assertThat(person.get("profile").statusCode())
                .as("who is signed in stays so")
                .isEqualTo(200);
    }

    @Test
    void aStrangersGuessesDoNotKeepOutADeviceThatWasSignedInBefore() {
        String name = freshName();
        Api device = device(stranger.post("auth/sign-up", credentials(name, PASSWORD)));
        lock(stranger, name);

        assertProblem(device.post("auth/sign-in", credentials(name, WRONG)), 401, "wrong-credentials");
        assertThat(device.post("auth/sign-in", credentials(name, PASSWORD)).statusCode())
                .isEqualTo(200);

        assertProblem(stranger.post("auth/sign-in", credentials(name, PASSWORD)), 429, "too-many-requests");
    }

    @Test
    void aKnownDeviceHasNoMoreAttemptsThanAnyOther() {
        String name = freshName();
        Api device = device(stranger.post("auth/sign-up", credentials(name, PASSWORD)));
        lock(device, name);

        assertProblem(device.post("auth/sign-in", credentials(name, PASSWORD)), 429, "too-many-requests");
        assertThat(stranger.post("auth/sign-in", credentials(name, PASSWORD)).statusCode())
                .as("which a stranger's attempts do not share")
                .isEqualTo(200);
    }

    @Test
    void aDeviceOfSomebodyElseOrMadeUpIsAStranger() {
        String name = Api.signedUp().name();
        Api ofSomebodyElse = device(stranger.post("auth/sign-up", credentials(freshName(), PASSWORD)));
        Api madeUp = stranger.with(Map.of("Cookie", DEVICE + "=made-up"));
        lock(stranger, name);

        assertProblem(ofSomebodyElse.post("auth/sign-in", credentials(name, PASSWORD)), 429, "too-many-requests");
        assertProblem(madeUp.post("auth/sign-in", credentials(name, PASSWORD)), 429, "too-many-requests");
    }

    @Test
    void twoPeopleMayShareADevice() {
        String ann = freshName();
        String bea = freshName();
        Response first = stranger.post("auth/sign-up", credentials(ann, PASSWORD));
        Api shared = device(first);
        Response second = shared.post("auth/sign-up", credentials(bea, PASSWORD));
        lock(stranger, ann);
        lock(stranger, bea);

        assertThat(second.cookie(DEVICE)).isEqualTo(first.cookie(DEVICE));
        assertThat(shared.post("auth/sign-in", credentials(ann, PASSWORD)).statusCode())
                .isEqualTo(200);
        assertThat(shared.post("auth/sign-in", credentials(bea, PASSWORD)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aDeviceIsGivenNoSecretOfItsOwnChoice() {
        Response response = stranger.with(Map.of("Cookie", DEVICE + "=made-up"))
                .post("auth/sign-up", credentials(freshName(), PASSWORD));

        assertThat(response.cookie(DEVICE)).hasSize(43);
    }

    @Test
    void twentyDevicesOfAnAccountAreKnown() throws SQLException {
        Api person = Api.signedUp();
        for (int i = 0; i < 21; i++) {
            stranger.signIn(person.name(), PASSWORD);
        }

        assertThat(Application.running()
                        .database()
                        .number("select count(*) from device where account_id = ?", person.account()))
                .isEqualTo(20);
    }

    private Api device(Response signedIn) {
        return stranger.with(Map.of("Cookie", DEVICE + "=" + signedIn.cookie(DEVICE)));
    }

    private static void lock(Api caller, String name) {
        for (int i = 0; i < 5; i++) {
            assertProblem(caller.post("auth/sign-in", credentials(name, WRONG)), 401, "wrong-credentials");
        }
        assertProblem(caller.post("auth/sign-in", credentials(name, WRONG)), 429, "too-many-requests");
    }

    @Test
    void aSuccessForgetsTheFailuresBefore() {
        Api person = Api.signedUp();
        for (int i = 0; i < 4; i++) {
            stranger.post("auth/sign-in", credentials(person.name(), WRONG));
        }
        stranger.signIn(person.name(), PASSWORD);

        assertProblem(stranger.post("auth/sign-in", credentials(person.name(), WRONG)), 401, "wrong-credentials");
        stranger.signIn(person.name(), PASSWORD);
    }

    @Test
    void manyGuessesAtOnceDoNotSlipPastTheLock() throws Exception {
        String name = Api.signedUp().name();

        List<Integer> statuses = Api.atOnce(12, () -> stranger.post("auth/sign-in", credentials(name, WRONG)));

        assertThat(statuses.stream().filter(status -> status != 429)).hasSize(5);
    }

    /** More than may wait are refused, and what was refused was never tried. */
    @Test
    void anAttemptThatCannotBeTriedDoesNotCount() throws Exception {
        String name = Api.signedUp().name();

        List<Integer> statuses = Api.atOnce(64, () -> stranger.post("auth/sign-in", credentials(name, PASSWORD)));

        assertThat(statuses).contains(503).containsOnly(200, 503);
    }

    @Test
    void aStrangerCannotTellAKnownNameFromAnUnknownOne() {
        String known = Api.signedUp().name();
        String unknown = freshName();
        for (int i = 0; i < 6; i++) {
            Response ofKnown = stranger.post("auth/sign-in", credentials(known, WRONG));
            Response ofUnknown = stranger.post("auth/sign-in", credentials(unknown, WRONG));

            assertThat(shape(ofUnknown)).isEqualTo(shape(ofKnown));
        }
    }

    /** Everything but what differs from answer to answer. */
    private static List<Object> shape(Response response) {
        Map<String, Object> body = response.jsonPath().getMap("");
        body.remove("id");
        List<String> headers = new ArrayList<>();
        response.headers().forEach(header -> headers.add(header.getName()));
        return List.of(response.statusCode(), body, headers);
    }

    @Test
    void anUnknownNameTakesAsLongAsAKnownOne() {
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            known.add(Api.signedUp().name());
            unknown.add(freshName());
        }

        long ofKnown = medianNanos(known);
        long ofUnknown = medianNanos(unknown);

        assertThat((double) ofKnown / ofUnknown).isBetween(1 / 3.0, 3.0);
    }

    private long medianNanos(List<String> names) {
        List<Long> times = new ArrayList<>();
        for (String name : names) {
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                stranger.post("auth/sign-in", credentials(name, WRONG));
                times.add(System.nanoTime() - start);
            }
        }
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    @Test
    void aStormOfSignInsDoesNotKeepOthersWaiting() throws Exception {
        Api person = Api.signedUp();
        var storming = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(24)) {
            for (int i = 0; i < 24; i++) {
                threads.execute(() -> {
                    while (storming.get()) {
                        stranger.post("auth/sign-in", credentials(freshName(), WRONG));
                    }
                });
            }
            try {
                for (int i = 0; i < 20; i++) {
                    Response response = person.get("profile");
                    assertThat(response.statusCode()).isEqualTo(200);
                    assertThat(response.timeIn(TimeUnit.MILLISECONDS)).isLessThan(2_000);
                }
            } finally {
                storming.set(false);
            }
        }
    }

    @Test
    void passwordsSessionsAndTokensAreStoredHashedOnly() throws SQLException {
        Api person = Api.signedUp();
        String secret = person.withToken("read").header("Authorization").substring("Bearer ".length());
        String cookie = person.header("Cookie").substring(Api.COOKIE.length() + 1);
        try (var owner = Application.running().database().asOwner();
                var statement = owner.prepareStatement("""
                        select a.password_hash, s.token_hash = sha256(convert_to(?, 'UTF8')),
                               t.token_hash = sha256(convert_to(?, 'UTF8')), a::text || s::text || t::text
                        from account a join session s on s.account_id = a.id join api_token t on t.account_id = a.id
                        where a.id = ?
                        """)) {
            statement.setString(1, cookie);
            statement.setString(2, secret);
            statement.setObject(3, person.account());
            var row = statement.executeQuery();

            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(row.getBoolean(2)).isTrue();
            assertThat(row.getBoolean(3)).isTrue();
            assertThat(row.getString(4)).doesNotContain(PASSWORD, cookie, secret);
        }
    }

    @Test
    void aChangeFromAForeignPageIsRefused() {
        Api person = Api.signedUp();
        String cookie = person.header("Cookie");

        Response foreign = person.with(Map.of("Cookie", cookie, "Origin", "https://evil.example"))
                .post("auth/sign-out");
        Response silent = person.with(Map.of("Cookie", cookie)).post("auth/sign-out");
        Response crossSite = person.with(Map.of("Cookie", cookie, "Sec-Fetch-Site", "cross-site"))
                .post("auth/sign-out");

        assertProblem(foreign, 403, "foreign-origin");
        assertProblem(silent, 403, "foreign-origin");
        assertProblem(crossSite, 403, "foreign-origin");
        assertThat(person.get("profile").statusCode()).isEqualTo(200);
    }

    @Test
    void aForeignPageCannotSignAVictimIn() {
        Response response = stranger.with(Map.of("Origin", "https://evil.example"))
                .post("auth/sign-in", credentials(Api.signedUp().name(), PASSWORD));

        assertProblem(response, 403, "foreign-origin");
    }
}
