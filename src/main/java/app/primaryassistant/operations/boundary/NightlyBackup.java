package app.primaryassistant.operations.boundary;

import app.primaryassistant.operations.control.BackupSchedule;
import app.primaryassistant.operations.control.ProgramBackup;
import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.jobs.NightlyWork;
import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks four times a minute whether the backup of the day is due, and lets one of all replicas make it. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NightlyBackup {

    private static final Logger LOG = Logger.getLogger(NightlyBackup.class.getName());

    @Inject
    private NightlyWork nightlyWork;

    @Inject
    private ProgramBackup backup;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private LocalDate done = LocalDate.MIN;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    public void look() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (done.equals(today)) {
            return;
        }
        try {
            if (new BackupSchedule(settings).isDue(now)) {
                if (nightlyWork.claim("backup", today)) {
                    backup.begin();
                }
                done = today;
            }
        } catch (InvalidSetting invalid) {
            LOG.log(Level.SEVERE, invalid.getMessage());
            done = today;
        } catch (DatabaseUnavailable unreachable) {
            LOG.log(Level.WARNING, "The nightly backup could not start; trying again in 15 s", unreachable);
        }
    }
}
