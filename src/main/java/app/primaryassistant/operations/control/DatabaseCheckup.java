package app.primaryassistant.operations.control;

import static app.primaryassistant.platform.persistence.Parameters.none;

import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import app.primaryassistant.platform.persistence.DirectConnection;
import app.primaryassistant.platform.persistence.Login;
import app.primaryassistant.platform.persistence.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import liquibase.exception.LiquibaseException;

/** Looks at the database: both roles and their rights, row-level security, the schema's version, the clock. */
public final class DatabaseCheckup {

    private static final Duration SKEW = Duration.ofSeconds(5);

    private final Settings settings;
    private final Clock clock;

    public DatabaseCheckup(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private interface Check {
        List<Finding> of(DirectConnection connection) throws LiquibaseException;
    }

    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(as(Login.ofApplication(settings), this::application));
        findings.addAll(as(Login.ofOwner(settings), this::owner));
        return findings;
    }

    private static List<Finding> as(Login login, Check check) {
        try (DirectConnection connection = login.connect()) {
            return check.of(connection);
        } catch (InvalidSetting invalid) {
            return List.of(Finding.fail(String.valueOf(invalid.getMessage())));
        } catch (DatabaseUnavailable | LiquibaseException failed) {
            return List.of(Finding.fail(
                    "The database cannot be reached or used by " + login.role() + ": " + failed.getMessage()));
        }
    }

    private List<Finding> application(DirectConnection connection) {
        String role = settings.get("DATABASE_USER");
        return List.of(
                Finding.ok("The role " + role + " can connect to the database."),
                noneOf(
                        connection,
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and pg_get_userbyid(relowner) = current_user",
                        role + " owns no tables.",
                        role + " owns %s, so row-level security does not apply to it. Transfer ownership to the role of"
                                + " DATABASE_MIGRATION_USER."),
                noneOf(
                        connection,
                        """
                        select right_name from pg_roles,
                               lateral (values ('SUPERUSER', rolsuper), ('BYPASSRLS', rolbypassrls), ('CREATEDB', rolcreatedb),
                                               ('CREATEROLE', rolcreaterole)) as r (right_name, has)
                        where rolname = current_user and has
                        union all
                        select 'membership in ' || roleid::regrole from pg_auth_members where member = current_user::regrole
                        """,
                        role + " has no special privileges.",
                        role + " has %s. Revoke it with `alter role`."));
    }

    private List<Finding> owner(DirectConnection connection) throws LiquibaseException {
        String role = settings.get("DATABASE_MIGRATION_USER");
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("The role " + role + " can connect to the database."));
        findings.add(noneOf(
                connection,
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_get_userbyid(relowner) <> current_user",
                role + " owns every table.",
                role + " does not own %s. Transfer ownership with `alter table … owner to`."));
        findings.add(noneOf(
                connection,
                "select 'CREATEDB' from pg_roles where rolname = current_user and not rolcreatedb",
                role + " can create the scratch database that verifies a backup.",
                role + " lacks %s, which restore and verify-backup need: `alter role " + role + " createdb`."));
        findings.add(noneOf(
                connection,
                """
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'account_id' and not c.relrowsecurity
                """,
                "Row-level security is on for every table with rows of an account.",
                "Row-level security is off on %s. Find out why, and run `assistant migrate diff`."));
        findings.add(clock(connection));
        findings.add(schema(connection));
        return findings;
    }

    private Finding clock(DirectConnection connection) {
        Instant theirs = connection.one("select server_now() - now() + clock_timestamp()", Instant.class, none());
        Duration skew = Duration.between(theirs, clock.instant()).abs();
        return skew.compareTo(SKEW) > 0
                ? Finding.fail("The clocks of this machine and the database differ by " + skew.toSeconds()
                        + " s. Synchronize both with NTP.")
                : Finding.ok("The clocks of this machine and the database agree.");
    }

    private Finding schema(DirectConnection connection) throws LiquibaseException {
        int missing =
                new Schema(connection, settings.get("DATABASE_USER")).missing().size();
        return missing == 0
                ? Finding.ok("The schema is up to date.")
                : Finding.fail(
                        missing + " schema changes are pending. Start the program, or run `assistant migrate update`.");
    }

    private static Finding noneOf(DirectConnection connection, String query, String good, String bad) {
        List<String> found = connection.list(query, String.class, none());
        return found.isEmpty() ? Finding.ok(good) : Finding.fail(bad.formatted(String.join(", ", found)));
    }
}
