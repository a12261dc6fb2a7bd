package app.primaryassistant.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a job has fared.
 *
 * @param lastSuccess when it last ended well; empty if never
 * @param lastDuration how long its latest run took, whether it succeeded or not
 * @param failures how many runs have failed since the installation
 */
public record JobRecord(Optional<Instant> lastSuccess, Duration lastDuration, long failures) {

    static final JobRecord NEVER = new JobRecord(Optional.empty(), Duration.ZERO, 0);
}
