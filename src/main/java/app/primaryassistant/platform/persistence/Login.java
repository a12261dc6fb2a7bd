package app.primaryassistant.platform.persistence;

import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.Settings;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One of the two roles with which the program signs in to PostgreSQL.
 *
 * @param passwordSetting the setting that holds the password, for messages
 */
public record Login(String url, String role, String password, String passwordSetting) {

    /** What PostgreSQL shows of its connections. */
    static final String APPLICATION_NAME = "primary-assistant";

    private static final Set<String> REFUSED = Set.of("28P01", "28000");
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String NO_SUCH_DATABASE = "3D000";

    /** The role that serves requests, owns nothing, and is held by row-level security. */
    public static Login ofApplication(Settings settings) {
        return of(settings, "DATABASE_USER", "DATABASE_PASSWORD");
    }

    /** The role that owns the schema. */
    public static Login ofOwner(Settings settings) {
        return of(settings, "DATABASE_MIGRATION_USER", "DATABASE_MIGRATION_PASSWORD");
    }

    private static Login of(Settings settings, String role, String password) {
        return new Login(
                settings.get("DATABASE_URL"),
                settings.get(role),
                settings.find(password).orElse(""),
                password);
    }

    /** The same role in another database of the same server. */
    public Login in(String database) {
        return new Login(
                url.replaceFirst("^(jdbc:postgresql:(?://[^/?]*/)?)[^?]*", "$1" + database),
                role,
                password,
                passwordSetting);
    }

    /** The same, without a bound on how long a single answer may take. */
    public Login withoutSocketTimeout() {
        return new Login(
                url.replaceAll("(?<=[?&])socketTimeout=[0-9]+&?", "").replaceFirst("[?&]$", ""),
                role,
                password,
                passwordSetting);
    }

    /**
     * Signs in.
     *
     * @throws InvalidSetting if PostgreSQL answers that a setting is wrong
     * @throws DatabaseUnavailable if it cannot be reached, or refuses for another reason
     */
    public DirectConnection connect() {
        try {
            return new DirectConnection(database().getConnection());
        } catch (SQLException failed) {
            if (REFUSED.contains(failed.getSQLState())) {
                throw new InvalidSetting(passwordSetting + " is rejected by PostgreSQL for the role " + role
                        + ". Set it to that role's password, or change the role's password in the database.");
            }
            if (NO_SUCH_DATABASE.equals(failed.getSQLState())) {
                throw new InvalidSetting(
                        "DATABASE_URL names a database that does not exist: " + url.replaceFirst("\\?.*", ""));
            }
            throw new DatabaseUnavailable(failed);
        }
    }

    /** Not by the DriverManager, which knows only the drivers of whoever asked it first in this process. */
    private PGSimpleDataSource database() {
        var database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(role);
        database.setPassword(password);
        database.setApplicationName(APPLICATION_NAME);
        return database;
    }

    /** Whether nothing is wrong with the settings, so that trying again later can succeed. */
    public static boolean isUnreachable(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.equals(TOO_MANY_CONNECTIONS);
    }

    /** Whether what failed did so because the database is away: trying again later can succeed. */
    public static boolean isOutage(Throwable failed) {
        return Stream.iterate(failed, next -> next != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && isUnreachable(sql));
    }

    @Override
    public String toString() {
        return role + " at " + url;
    }
}
