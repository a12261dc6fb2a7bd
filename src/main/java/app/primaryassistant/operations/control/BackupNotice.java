package app.primaryassistant.operations.control;

import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.health.HealthNotice;
import app.primaryassistant.platform.health.ProbeResult;
import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How the last backup went. */
@ApplicationScoped
public class BackupNotice implements HealthNotice {

    private static final String NAME = "backup";

    @Inject
    private BackupRunRepository runs;

    @Inject
    private Settings settings;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ProbeResult part() {
        if (!new BackupSchedule(settings).isPossible()) {
            // A choice of the operator's, or not made yet: nothing is broken. `assistant doctor` insists on it.
            return ProbeResult.up(NAME, "not set up: " + BackupSchedule.HOW_TO_SET_UP);
        }
        try {
            return last().map(BackupNotice::part).orElseGet(() -> ProbeResult.up(NAME, "no backup yet"));
        } catch (DatabaseUnavailable unknown) {
            return ProbeResult.down(NAME, "unknown, as the database does not respond");
        }
    }

    private static ProbeResult part(BackupRun run) {
        return run.error() == null
                ? ProbeResult.up(NAME, summary(run))
                : ProbeResult.down(NAME, summary(run) + ": " + run.error());
    }

    @Override
    public String summary() {
        try {
            return last().map(BackupNotice::summary).orElse("none");
        } catch (DatabaseUnavailable unknown) {
            return "unknown";
        }
    }

    private static String summary(BackupRun run) {
        return switch (run.state()) {
            case "running" -> "running since " + second(run.startedAt());
            case "failed" -> "failed at " + second(run.startedAt());
            default ->
                "%s, %d bytes, %.1f s"
                        .formatted(
                                second(run.startedAt()), run.size(), run.took().toMillis() / 1000.0);
        };
    }

    private static Instant second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }

    private Optional<BackupRun> last() {
        return runs.newest(1).stream().findFirst();
    }
}
