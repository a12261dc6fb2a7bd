package app.primaryassistant.operations.control;

import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.operations.entity.DatabaseFailure;
import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import app.primaryassistant.platform.persistence.DirectConnection;
import app.primaryassistant.platform.persistence.Login;
import app.primaryassistant.platform.persistence.Schema;
import app.primaryassistant.platform.persistence.ScratchDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import liquibase.exception.LiquibaseException;

/** Proves archives, and puts one in the place of what the database and the storage hold. */
public final class Restoration {

    private static final int SECONDS_TO_WAIT_FOR_WRITERS = 30;

    private final Settings settings;
    private final Login owner;
    private final String applicationRole;
    private final ArchiveKey key;
    private final Storage storage;
    private final Consumer<String> progress;

    /** @param progress is told each step before it begins */
    public Restoration(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.owner = Login.ofOwner(settings).withoutSocketTimeout();
        this.applicationRole = settings.get("DATABASE_USER");
        this.key = ArchiveKey.of(settings);
        this.storage = Storage.of(settings);
        this.progress = progress;
    }

    /** Restores an archive into a scratch database, compares it there, and returns what it holds. */
    public Manifest verify(Path file) throws CommandFailed {
        var archive = new Archive(file, key);
        Manifest manifest = verified(archive);
        try (var scratch = ScratchDatabase.create(owner)) {
            load(archive, manifest, scratch);
            return manifest;
        } catch (DatabaseUnavailable | LiquibaseException failed) {
            throw DatabaseFailure.of(failed);
        } catch (IOException failed) {
            throw new CommandFailed("The backup cannot be read: " + failed, failed);
        }
    }

    /**
     * Replaces everything by what the archive holds; until the last step nothing changes.
     *
     * @return the backup of what was there before, unless there was nothing
     */
    public Optional<Path> restore(Path file) throws CommandFailed {
        Optional<Path> restorePoint = replace(file, true);
        progress.accept("Checking whether the program is healthy");
        Optional<String> failure = new PostRestoreCheck(settings).failure();
        if (failure.isPresent()) {
            if (restorePoint.isPresent()) {
                progress.accept("It is not healthy: going back to " + restorePoint.get());
                replace(restorePoint.get(), false);
            }
            throw new CommandFailed("The backup was restored, but then " + failure.get()
                    + restorePoint.map(point -> " The previous state is back.").orElse(""));
        }
        return restorePoint;
    }

    private Optional<Path> replace(Path file, boolean withRestorePoint) throws CommandFailed {
        var archive = new Archive(file, key);
        Manifest manifest = verified(archive);
        try (var scratch = ScratchDatabase.create(owner)) {
            load(archive, manifest, scratch);
            boolean empty = update();
            progress.accept("Reading the files");
            stage(archive, manifest);
            try (DirectConnection from = connect(scratch.login());
                    DirectConnection to = connect(owner)) {
                to.begin();
                return swap(from, to, withRestorePoint && !empty);
            }
        } catch (DatabaseUnavailable | LiquibaseException failed) {
            throw DatabaseFailure.of(failed);
        } catch (IOException failed) {
            throw new CommandFailed("The files cannot be read or written: " + failed, failed);
        }
    }

    private Manifest verified(Archive archive) throws CommandFailed {
        progress.accept("Checking " + archive.file());
        return archive.verify();
    }

    /** Into the schema that the archive was made with, and from there to the one of this program. */
    private void load(Archive archive, Manifest manifest, ScratchDatabase scratch)
            throws LiquibaseException, IOException, CommandFailed {
        progress.accept("Loading the backup into a scratch database");
        try (DirectConnection connection = connect(scratch.login())) {
            var schema = new Schema(connection, applicationRole);
            requireKnown(archive.file().toString(), schema.known(), manifest.changes());
            schema.updateTo(Set.copyOf(manifest.changes()));
            connection.begin();
            copyIn(archive, connection);
            connection.commit();
            progress.accept("Comparing it with the backup");
            requireEqual(manifest.tables(), parts(connection));
            schema.update();
        }
    }

    private static void requireKnown(String what, List<String> known, List<String> applied) throws CommandFailed {
        List<String> unknown =
                applied.stream().filter(change -> !known.contains(change)).toList();
        if (!unknown.isEmpty()) {
            throw new CommandFailed(
                    what + " was made by a newer version of the program: this version does not know the change "
                            + unknown.getFirst() + ". Update the program first.");
        }
    }

    private static void copyIn(Archive archive, DirectConnection connection) throws IOException, CommandFailed {
        List<Table> tables = Table.of(connection);
        connection.execute("truncate " + Table.names(tables));
        connection.execute(Table.triggers("disable", tables));
        archive.read(new Archive.Visitor() {
            @Override
            public void table(String name, InputStream rows) throws IOException, CommandFailed {
                Table table = tables.stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () -> new CommandFailed("The backup has a table that is not in its schema: " + name));
                table.copyFrom(rows, connection);
            }

            @Override
            public void file(String path, InputStream content) {
                // Files have their turn when the rows have proved right.
            }
        });
        connection.execute(Table.triggers("enable", tables));
    }

    private static List<Manifest.TablePart> parts(DirectConnection connection) throws IOException {
        List<Manifest.TablePart> parts = new ArrayList<>();
        for (Table table : Table.of(connection)) {
            parts.add(table.part(connection));
        }
        return parts;
    }

    private static void requireEqual(List<Manifest.TablePart> expected, List<Manifest.TablePart> actual)
            throws CommandFailed {
        List<String> different = expected.stream()
                .filter(table -> !actual.contains(table))
                .map(Manifest.TablePart::name)
                .toList();
        if (!different.isEmpty() || expected.size() != actual.size()) {
            throw new CommandFailed(
                    "The restored data differs from the backup, in " + different + ". Nothing was changed.");
        }
    }

    /** Brings the program's own database up to date, and returns whether it was empty. */
    private boolean update() throws LiquibaseException, CommandFailed {
        try (DirectConnection connection = connect(owner)) {
            var schema = new Schema(connection, applicationRole);
            boolean empty = schema.applied().isEmpty();
            requireKnown("The database", schema.known(), schema.applied());
            schema.update();
            return empty;
        }
    }

    private void stage(Archive archive, Manifest manifest) throws IOException, CommandFailed {
        storage.discard();
        archive.read(new Archive.Visitor() {
            @Override
            public void table(String name, InputStream rows) {
                // The rows are in the scratch database.
            }

            @Override
            public void file(String path, InputStream content) throws IOException, CommandFailed {
                Manifest.FilePart part = manifest.files().stream()
                        .filter(file -> file.path().equals(path))
                        .findFirst()
                        .orElseThrow(
                                () -> new CommandFailed("The backup has a file that is not in its manifest: " + path));
                storage.stage(part, content);
            }
        });
    }

    /** The one step that changes something: all of it, or nothing. Whoever writes meanwhile waits; nothing they wrote is lost. */
    private Optional<Path> swap(DirectConnection from, DirectConnection to, boolean withRestorePoint)
            throws IOException, CommandFailed {
        List<Table> tables = Table.of(to);
        to.execute("set local lock_timeout = '" + SECONDS_TO_WAIT_FOR_WRITERS + "s'");
        to.execute("lock table " + Table.names(tables) + " in exclusive mode");
        Optional<Path> restorePoint = Optional.empty();
        if (withRestorePoint) {
            progress.accept("Backing up the current state");
            restorePoint = Optional.of(new Backup(settings).make(part -> {}).file());
        }
        progress.accept("Replacing the rows");
        to.execute("truncate " + Table.names(tables));
        to.execute(Table.triggers("disable", tables));
        List<Manifest.TablePart> copied = new ArrayList<>();
        for (Table table : tables) {
            copied.add(table.copyAcross(from, to));
        }
        to.execute(Table.triggers("enable", tables));
        requireEqual(copied, parts(to));
        // Files are immutable, so one that comes too early harms nobody; a row must never come before its file.
        storage.accept();
        to.commit();
        to.execute("analyze");
        return restorePoint;
    }

    private static DirectConnection connect(Login login) {
        DirectConnection connection = login.connect();
        Table.prepare(connection);
        return connection;
    }
}
