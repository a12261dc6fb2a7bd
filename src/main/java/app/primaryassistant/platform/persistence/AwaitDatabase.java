package app.primaryassistant.platform.persistence;

import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.SettingsProducer;
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

    @Override
    public void preLogin(SessionEvent event) {
        Login login = Login.ofApplication(SettingsProducer.current());
        try {
            DatabaseWait.until(
                    () -> login.connect().close(),
                    away -> LOG.log(Level.WARNING, () -> "Waiting for the database: " + away.getMessage()));
        } catch (DatabaseUnavailable refused) {
            throw StartFailure.because("The database rejects the role " + login.role(), refused);
        } catch (InvalidSetting wrong) {
            throw StartFailure.because("A setting is wrong", wrong);
        }
    }
}
