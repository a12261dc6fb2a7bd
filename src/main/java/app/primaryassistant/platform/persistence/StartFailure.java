package app.primaryassistant.platform.persistence;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The program cannot start, and waiting would not help. Thrown while it is deployed, it makes the deployment fail, upon which
 * whoever has started the server ends it, so that a supervisor notices.
 */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final Logger LOG = Logger.getLogger(StartFailure.class.getName());

    /** The system property in which the launcher finds the reason for its last line. */
    private static final String FAILURE = "assistant.failure";

    private StartFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says so in one line of the log as well: the server's own lines about a failed deployment are many. */
    static StartFailure because(String what, Throwable cause) {
        String reason = what + ": " + firstLine(cause.getMessage(), cause);
        System.setProperty(FAILURE, reason);
        LOG.log(Level.SEVERE, reason);
        return new StartFailure(reason, cause);
    }

    private static String firstLine(@Nullable String message, Throwable cause) {
        return message == null || message.isBlank()
                ? cause.toString()
                : message.strip().lines().findFirst().orElse("");
    }
}
