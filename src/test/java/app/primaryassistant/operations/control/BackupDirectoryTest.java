package app.primaryassistant.operations.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupDirectoryTest {

    private static final Instant NOW = Instant.parse("2026-03-20T02:30:00Z");

    @TempDir
    private Path path;

    @Test
    void removesWhatIsOlderAndNothingElse() throws IOException {
        BackupDirectory directory = with("2026-03-20", "2026-03-06", "2026-03-05", "2025-12-31");
        Path foreign = Files.createFile(path.resolve("notes.txt"));

        int removed = directory.removeOlderThan(Duration.ofDays(14), NOW);

        assertThat(removed).isEqualTo(2);
        assertThat(directory.backups())
                .extracting(BackupDirectory.ArchiveFile::at)
                .containsExactly(NOW, Instant.parse("2026-03-06T02:30:00Z"));
        assertThat(foreign).exists();
    }

    @Test
    void theNewestOneStaysHoweverOldItIs() throws IOException {
        BackupDirectory directory = with("2025-01-01", "2025-01-02");

        directory.removeOlderThan(Duration.ofDays(14), NOW);

        assertThat(directory.backups())
                .extracting(BackupDirectory.ArchiveFile::at)
                .containsExactly(Instant.parse("2025-01-02T02:30:00Z"));
    }

    @Test
    void aDirectoryThatIsNotThereHasNoBackups() throws IOException {
        assertThat(new BackupDirectory(path.resolve("nowhere")).backups()).isEmpty();
    }

    private BackupDirectory with(String... days) throws IOException {
        var directory = new BackupDirectory(path);
        for (String day : Stream.of(days).toList()) {
            Files.createFile(directory.fileOf(Instant.parse(day + "T02:30:00Z")));
        }
        return directory;
    }
}
