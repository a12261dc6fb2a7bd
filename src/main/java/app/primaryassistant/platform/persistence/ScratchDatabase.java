package app.primaryassistant.platform.persistence;

import static app.primaryassistant.platform.persistence.Parameters.none;
import static app.primaryassistant.platform.persistence.Parameters.with;

/**
 * A database beside the program's own, for work that must not touch it; dropped when it is closed.
 *
 * <p>Its name is fixed, and one advisory lock in the program's database says that it is in use. So what a killed command has
 * left is found and dropped by the next one.
 */
public final class ScratchDatabase implements AutoCloseable {

    private static final int SECONDS_TO_WAIT = 10;

    private final DirectConnection keeper;
    private final Login login;
    private final String name;

    private ScratchDatabase(DirectConnection keeper, Login login, String name) {
        this.keeper = keeper;
        this.login = login;
        this.name = name;
    }

    /**
     * Makes an empty one.
     *
     * @param owner the role that owns the program's database; it needs {@code CREATEDB}
     * @throws DatabaseUnavailable also if another command works in one at this moment
     */
    public static ScratchDatabase create(Login owner) {
        DirectConnection keeper = owner.connect();
        try {
            // The server needs a moment to see that a killed command is gone.
            keeper.execute("set lock_timeout = '" + SECONDS_TO_WAIT + "s'");
            keeper.call("select pg_advisory_lock(hashtext('scratch'))", none());
            Names names = keeper.one("""
                    select current_database() || '_scratch' as plain, quote_ident(current_database() || '_scratch') as quoted
                    """, Names.class, none());
            drop(names.quoted(), keeper);
            keeper.execute("create database " + names.quoted() + " template template0");
            return new ScratchDatabase(keeper, owner.in(names.plain()), names.quoted());
        } catch (DatabaseUnavailable failed) {
            keeper.close();
            throw failed;
        }
    }

    private record Names(String plain, String quoted) {}

    public Login login() {
        return login;
    }

    @Override
    public void close() {
        try (keeper) {
            drop(name, keeper);
        }
    }

    /**
     * By itself PostgreSQL waits for its own vacuuming to end. Told to force, it tries to end that too, and refuses because only
     * a superuser may; so only the sessions of a killed command are ended here.
     */
    private static void drop(String name, DirectConnection keeper) {
        keeper.call("""
                select pg_terminate_backend(pid, :milliseconds) from pg_stat_activity
                where datname = current_database() || '_scratch' and usename = current_user
                """, with("milliseconds", SECONDS_TO_WAIT * 1000L));
        keeper.execute("drop database if exists " + name);
    }
}
