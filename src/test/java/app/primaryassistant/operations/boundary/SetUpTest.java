package app.primaryassistant.operations.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.operations.entity.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetUpTest {

    @TempDir
    private Path directory;

    @Test
    void makesEachSecretAndACertificateOfItsOwn() throws IOException {
        assertThat(setUp("--host", "health.example")).isEqualTo(Status.OK);

        assertThat(files().keySet())
                .containsExactly(
                        "certificates/certificate.pem",
                        "certificates/key.pem",
                        "db/database_migration_password",
                        "db/database_password",
                        "db/superuser_password",
                        "web/backup_key",
                        "web/database_migration_password",
                        "web/database_password",
                        "web/metrics_token");
        assertThat(files().get("db/database_password"))
                .isEqualTo(files().get("web/database_password"))
                .isNotEqualTo(files().get("db/superuser_password"))
                .matches("[A-Za-z0-9_-]{43}\n");
        assertThat(files().get("web/backup_key")).startsWith("AGE-SECRET-KEY-1");
        assertThat(files().get("certificates/key.pem")).startsWith("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    void overwritesNothing() throws IOException {
        setUp();
        Map<String, String> before = files();

        assertThat(setUp()).isEqualTo(Status.OK);

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void copiesASecretToTheContainerThatLacksIt() throws IOException {
        setUp();
        String known = files().get("db/database_password");
        Files.delete(directory.resolve("web/database_password"));

        setUp();

        assertThat(files().get("web/database_password")).isEqualTo(known);
    }

    @Test
    void leavesACertificateOfTheOperatorAlone() throws IOException {
        Files.createDirectories(directory.resolve("certificates"));
        Files.writeString(directory.resolve("certificates/certificate.pem"), "mine");

        setUp();

        assertThat(files())
                .containsEntry("certificates/certificate.pem", "mine")
                .doesNotContainKey("certificates/key.pem");
    }

    @Test
    void saysWhichDirectoryCannotBeWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThat(Assistant.run(new String[] {"setup", file.toString()})).isEqualTo(Status.FAILED);
    }

    private int setUp(String... options) {
        return Assistant.run(Stream.concat(Stream.of("setup", directory.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private Map<String, String> files() throws IOException {
        var contents = new TreeMap<String, String>();
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                contents.put(directory.relativize(path).toString(), Files.readString(path));
            }
        }
        return contents;
    }
}
