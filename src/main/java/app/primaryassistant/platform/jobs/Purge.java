package app.primaryassistant.platform.jobs;

import static app.primaryassistant.platform.persistence.Parameters.none;
import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import app.primaryassistant.platform.persistence.Parameters;
import app.primaryassistant.platform.persistence.PooledSql;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Permanently deletes, every night, what was deleted too long ago to be restored, and what has expired. Each room has a
 * function {@code purge_<room>(deleted_before)} in its changelog, which removes rows of its own tables and says how many.
 */
@Singleton
public class Purge {

    private static final Logger LOG = Logger.getLogger(Purge.class.getName());

    /** How long deleted items can be restored. */
    public static final Duration RESTORABLE = Duration.ofDays(30);

    private static final String FUNCTIONS = """
            select oid::regproc::text from pg_proc
            where pronamespace = 'public'::regnamespace and proname like 'purge\\_%' order by proname
            """;

    @Inject
    private Settings settings;

    @Inject
    private PooledSql sql;

    @Inject
    private Clock clock;

    @Inject
    private NightlyWork nightlyWork;

    @Schedule(hour = "3", minute = "17", timezone = "UTC", persistent = false)
    public void run() {
        var records = new JobRecords(Path.of(settings.get("STORAGE_DIRECTORY")));
        Instant begun = clock.instant();
        try {
            if (nightlyWork.claim("purge", LocalDate.ofInstant(begun, ZoneOffset.UTC))) {
                purge();
                records.succeeded(JobRecords.PURGE, clock.instant(), Duration.between(begun, clock.instant()));
            }
        } catch (DatabaseUnavailable failed) {
            records.failed(JobRecords.PURGE, Duration.between(begun, clock.instant()));
            LOG.log(Level.WARNING, "The nightly purge failed; trying again tomorrow", failed);
        }
    }

    private void purge() {
        Parameters before = with("before", clock.instant().minus(RESTORABLE));
        for (String function : sql.list(FUNCTIONS, String.class, none())) {
            long rows = sql.one("select " + function + "(:before)", Long.class, before);
            LOG.info(() -> function + " permanently deleted " + rows + " rows");
        }
    }
}
