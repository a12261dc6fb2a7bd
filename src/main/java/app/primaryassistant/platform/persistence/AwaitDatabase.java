package app.primaryassistant.platform.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Holds EclipseLink's login, and with it the deployment, until the database answers, so that the program may be started
 * before its database. A refused password would not mend by waiting; the deployment then fails with what PostgreSQL said.
 */
public final class AwaitDatabase extends SessionEventAdapter {

    private static final Logger LOG = Logger.getLogger(AwaitDatabase.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    @Override
    public void preLogin(SessionEvent event) {
        var config = ConfigProvider.getConfig();
        var database = new PGSimpleDataSource();
        database.setUrl(config.getValue("database.url", String.class));
        database.setUser(config.getValue("database.user", String.class));
        database.setPassword(config.getOptionalValue("database.password", String.class).orElse(""));
        while (!answers(database)) {
            pause();
        }
    }

    private static boolean answers(PGSimpleDataSource database) {
        try {
            database.getConnection().close();
            return true;
        } catch (SQLException failed) {
            if (isRefusal(failed)) {
                LOG.log(Level.SEVERE, () -> "The database refuses " + database.getUser() + ": " + failed.getMessage());
                return true;
            }
            LOG.log(Level.WARNING, () -> "Waiting for the database: " + failed.getMessage());
            return false;
        }
    }

    /** Class 28 of SQLSTATE: the password is wrong, or the role is unknown. */
    private static boolean isRefusal(SQLException failed) {
        return failed.getSQLState() != null && failed.getSQLState().startsWith("28");
    }

    private static void pause() {
        try {
            Thread.sleep(INTERVAL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the database", interrupted);
        }
    }
}
