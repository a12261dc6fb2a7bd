package app.primaryassistant.operations.control;

import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import app.primaryassistant.platform.persistence.Ids;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes a backup in the running program, one at a time over all replicas, and removes those that are old. */
@ApplicationScoped
public class ProgramBackup {

    private static final Logger LOG = Logger.getLogger(ProgramBackup.class.getName());
    private static final Duration BETWEEN_STEPS = Duration.ofSeconds(1);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private BackupRunRepository runs;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Begins one, unless one is running; returns whether it has begun. */
    public boolean begin() {
        UUID id = Ids.next();
        if (!runs.begin(id)) {
            return false;
        }
        executor.execute(() -> run(id));
        return true;
    }

    private void run(UUID id) {
        try {
            Backup.Made made = new Backup(settings).make(new Steps(id)::accept);
            runs.done(id, made.file().getFileName().toString(), made.size());
            int old =
                    BackupDirectory.of(settings).removeOlderThan(new BackupSchedule(settings).keep(), clock.instant());
            LOG.info(() ->
                    "Made the backup " + made.file() + " of " + made.size() + " bytes; old backups deleted: " + old);
        } catch (CommandFailed | InvalidSetting failed) {
            fail(id, String.valueOf(failed.getMessage()), failed);
        } catch (IOException | RuntimeException failed) {
            fail(id, "Unexpected: " + failed, failed);
        }
    }

    private void fail(UUID id, String error, Exception failed) {
        LOG.log(Level.WARNING, failed, () -> "The backup failed: " + error);
        try {
            runs.failed(id, error);
        } catch (DatabaseUnavailable unrecorded) {
            LOG.log(Level.WARNING, "The failed backup could not be recorded", unrecorded);
        }
    }

    /** Writes down where the backup is, not too often. */
    private final class Steps {

        private final UUID id;
        private Instant last = Instant.EPOCH;

        Steps(UUID id) {
            this.id = id;
        }

        void accept(String step) {
            Instant now = clock.instant();
            if (Duration.between(last, now).compareTo(BETWEEN_STEPS) >= 0) {
                last = now;
                try {
                    runs.step(id, step);
                } catch (DatabaseUnavailable unrecorded) {
                    LOG.log(Level.FINE, "A step of the backup could not be recorded", unrecorded);
                }
            }
        }
    }
}
