package app.primaryassistant.platform.persistence;

import app.primaryassistant.platform.config.InvalidSetting;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.exception.LiquibaseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Brings the schema up to date when the program starts, as the role that owns it.
 *
 * <p>The database may go away while the program starts, so it is tried again every two seconds until it succeeds; {@code
 * /health/started} and {@code /health/ready} stay down meanwhile. Liquibase's own lock lets several instances start at once.
 */
@ApplicationScoped
public class Migration {

    private static final Logger LOG = Logger.getLogger(Migration.class.getName());

    @Inject
    @ConfigProperty(name = "database.url")
    private String url;

    @Inject
    @ConfigProperty(name = "database.user")
    private String applicationRole;

    @Inject
    @ConfigProperty(name = "database.migration.user")
    private String migrationRole;

    @Inject
    @ConfigProperty(name = "database.migration.password")
    private String migrationPassword;

    @Inject
    private Event<SchemaReady> schemaReady;

    @Resource
    private ManagedScheduledExecutorService executor;

    private volatile boolean done;

    public boolean done() {
        return done;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        executor.execute(this::migrate);
    }

    private void migrate() {
        try (var connection = login().connect()) {
            new Schema(connection, applicationRole).update();
            schemaReady.fire(new SchemaReady(connection));
            done = true;
            LOG.info("The schema is up to date");
        } catch (SQLException | LiquibaseException | InvalidSetting failed) {
            LOG.log(Level.WARNING, () -> "The schema could not be brought up to date, trying again: " + failed.getMessage());
            executor.schedule(this::migrate, 2, TimeUnit.SECONDS);
        }
    }

    private Login login() {
        return new Login(url, migrationRole, migrationPassword, "DATABASE_MIGRATION_PASSWORD");
    }

    /** Fired once the schema is up to date, with the migration role's connection, before the program calls itself started. */
    public record SchemaReady(Connection connection) {}
}
