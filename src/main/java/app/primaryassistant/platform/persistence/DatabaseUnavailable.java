package app.primaryassistant.platform.persistence;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The database cannot be reached, or a statement failed. What it means to the client is read from the cause. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final @Nullable String sqlState;

    public DatabaseUnavailable(SQLException cause) {
        super(cause.getMessage(), cause);
        this.sqlState = cause.getSQLState();
    }

    /** Whether the statement broke the constraint of this name. */
    public boolean violates(String constraint) {
        return getCause() instanceof PSQLException answer
                && Optional.ofNullable(answer.getServerErrorMessage())
                        .map(ServerErrorMessage::getConstraint)
                        .filter(constraint::equals)
                        .isPresent();
    }

    /** Whether PostgreSQL has answered with this code. */
    public boolean hasState(String code) {
        return code.equals(sqlState);
    }
}
