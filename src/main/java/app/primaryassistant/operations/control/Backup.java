package app.primaryassistant.operations.control;

import static app.primaryassistant.platform.persistence.Parameters.none;

import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.operations.entity.DatabaseFailure;
import app.primaryassistant.operations.entity.ProgramVersion;
import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.jobs.JobRecords;
import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import app.primaryassistant.platform.persistence.DirectConnection;
import app.primaryassistant.platform.persistence.Login;
import app.primaryassistant.platform.time.ServerClock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an archive of the database and the files while the program runs.
 *
 * <p>It is written under a name of the moment and gets its own when all of it is on the disk. So a file of an archive's name
 * is a whole archive.
 */
public final class Backup {

    private static final Logger LOG = Logger.getLogger(Backup.class.getName());

    private final Login owner;
    private final ArchiveKey key;
    private final Storage storage;
    private final BackupDirectory directory;
    private final Clock clock;

    public Backup(Settings settings) {
        this.owner = Login.ofOwner(settings).withoutSocketTimeout();
        this.key = ArchiveKey.of(settings);
        this.storage = Storage.of(settings);
        this.directory = BackupDirectory.of(settings);
        this.clock = ServerClock.of(settings);
    }

    /** @param size in bytes */
    public record Made(Path file, long size, Duration took, Manifest manifest) {}

    /** Into the directory of all backups, under the name of this moment; it is remembered as the job {@code backup}. */
    public Made make(Consumer<String> progress) throws CommandFailed {
        Instant start = clock.instant();
        try {
            Made made = make(directory.fileOf(start), progress);
            remember(records -> records.succeeded(JobRecords.BACKUP, clock.instant(), made.took()));
            return made;
        } catch (CommandFailed failed) {
            remember(records -> records.failed(JobRecords.BACKUP, Duration.between(start, clock.instant())));
            throw failed;
        }
    }

    private void remember(Consumer<JobRecords> outcome) {
        try {
            outcome.accept(new JobRecords(storage.directory()));
        } catch (UncheckedIOException unwritable) {
            LOG.log(Level.WARNING, "The result of the backup could not be recorded", unwritable);
        }
    }

    /**
     * Into a file that does not exist yet.
     *
     * @param progress is told each part before it is written
     */
    public Made make(Path target, Consumer<String> progress) throws CommandFailed {
        Instant start = clock.instant();
        Path file = target.toAbsolutePath();
        Path partial = file.resolveSibling("." + file.getFileName() + BackupDirectory.PARTIAL);
        try (DirectConnection connection = snapshot()) {
            Files.createDirectories(partial.getParent());
            directory.removePartials();
            Files.deleteIfExists(partial);
            Manifest manifest = write(partial, connection, progress);
            settle(partial, file);
            return new Made(file, Files.size(file), Duration.between(start, clock.instant()), manifest);
        } catch (DatabaseUnavailable failed) {
            throw DatabaseFailure.of(failed);
        } catch (IOException failed) {
            throw unwritten(file, failed);
        } finally {
            remove(partial);
        }
    }

    private record Ready(boolean alone, boolean filled) {}

    /** A connection whose transaction sees one moment. It also holds the lock that keeps other backups away. */
    private DirectConnection snapshot() throws CommandFailed {
        DirectConnection connection = owner.connect();
        try {
            Table.prepare(connection);
            Ready ready = connection.one("""
                    select pg_try_advisory_lock(hashtext('backup')) as alone,
                           to_regclass('public.databasechangelog') is not null as filled
                    """, Ready.class, none());
            if (!ready.alone()) {
                throw new CommandFailed("Another backup is running. Wait until it is done.");
            }
            if (!ready.filled()) {
                throw new CommandFailed("The database has no tables yet, so there is nothing to back up.");
            }
            connection.beginSnapshot();
            return connection;
        } catch (DatabaseUnavailable | CommandFailed failed) {
            connection.close();
            throw failed;
        }
    }

    private Manifest write(Path partial, DirectConnection connection, Consumer<String> progress) throws IOException {
        try (OutputStream encrypted = key.encrypt(partial);
                var zip = new ZipOutputStream(encrypted)) {
            zip.setLevel(Deflater.BEST_SPEED);
            text(zip, Archive.FORMAT, Manifest.FORMAT);
            List<String> changes = connection.list(
                    "select author || ':' || id from public.databasechangelog order by orderexecuted",
                    String.class,
                    none());
            Instant taken = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            List<Manifest.TablePart> tables = new ArrayList<>();
            for (Table table : Table.of(connection)) {
                progress.accept("table " + table.name());
                tables.add(write(zip, table, connection));
            }
            List<Manifest.FilePart> files = new ArrayList<>();
            List<String> paths = storage.files();
            for (String path : paths) {
                progress.accept("file " + (files.size() + 1) + " of " + paths.size());
                write(zip, path, files);
            }
            var manifest = new Manifest(ProgramVersion.text(), taken, changes, tables, files);
            text(zip, Archive.MANIFEST, manifest.text());
            return manifest;
        }
    }

    private static Manifest.TablePart write(ZipOutputStream zip, Table table, DirectConnection connection)
            throws IOException {
        zip.putNextEntry(new ZipEntry(Archive.TABLES + table.name() + Archive.COPY));
        var content = new Fingerprint(zip);
        long rows = table.copyTo(content, connection);
        zip.closeEntry();
        return new Manifest.TablePart(table.name(), rows, content.sha256());
    }

    private void write(ZipOutputStream zip, String path, List<Manifest.FilePart> files) throws IOException {
        try (var content = Files.newInputStream(storage.path(path))) {
            zip.putNextEntry(new ZipEntry(Archive.FILES + path));
            var fingerprint = new Fingerprint(zip);
            content.transferTo(fingerprint);
            zip.closeEntry();
            files.add(new Manifest.FilePart(path, fingerprint.length(), fingerprint.sha256()));
        } catch (NoSuchFileException removed) {
            // Its row went long ago; the night's work has removed it since the names were read.
            return;
        }
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Waits until all is on the disk, and gives the file its name. */
    private static void settle(Path partial, Path file) throws IOException {
        force(partial, StandardOpenOption.WRITE);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        force(file.resolveSibling("."), StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (var channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private static void remove(Path partial) throws CommandFailed {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException failed) {
            throw new CommandFailed("The unfinished backup " + partial + " could not be deleted. Delete it.", failed);
        }
    }

    private static CommandFailed unwritten(Path file, IOException failed) {
        @Nullable String message = failed.getMessage();
        if (message != null && message.contains("No space left")) {
            return new CommandFailed(
                    "There is no space left for the backup in " + file.getParent()
                            + ". Free some space, or set BACKUP_DIRECTORY to another disk.",
                    failed);
        }
        if (failed instanceof AccessDeniedException) {
            return new CommandFailed(
                    "The backup cannot be made: user " + System.getProperty("user.name") + " has no access to "
                            + message + ". Check the owner of BACKUP_DIRECTORY and STORAGE_DIRECTORY.",
                    failed);
        }
        return new CommandFailed("The backup cannot be written: " + failed, failed);
    }
}
