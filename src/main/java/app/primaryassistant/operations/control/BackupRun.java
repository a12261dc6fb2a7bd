package app.primaryassistant.operations.control;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backup that the program makes or has made.
 *
 * @param step what it is doing, while it is not finished
 * @param file the name of the archive, once it is done
 * @param size of the archive in bytes
 * @param error why it failed
 */
public record BackupRun(
        UUID id,
        Instant startedAt,
        String step,
        @Nullable Instant finishedAt,
        @Nullable String file,
        @Nullable Long size,
        @Nullable String error) {

    public String state() {
        if (finishedAt == null) {
            return "running";
        }
        return error == null ? "done" : "failed";
    }

    /** How long it has taken; zero while it runs. */
    public Duration took() {
        return finishedAt == null ? Duration.ZERO : Duration.between(startedAt, finishedAt);
    }
}
