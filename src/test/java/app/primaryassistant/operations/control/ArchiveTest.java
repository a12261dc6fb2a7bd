package app.primaryassistant.operations.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.platform.config.Settings;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive is read whole and unchanged, or refused. */
class ArchiveTest {

    private static final String ROWS = "1\tone\n2\ttwo\n";
    private static final String NAME = "uploads/a photo.jpg";

    private final ArchiveKey key = newKey();
    private final byte[] photo = new byte[200_000];

    @TempDir
    private Path directory;

    ArchiveTest() {
        new Random(1).nextBytes(photo);
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        Manifest manifest = manifest(ROWS);

        assertThat(new Archive(write(Manifest.FORMAT, manifest), key).verify()).isEqualTo(manifest);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0001, 0.3, 0.5, 0.9, 0.99999})
    void isRefusedWhereverItIsCutOff(double part) throws Exception {
        Path whole = write(Manifest.FORMAT, manifest(ROWS));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(bytes, (int) (bytes.length * part)));

        assertRefused(new Archive(cut, key), "cut");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0001, 0.001, 0.3, 0.5, 0.9, 0.99999})
    void isRefusedWhereverABitIsFlipped(double part) throws Exception {
        byte[] bytes = Files.readAllBytes(write(Manifest.FORMAT, manifest(ROWS)));
        bytes[(int) (bytes.length * part)] ^= 1;

        assertRefused(new Archive(Files.write(directory.resolve("flipped"), bytes), key), "flipped");
    }

    @Test
    void isRefusedWithAnotherKey() throws Exception {
        assertRefused(new Archive(write(Manifest.FORMAT, manifest(ROWS)), newKey()), "another key");
    }

    @Test
    void isRefusedInAnotherFormat() throws Exception {
        assertRefused(new Archive(write("primary-assistant backup 2", manifest(ROWS)), key), "newer version");
    }

    @Test
    void isRefusedIfItsPartsAreNotThoseOfTheManifest() throws Exception {
        assertRefused(new Archive(write(Manifest.FORMAT, manifest("1\tone\n")), key), "its contents do not match");
    }

    private static void assertRefused(Archive archive, String why) {
        assertThatThrownBy(archive::verify).isInstanceOf(CommandFailed.class).hasMessageContaining(why);
    }

    private Manifest manifest(String rows) throws IOException {
        return new Manifest(
                "1.2.3",
                Instant.parse("2026-01-02T03:04:05Z"),
                List.of("primary-assistant:accounts-001-account"),
                List.of(new Manifest.TablePart("metric", 2, sha256(rows.getBytes(StandardCharsets.UTF_8)))),
                List.of(new Manifest.FilePart(NAME, photo.length, sha256(photo))));
    }

    private Path write(String format, Manifest manifest) throws IOException {
        Path file = directory.resolve("whole");
        try (var encrypted = key.encrypt(file);
                var zip = new ZipOutputStream(encrypted)) {
            part(zip, Archive.FORMAT, format.getBytes(StandardCharsets.UTF_8));
            part(zip, "tables/metric.copy", ROWS.getBytes(StandardCharsets.UTF_8));
            part(zip, "files/" + NAME, photo);
            part(zip, Archive.MANIFEST, manifest.text().getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static void part(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static String sha256(byte[] content) throws IOException {
        var fingerprint = Fingerprint.only();
        fingerprint.write(content);
        return fingerprint.sha256();
    }

    private static ArchiveKey newKey() {
        try {
            byte[] identity =
                    new X25519KeyPairGenerator().generateKeyPair().getPrivate().getEncoded();
            return ArchiveKey.of(Settings.of(Map.of("BACKUP_KEY", new String(identity, StandardCharsets.US_ASCII))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
