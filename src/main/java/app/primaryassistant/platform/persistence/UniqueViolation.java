package app.primaryassistant.platform.persistence;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Recognises PostgreSQL's answer to a key that exists already. */
public final class UniqueViolation {

    private static final String SQL_STATE = "23505";

    private UniqueViolation() {}

    public static boolean isCauseOf(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && SQL_STATE.equals(sql.getSQLState()));
    }
}
