package app.primaryassistant.platform.persistence;

import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.SettingsProducer;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Holds EclipseLink's login, and with it the deployment, until the database answers, so that the program may be started
 * before its database. A refused password, or what else the database answers, would not mend by waiting; the deployment
 * then fails and says why.
 */
public final class AwaitDatabase extends SessionEventAdapter {

    private static final Logger LOG = Logger.getLogger(AwaitDatabase.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    @Override
    public void preLogin(SessionEvent event) {
        Login login = Login.ofApplication(SettingsProducer.current());
        while (!answers(login)) {
            pause();
        }
    }

    private static boolean answers(Login login) {
        try {
            login.connect().close();
            return true;
        } catch (DatabaseUnavailable failed) {
            if (!Login.isOutage(failed)) {
                throw StartFailure.because("The database rejects the role " + login.role(), failed);
            }
            LOG.log(Level.WARNING, () -> "Waiting for the database: " + failed.getMessage());
            return false;
        } catch (InvalidSetting wrong) {
            throw StartFailure.because("A setting is wrong", wrong);
        }
    }

    private static void pause() {
        try {
            // EclipseLink logs in where this returns, so there is nothing to schedule, and no database says that it has come up.
            Thread.sleep(INTERVAL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the database", interrupted);
        }
    }
}
