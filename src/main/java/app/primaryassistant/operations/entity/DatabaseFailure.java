package app.primaryassistant.operations.entity;

import app.primaryassistant.platform.persistence.Login;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the database's refusals mean to an operator. */
public final class DatabaseFailure {

    private static final String LOCKED = "55P03";
    private static final String NO_RIGHT = "42501";

    private DatabaseFailure() {}

    public static CommandFailed of(Exception failed) {
        Optional<SQLException> cause = Stream.iterate((Throwable) failed, next -> next != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
        if (cause.filter(Login::isUnreachable).isPresent()) {
            return new CommandFailed(
                    "The database cannot be reached or stopped responding. Check DATABASE_URL, and that the database is"
                            + " running.",
                    failed);
        }
        String message =
                firstLine(cause.map(Throwable.class::cast).orElse(failed).getMessage());
        if (cause.filter(sql -> NO_RIGHT.equals(sql.getSQLState())).isPresent()) {
            return new CommandFailed(
                    "The role of DATABASE_MIGRATION_USER is not allowed to do this: " + message
                            + " It must own the database, and needs `alter role … createdb` to create scratch databases.",
                    failed);
        }
        if (cause.filter(sql -> LOCKED.equals(sql.getSQLState())).isPresent()) {
            return new CommandFailed(
                    "Another command or the program held a lock for too long. Nothing was changed; try again.", failed);
        }
        return new CommandFailed("The database rejected this: " + message, failed);
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
