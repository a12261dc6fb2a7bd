package app.primaryassistant.platform.persistence;

import app.primaryassistant.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.exception.LiquibaseException;

/**
 * Brings the schema up to date when the program starts, as the role that owns it.
 *
 * <p>It is part of the deployment and holds it until it is done, on the same thread. Beside the deployment it would meet the
 * server's closing of all the program's JARs at the end of it: {@code StandardContext} closes them without asking who reads,
 * and a lookup of a class or resource then fails with {@code zip file closed}. Where Liquibase meets that, its list of
 * commands stays empty for the life of the process.
 *
 * <p>The database may go away meanwhile, so that is tried again every two seconds. Any other failure would be met again, or
 * has left Liquibase's static state broken: it makes the deployment fail. Several instances may start at once. Where nothing
 * has changed since the last update, Liquibase is not started: {@link SchemaMark}.
 */
@ApplicationScoped
public class Migration {

    private static final Logger LOG = Logger.getLogger(Migration.class.getName());

    @Inject
    private Settings settings;

    @Inject
    private Event<SchemaReady> schemaReady;

    private volatile boolean done;

    public boolean done() {
        return done;
    }

    /** @throws StartFailure if the schema cannot be brought up to date although the database answers */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        try {
            DatabaseWait.until(
                    this::migrate,
                    away -> LOG.log(
                            Level.WARNING,
                            () -> "Waiting for the database to update the schema: " + away.getMessage()));
        } catch (LiquibaseException | RuntimeException | Error failed) {
            throw StartFailure.because("The schema could not be updated", failed);
        }
    }

    private void migrate() throws LiquibaseException {
        try (var connection = Login.ofOwner(settings).connect()) {
            String applicationRole = settings.get("DATABASE_USER");
            if (!new SchemaMark(connection, applicationRole).isCurrent()) {
                new Schema(connection, applicationRole).update();
            }
            schemaReady.fire(new SchemaReady(connection));
            done = true;
            LOG.info("The schema is up to date");
        }
    }

    /** Fired once the schema is up to date, with the migration role's connection, before the program calls itself started. */
    public record SchemaReady(DirectConnection connection) {}
}
