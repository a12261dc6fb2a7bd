package app.primaryassistant.operations.control;

import app.primaryassistant.platform.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where all backups are, each under a name that says when it was made. */
public record BackupDirectory(Path path) {

    static final String PARTIAL = ".partial";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Pattern NAME = Pattern.compile("primary-assistant-([0-9]{8}T[0-9]{6}Z)\\.zip\\.age");

    /** A backup and the moment in its name. */
    public record ArchiveFile(Path file, Instant at) {}

    public static BackupDirectory of(Settings settings) {
        return new BackupDirectory(Path.of(settings.get("BACKUP_DIRECTORY")).toAbsolutePath());
    }

    Path fileOf(Instant moment) {
        return path.resolve("primary-assistant-" + TIME.format(moment.atOffset(ZoneOffset.UTC)) + ".zip.age");
    }

    /** All backups, the newest first. */
    public List<ArchiveFile> backups() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.flatMap(file -> entry(file).stream())
                    .sorted(Comparator.comparing(ArchiveFile::at).reversed())
                    .toList();
        }
    }

    private static Optional<ArchiveFile> entry(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new ArchiveFile(
                        file, LocalDateTime.parse(name.group(1), TIME).toInstant(ZoneOffset.UTC)))
                : Optional.empty();
    }

    /** Removes what is older, but never the newest one, and returns how many. */
    public int removeOlderThan(Duration age, Instant now) throws IOException {
        List<ArchiveFile> old = backups().stream()
                .skip(1)
                .filter(backup -> backup.at().isBefore(now.minus(age)))
                .toList();
        for (ArchiveFile backup : old) {
            Files.deleteIfExists(backup.file());
        }
        return old.size();
    }

    /** Removes what killed backups have left. Nobody else may be making one meanwhile. */
    void removePartials() throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.filter(BackupDirectory::isPartial).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isPartial(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".primary-assistant-") && name.endsWith(PARTIAL);
    }
}
