package app.primaryassistant.platform.persistence;

import java.sql.SQLException;

/** A statement of plain JDBC failed. What it means to the client is read from the cause. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatabaseUnavailable(SQLException cause) {
        super(cause);
    }
}
