package app.primaryassistant.accounts.boundary;

import static app.primaryassistant.support.Api.PASSWORD;
import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
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
import org.junit.jupiter.api.Test;

/** Deleting one's own account, and thinking better of it. */
class AccountDeletionIT {

    private static final Database DATABASE = Application.running().database();

    private static final String LEAVE = "{\"password\": \"" + PASSWORD + "\"}";

    private final Api person = Api.signedUp();

    @Test
    void everySessionEndsAndEveryTokenRestsAtOnce() throws SQLException {
        Api laptop = Api.stranger().signIn(person.name(), PASSWORD);
        Api program = person.withToken("read", "write");

        Response leaving = person.post("account/deletion", LEAVE);

        assertThat(leaving.statusCode()).as(leaving.asString()).isEqualTo(200);
        assertThat(leaving.detailedCookie(Api.COOKIE).getMaxAge()).isZero();
        assertThat(DATABASE.number(
                        "select round(extract(epoch from deletion_at - created_at) / 86400) from account where id = ?",
                        person.account()))
                .isEqualTo(30);
        assertProblem(person.get("profile"), 401, "unauthenticated");
        assertProblem(laptop.get("profile"), 401, "unauthenticated");
        assertProblem(program.get("profile"), 401, "unauthenticated");
    }

    @Test
    void whoeverSignsInAgainCanKeepTheAccount() {
        Api program = person.withToken("read");
        String at = person.post("account/deletion", LEAVE).path("deletionAt");

        Api back = Api.stranger().signIn(person.name(), PASSWORD);
        assertThat(back.get("profile").<String>path("deletionAt")).isEqualTo(at);
        assertThat(back.post("account/deletion", LEAVE).<String>path("deletionAt"))
                .as("the first wish counts")
                .isEqualTo(at);

        back = Api.stranger().signIn(person.name(), PASSWORD);
        assertThat(back.delete("account/deletion").statusCode()).isEqualTo(204);
        assertThat(back.get("profile").<Object>path("deletionAt")).isNull();
        assertThat(program.get("profile").statusCode()).isEqualTo(200);
    }

    @Test
    void itTakesThePasswordAndABrowser() {
        assertInvalid(person.post("account/deletion", LEAVE.replace("horse", "cow")), "password");
        assertInvalid(person.post("account/deletion", "{}"), "password");
        assertProblem(person.withToken("read", "write").post("account/deletion", LEAVE), 403, "insufficient-scope");
        assertProblem(Api.stranger().post("account/deletion", LEAVE), 401, "unauthenticated");
        assertProblem(Api.stranger().delete("account/deletion"), 401, "unauthenticated");

        assertThat(person.get("profile").<Object>path("deletionAt")).isNull();
    }

    @Test
    void nothingIsLeftInAnyTableAfterThirtyDays() throws SQLException {
        Api administrator = Api.administrator();
        administrator.post("admin/invitations", "{}");
        Belongings.give(administrator);
        Api.administrator();
        Api other = Api.signedUp();
        Belongings.give(other);
        Map<String, Long> before = rows(administrator);
        assertThat(before).as("there is something to delete in every table").doesNotContainValue(0L);
        Map<String, Long> others = rows(other);
        assertThat(administrator.post("account/deletion", LEAVE).statusCode()).isEqualTo(200);

        DATABASE.purge();
        assertThat(rows(administrator).get("observation")).as("not yet").isEqualTo(before.get("observation"));

        DATABASE.change(
                "update account set deletion_at = server_now() - interval '1 second' where id = ?",
                administrator.account());
        DATABASE.purge();

        assertThat(rows(administrator).values()).containsOnly(0L);
        assertThat(DATABASE.number("select count(*) from account where id = ?", administrator.account()))
                .isZero();
        assertThat(rows(other)).isEqualTo(others);
        assertProblem(
                Api.stranger().post("auth/sign-in", Api.credentials(administrator.name(), PASSWORD)),
                401,
                "wrong-credentials");
    }

    @Test
    void anAdministratorIsSeenToLeaveAndAdministersNothingMeanwhile() throws SQLException {
        Api leaver = Api.administrator();
        Api stayer = Api.administrator();
        assertThat(leaver.post("account/deletion", LEAVE).statusCode()).isEqualTo(200);

        Api back = Api.stranger().signIn(leaver.name(), PASSWORD);

        assertProblem(back.get("admin/accounts"), 403, "forbidden");
        assertThat(stayer.get("admin/accounts")
                        .<String>path("items.find { it.id == '%s' }.deletionAt".formatted(leaver.account())))
                .isNotNull();
        back.delete("account/deletion");
        assertThat(back.get("admin/accounts").statusCode()).isEqualTo(200);
    }

    /** The others are members for as long as this takes. */
    @Test
    void theLastAdministratorCannotLeave() throws Exception {
        Api ann = Api.administrator();
        Api ben = Api.administrator();
        List<UUID> others = administratorsBut(ann, ben);
        try {
            for (UUID other : others) {
                DATABASE.change("update account set role = 'member' where id = ?", other);
            }
            List<Api> both = new ArrayList<>(List.of(ann, ben));

            assertThat(Api.atOnce(2, () -> next(both).post("account/deletion", LEAVE)))
                    .containsExactly(200, 409);

            Api stayer = ann.get("profile").statusCode() == 200 ? ann : ben;
            Response refused = stayer.post("account/deletion", LEAVE);
            assertProblem(refused, 409, "conflict");
            assertThat(refused.<String>path("detail")).contains("only administrator");

            // Whatever else happens to them: the purge leaves one.
            DATABASE.change(
                    "update account set deletion_at = server_now() - interval '1 second' where role = 'admin' and id = ?",
                    stayer.account());
            DATABASE.purge();
            assertThat(DATABASE.number("select count(*) from account where id = ?", stayer.account()))
                    .isEqualTo(1);
        } finally {
            for (UUID other : others) {
                DATABASE.change("update account set role = 'admin' where id = ?", other);
            }
        }
    }

    private static synchronized Api next(List<Api> people) {
        return people.removeFirst();
    }

    private static List<UUID> administratorsBut(Api ann, Api ben) throws SQLException {
        List<UUID> others = new ArrayList<>();
        try (var owner = DATABASE.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select id from account where role = 'admin'")) {
            while (rows.next()) {
                others.add((UUID) rows.getObject(1));
            }
        }
        others.removeAll(List.of(ann.account(), ben.account()));
        return others;
    }

    /** How many rows each table has that holds what is somebody's. */
    private static Map<String, Long> rows(Api person) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (var owner = DATABASE.asOwner();
                var statement = owner.createStatement();
                var tables = statement.executeQuery("""
                        select c.table_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and c.column_name = 'account_id' and t.table_type = 'BASE TABLE'
                        """)) {
            while (tables.next()) {
                String table = tables.getString(1);
                rows.put(
                        table,
                        DATABASE.number("select count(*) from " + table + " where account_id = ?", person.account()));
            }
        }
        return rows;
    }
}
