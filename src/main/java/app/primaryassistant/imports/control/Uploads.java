package app.primaryassistant.imports.control;

import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The files that are being imported. They are of the moment: none stays longer than its import waits, or is in a backup. */
@ApplicationScoped
public class Uploads {

    private static final int MOST_MEGABYTES = 100_000;

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int BUFFER = 16_384;

    /** A name that begins with a dot belongs into no archive. */
    private static final String DIRECTORY = ".imports";

    private String storage;
    private int megabytes;
    private Clock clock;

    @SuppressWarnings("NullAway.Init") // For the proxy, which has no state of its own.
    protected Uploads() {}

    /** The files below the storage directory. */
    @Inject
    public Uploads(Settings settings, Clock clock) {
        this(settings.get("STORAGE_DIRECTORY"), settings.number("IMPORT_MEGABYTES", 1, MOST_MEGABYTES), clock);
    }

    /**
     * The files below a directory.
     *
     * @param megabytes the size a file may have
     */
    Uploads(String storage, int megabytes, Clock clock) {
        this.storage = storage;
        this.megabytes = megabytes;
        this.clock = clock;
    }

    /**
     * Stores a file as it comes.
     *
     * @throws Problem if it is larger than a file may be
     */
    public void store(UUID id, InputStream content) {
        Path file = file(id);
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(content, out);
            }
            // The file system's clock may be another machine's.
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } catch (IOException failed) {
            remove(id);
            throw new UncheckedIOException(failed);
        } catch (RuntimeException refused) {
            remove(id);
            throw refused;
        }
    }

    private void copy(InputStream content, OutputStream out) throws IOException {
        long left = megabytes * 1024L * 1024L;
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            left -= read;
            if (left < 0) {
                throw Problem.of(ProblemType.TOO_LARGE, "Files can be up to %d MB.".formatted(megabytes));
            }
            out.write(buffer, 0, read);
        }
    }

    /** @throws Problem if it is no longer there */
    Path existing(UUID id) {
        Path file = file(id);
        if (!Files.isRegularFile(file)) {
            throw Problem.of(ProblemType.CONFLICT, "The file is no longer on the server. Please upload it again.");
        }
        return file;
    }

    /** In bytes; 0 if it is not there. */
    long size(UUID id) {
        return file(id).toFile().length();
    }

    public void remove(UUID id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Removes the files that nobody came back for within a week, and returns how many. */
    public int removeForgotten() throws IOException {
        Path directory = Path.of(storage, DIRECTORY);
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        List<Path> files;
        try (Stream<Path> paths = Files.list(directory)) {
            files = paths.toList();
        }
        Instant before = clock.instant().minus(KEPT);
        int removed = 0;
        for (Path file : files) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before) && Files.deleteIfExists(file)) {
                removed++;
            }
        }
        return removed;
    }

    private Path file(UUID id) {
        return Path.of(storage, DIRECTORY, id.toString());
    }
}
