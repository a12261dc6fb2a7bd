package app.primaryassistant.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database beside the program's own, for work that must not touch it; dropped when it is closed.
 *
 * <p>Its name is fixed, and one advisory lock in the program's database says that it is in use. So what a killed command has
 * left is found and dropped by the next one.
 */
public final class ScratchDatabase implements AutoCloseable {

    private static final int SECONDS_TO_WAIT = 10;

    private final Connection keeper;
    private final Login login;
    private final String name;

    private ScratchDatabase(Connection keeper, Login login, String name) {
        this.keeper = keeper;
        this.login = login;
        this.name = name;
    }

    /**
     * Makes an empty one.
     *
     * @param owner the role that owns the program's database; it needs {@code CREATEDB}
     * @throws SQLException also if another command works in one at this moment
     */
    public static ScratchDatabase create(Login owner) throws SQLException {
        Connection keeper = owner.connect();
        try (var statement = keeper.createStatement()) {
            // The server needs a moment to see that a killed command is gone.
            statement.execute("set lock_timeout = '" + SECONDS_TO_WAIT + "s'");
            statement.execute("select pg_advisory_lock(hashtext('scratch'))");
            var row = statement.executeQuery("select current_database() || '_scratch', quote_ident(current_database() || '_scratch')");
            row.next();
            Login login = owner.in(row.getString(1));
            String name = row.getString(2);
            drop(name, statement);
            statement.execute("create database " + name + " template template0");
            return new ScratchDatabase(keeper, login, name);
        } catch (SQLException failed) {
            keeper.close();
            throw failed;
        }
    }

    public Login login() {
        return login;
    }

    @Override
    public void close() throws SQLException {
        try (keeper;
                var statement = keeper.createStatement()) {
            drop(name, statement);
        }
    }

    /**
     * By itself PostgreSQL waits for its own vacuuming to end. Told to force, it tries to end that too, and refuses because only
     * a superuser may; so only the sessions of a killed command are ended here.
     */
    private static void drop(String name, Statement statement) throws SQLException {
        statement.execute(
                """
                select pg_terminate_backend(pid, %d) from pg_stat_activity
                where datname = current_database() || '_scratch' and usename = current_user
                """
                        .formatted(SECONDS_TO_WAIT * 1000));
        statement.execute("drop database if exists " + name);
    }
}
