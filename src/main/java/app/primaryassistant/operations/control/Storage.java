package app.primaryassistant.operations.control;

import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.platform.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory of the files. Names that begin with a dot are of the moment and belong into no archive.
 *
 * <p>Files that an archive brings back wait in {@code .restore} until their rows come.
 */
record Storage(Path directory) {

    private static final String WAITING = ".restore";

    static Storage of(Settings settings) {
        return new Storage(
                Path.of(settings.get("STORAGE_DIRECTORY")).toAbsolutePath().normalize());
    }

    /** All files, as paths below the directory, in their order. */
    List<String> files() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile)
                    .map(directory::relativize)
                    .filter(path -> Stream.iterate(path, Path::getParent)
                            .takeWhile(part -> part != null)
                            .noneMatch(part -> part.getFileName().toString().startsWith(".")))
                    .map(path -> path.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    Path path(String file) {
        return directory.resolve(file);
    }

    /** Lets a file wait for {@link #accept}, unless it is there already as it should be. */
    void stage(Manifest.FilePart file, InputStream content) throws IOException, CommandFailed {
        Path target = path(file.path()).normalize();
        if (!target.startsWith(directory)) {
            throw new CommandFailed("The backup contains a file outside the storage directory: " + file.path());
        }
        if (!isThere(file, target)) {
            Path waiting = directory.resolve(WAITING).resolve(directory.relativize(target));
            Files.createDirectories(waiting.getParent());
            Files.copy(content, waiting, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isThere(Manifest.FilePart file, Path target) throws IOException {
        if (!Files.isRegularFile(target) || Files.size(target) != file.size()) {
            return false;
        }
        var fingerprint = Fingerprint.only();
        Files.copy(target, fingerprint);
        return fingerprint.sha256().equals(file.sha256());
    }

    /** Moves the waiting files to their places, and returns how many. */
    int accept() throws IOException {
        Path waiting = directory.resolve(WAITING);
        if (!Files.isDirectory(waiting)) {
            return 0;
        }
        List<Path> files;
        try (Stream<Path> paths = Files.walk(waiting)) {
            files = paths.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = directory.resolve(waiting.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        discard();
        return files.size();
    }

    /** Removes what waits, such as what a killed command has left. */
    void discard() throws IOException {
        Path waiting = directory.resolve(WAITING);
        if (Files.isDirectory(waiting)) {
            List<Path> inside;
            try (Stream<Path> paths = Files.walk(waiting)) {
                inside = paths.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : inside) {
                Files.delete(path);
            }
        }
    }
}
