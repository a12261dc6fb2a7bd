package app.primaryassistant.accounts.boundary;

import static app.primaryassistant.support.Api.PASSWORD;
import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.TestClock;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Belongings;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What administrators, and only they, can do. */
class AdminIT {

    private Api administrator;

    @BeforeEach
    void promote() throws SQLException {
        administrator = Api.administrator();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, admin/accounts",
        "DELETE, admin/accounts/{id}",
        "POST, admin/accounts/{id}/lock",
        "POST, admin/accounts/{id}/unlock",
        "GET, admin/invitations",
        "POST, admin/invitations",
        "DELETE, admin/invitations/{id}",
        "GET, admin/sign-in-failures",
        "GET, admin/health",
        "GET, admin/backups",
        "POST, admin/backups",
    })
    void noRouteIsOpenToMembersTokensOrStrangers(String method, String route) {
        Api member = Api.signedUp();
        String path = route.replace("{id}", member.account().toString());

        assertProblem(send(member, method, path), 403, "forbidden");
        assertProblem(send(member.withToken("read", "write"), method, path), 403, "insufficient-scope");
        assertProblem(send(administrator.withToken("read", "write"), method, path), 403, "insufficient-scope");
        assertProblem(send(Api.stranger(), method, path), 401, "unauthenticated");
        assertThat(member.get("profile").statusCode()).isEqualTo(200);
    }

    private static Response send(Api caller, String method, String path) {
        var request = caller.request();
        return (method.equals("POST") ? request.body("{}") : request).request(method, path);
    }

    @Test
    void pagesThroughAllAccountsOnce() throws SQLException {
        for (int i = 0; i < 3; i++) {
            Api.signedUp();
        }
        long all = count("select count(*) from account");

        List<String> seen = pages("admin/accounts", 2);

        assertThat(seen)
                .hasSize(Math.toIntExact(all))
                .doesNotHaveDuplicates()
                .contains(administrator.account().toString());
    }

    @Test
    void showsNoHealthDataOfAnAccount() {
        Api person = Api.signedUp();

        Map<String, Object> row =
                administrator.get("admin/accounts").path("items.find { it.name == '%s' }".formatted(person.name()));

        assertThat(row.keySet()).isSubsetOf("id", "name", "role", "status", "createdAt", "lastSeenAt");
        assertThat(row).containsEntry("role", "member").containsEntry("status", "active");
    }

    @Test
    void seesNobodysMeasurements() {
        Api person = Api.signedUp();
        String id = person.post("measurements", weight()).path("id");

        assertProblem(administrator.get("measurements/" + id), 404, "not-found");
        assertThat(administrator.get("measurements").<List<Object>>path("items"))
                .isEmpty();
    }

    @Test
    void aLockedAccountIsOutAndStaysOutUntilUnlocked() {
        Api person = Api.signedUp();
        Api program = person.withToken("read");

        assertThat(administrator
                        .post("admin/accounts/" + person.account() + "/lock")
                        .statusCode())
                .isEqualTo(204);

        assertProblem(person.get("profile"), 401, "unauthenticated");
        assertProblem(program.get("profile"), 401, "unauthenticated");
        assertProblem(
                Api.stranger().post("auth/sign-in", credentials(person.name(), PASSWORD)), 401, "wrong-credentials");

        assertThat(administrator
                        .post("admin/accounts/" + person.account() + "/unlock")
                        .statusCode())
                .isEqualTo(204);

        Api.stranger().signIn(person.name(), PASSWORD);
        assertProblem(person.get("profile"), 401, "unauthenticated");
    }

    @Test
    void unlockingForgetsFailedSignIns() {
        Api person = Api.signedUp();
        for (int i = 0; i < 5; i++) {
            Api.stranger().post("auth/sign-in", credentials(person.name(), "wrong horse battery"));
        }

        administrator.post("admin/accounts/" + person.account() + "/unlock");

        Api.stranger().signIn(person.name(), PASSWORD);
    }

    @Test
    void deletingAnAccountLeavesNoRowOfIt() throws SQLException {
        Api person = Api.signedUp();
        Belongings.give(person);

        assertThat(rowsOf(person).values())
                .as("every table but invitations has a row")
                .allMatch(rows -> rows > 0);
        assertThat(administrator.delete("admin/accounts/" + person.account()).statusCode())
                .isEqualTo(204);

        assertThat(rowsOf(person).values()).containsOnly(0L);
        assertThat(count("select count(*) from account where id = ?", person.account()))
                .isZero();
        assertProblem(person.get("profile"), 401, "unauthenticated");
    }

    /** The number of rows in each table that says whose its rows are; a member invites nobody. */
    private static Map<String, Long> rowsOf(Api person) throws SQLException {
        var rows = new TreeMap<String, Long>();
        for (String table : tablesWithOwner()) {
            rows.put(table, count("select count(*) from %s where account_id = ?".formatted(table), person.account()));
        }
        rows.remove("invitation");
        return rows;
    }

    private static List<String> tablesWithOwner() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var owner = Application.running().database().asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        select table_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
                        where table_schema = 'public' and column_name = 'account_id' and table_type = 'BASE TABLE'
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        assertThat(tables).contains("profile", "session", "observation");
        return tables;
    }

    @ParameterizedTest
    @CsvSource({"DELETE, ''", "POST, /lock", "POST, /unlock"})
    void nobodyLocksOrDeletesThemselves(String method, String action) {
        String path = "admin/accounts/" + administrator.account() + action;

        assertProblem(administrator.request().request(method, path), 409, "conflict");

        assertThat(administrator.get("profile").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"DELETE, ''", "POST, /lock", "POST, /unlock"})
    void anUnknownAccountIsNotThere(String method, String action) {
        String path = "admin/accounts/" + UUID.randomUUID() + action;

        assertProblem(administrator.request().request(method, path), 404, "not-found");
    }

    @Test
    void aDeletedAdministratorsInvitationsGoToo() throws SQLException {
        Api other = Api.administrator();
        other.post("admin/invitations", "{}");

        assertThat(administrator.delete("admin/accounts/" + other.account()).statusCode())
                .isEqualTo(204);

        assertThat(count("select count(*) from invitation where account_id = ?", other.account()))
                .isZero();
    }

    @Test
    void listsOpenInvitationsWithoutTheirCodes() {
        Response issued = administrator.post("admin/invitations", "{\"note\": \"for Bea\", \"expiresInDays\": 3}");
        String id = issued.path("invitation.id");

        Response listed = administrator.get("admin/invitations");
        assertThat(issued.statusCode()).isEqualTo(201);
        assertThat(listed.<String>path("items.find { it.id == '%s' }.note".formatted(id)))
                .isEqualTo("for Bea");
        assertThat(listed.asString()).doesNotContain(issued.<String>path("code"));

        administrator.delete("admin/invitations/" + id);

        assertThat(administrator.get("admin/invitations").<List<String>>path("items.id"))
                .doesNotContain(id);
        assertProblem(administrator.delete("admin/invitations/" + id), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({"expiresInDays, 0", "expiresInDays, 91", "note, '\"\\u0000\"'"})
    void anInvitationThatIsNotValidNamesTheField(String field, String value) {
        assertInvalid(administrator.post("admin/invitations", "{\"%s\": %s}".formatted(field, value)), field);
    }

    @Test
    void listsFailedSignInsWithTheNameOfAnAccountButNotOfNobody() {
        Api person = Api.signedUp();
        String nobody = Api.freshName();
        Api.stranger().post("auth/sign-in", credentials(person.name(), "wrong horse battery"));
        Api.stranger().post("auth/sign-in", credentials(nobody, "wrong horse battery"));

        Response failures = administrator.get("admin/sign-in-failures?limit=2");

        assertThat(failures.<String>path("items[0].reason")).isEqualTo("unknown");
        assertThat(failures.<String>path("items[0].name")).isNull();
        assertThat(failures.<String>path("items[1].reason")).isEqualTo("password");
        assertThat(failures.<String>path("items[1].name")).isEqualTo(person.name());
        assertThat(failures.<String>path("items[1].address")).isEqualTo("127.0.0.1");
        assertThat(failures.asString()).doesNotContain(nobody, "wrong horse");
        assertThat(pages("admin/sign-in-failures", 3)).doesNotHaveDuplicates();
    }

    @Test
    void tellsHowThePartsAre() {
        Response health = administrator.get("admin/health");

        assertThat(health.<List<String>>path("items.name")).containsExactly("database", "schema", "storage", "backup");
        assertThat(health.<List<String>>path("items.findAll { it.name != 'backup' }.status"))
                .containsOnly("up");
    }

    private List<String> pages(String path, int limit) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            var request = administrator.request().queryParam("limit", limit);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            ids.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        return ids;
    }

    private static String weight() {
        return """
                {"metric": "weight", "value": 80, "localDate": "%s"}
                """.formatted(TestClock.today());
    }

    private static long count(String query, Object... parameters) throws SQLException {
        return Application.running().database().number(query, parameters);
    }
}
