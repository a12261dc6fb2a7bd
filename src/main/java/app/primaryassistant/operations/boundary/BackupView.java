package app.primaryassistant.operations.boundary;

import app.primaryassistant.operations.control.BackupRun;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backup as administrators see it.
 *
 * @param state {@code running}, {@code done} or {@code failed}
 * @param step what it is doing, while it runs
 * @param size in bytes
 */
public record BackupView(
        UUID id,
        String state,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String step,
        @Nullable String file,
        @Nullable Long size,
        @Nullable String error) {

    static BackupView from(BackupRun run) {
        return new BackupView(
                run.id(),
                run.state(),
                run.startedAt(),
                run.finishedAt(),
                run.finishedAt() == null ? run.step() : null,
                run.file(),
                run.size(),
                run.error());
    }
}
