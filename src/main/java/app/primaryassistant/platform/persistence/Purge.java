package app.primaryassistant.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Removes for good, every night, what was deleted 30 days ago and what has expired. */
@Singleton
public class Purge {

    private static final Logger LOG = Logger.getLogger(Purge.class.getName());

    @Resource(lookup = "java:app/jdbc/assistant")
    private DataSource dataSource;

    @Schedule(hour = "3", minute = "17", persistent = false)
    public void run() {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var purged = statement.executeQuery("select purge()")) {
            purged.next();
            int rows = purged.getInt(1);
            LOG.info(() -> "Removed for good: " + rows + " rows");
        } catch (SQLException failed) {
            LOG.log(Level.WARNING, "The nightly purge failed and is tried again tomorrow", failed);
        }
    }
}
