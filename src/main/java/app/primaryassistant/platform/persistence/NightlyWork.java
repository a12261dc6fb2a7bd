package app.primaryassistant.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/** Gives the work of a night to one of all replicas. */
@ApplicationScoped
public class NightlyWork {

    @Resource(lookup = "java:app/jdbc/assistant")
    private DataSource dataSource;

    /** Whether the caller is the first one to ask for this task on this day, in UTC, and so is the one that does it. */
    public boolean claim(String task, LocalDate day) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("select claim_nightly_work(?, ?)")) {
            statement.setString(1, task);
            statement.setObject(2, day);
            try (var claimed = statement.executeQuery()) {
                claimed.next();
                return claimed.getBoolean(1);
            }
        }
    }
}
