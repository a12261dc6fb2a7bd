package app.primaryassistant.platform.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What is remembered of the jobs: a small file each, in the storage directory.
 *
 * <p>Files, because a backup runs as a command in a process of its own, and because a restart must not make a backup of
 * last night look as if there had never been one. A command makes its own instance; inside the program {@link JobGauges}
 * shows them.
 */
public final class JobRecords {

    public static final String PURGE = "purge";
    public static final String BACKUP = "backup";

    static final List<String> JOBS = List.of(PURGE, BACKUP);

    private final Path directory;

    /** @param storage the setting {@code STORAGE_DIRECTORY} */
    public JobRecords(Path storage) {
        this.directory = storage.resolve(".jobs");
    }

    /**
     * Notes that a run has ended well.
     *
     * @throws UncheckedIOException if that cannot be written
     */
    public void succeeded(String job, Instant ended, Duration took) {
        write(job, new JobRecord(Optional.of(ended), took, of(job).failures()));
    }

    /**
     * Notes that a run has failed.
     *
     * @throws UncheckedIOException if that cannot be written
     */
    public void failed(String job, Duration took) {
        JobRecord before = of(job);
        write(job, new JobRecord(before.lastSuccess(), took, before.failures() + 1));
    }

    /**
     * What is known of a job, also before its first run.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public JobRecord of(String job) {
        var stored = new Properties();
        try (var reader = Files.newBufferedReader(file(job))) {
            stored.load(reader);
        } catch (NoSuchFileException never) {
            return JobRecord.NEVER;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new JobRecord(
                Optional.ofNullable(stored.getProperty("lastSuccess")).map(Instant::parse),
                Duration.parse(stored.getProperty("lastDuration", "PT0S")),
                Long.parseLong(stored.getProperty("failures", "0")));
    }

    private void write(String job, JobRecord record) {
        var stored = new Properties();
        record.lastSuccess().ifPresent(at -> stored.setProperty("lastSuccess", at.toString()));
        stored.setProperty("lastDuration", record.lastDuration().toString());
        stored.setProperty("failures", Long.toString(record.failures()));
        try {
            Path unfinished = Files.createTempFile(Files.createDirectories(directory), job, null);
            try (var writer = Files.newBufferedWriter(unfinished)) {
                stored.store(writer, null);
            }
            Files.move(unfinished, file(job), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path file(String job) {
        return directory.resolve(job + ".properties");
    }
}
