package app.primaryassistant.operations.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.local.Demo;
import app.primaryassistant.support.SmallDisk;
import app.primaryassistant.support.Terminal;
import app.primaryassistant.support.Terminal.Said;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saving and restoring years of data, as an operator does it, with everything that can go wrong on the way. */
class BackupIT {

    @TempDir
    private static Path directory;

    private static Database database;
    private static Terminal terminal;
    private static Path storage;
    private static Path backups;
    private static int number;

    @BeforeAll
    static void fill() throws IOException, SQLException {
        database = Database.temporary(directory);
        storage = Files.createDirectory(directory.resolve("storage"));
        backups = directory.resolve("backups");
        terminal = Terminal.of(database).andBackupsIn(directory);
        succeed(terminal.run("migrate", "update"));
        Demo.prepare(database);
        // A row that a trigger looks at; what it did then is in the backup, and it must not do it again.
        database.change("""
                insert into session (id, account_id, token_hash, device, created_at, last_used_at, expires_at)
                select gen_random_uuid(), id, 'a', 'Firefox', server_now(), server_now(), server_now() + interval '1 day' from account
                """);
    }

    @BeforeEach
    void upload() throws IOException {
        Path uploads = Files.createDirectories(storage.resolve("uploads/ab"));
        Files.writeString(uploads.resolve("photo one.jpg"), "the first photo");
        Files.writeString(uploads.resolve("letter.pdf"), "a document");
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void aBackupProvesItselfAndLeavesNothingBehind() throws IOException, SQLException {
        Path backup = backUp();

        Said proof = succeed(terminal.run("verify-backup", backup.toString()));

        long rows = database.number("select count(*) from observation");
        assertThat(rows).isGreaterThan(1000);
        assertThat(proof.out())
                .containsPattern("observation +" + rows + " +[0-9a-f]{64}")
                .contains("can be restored");
        assertThat(backup.getFileName().toString()).matches("primary-assistant-\\d{8}T\\d{6}Z\\.zip\\.age");
        assertThat(Files.readString(backup, StandardCharsets.ISO_8859_1)).startsWith("age-encryption.org/v1\n");
        assertThat(database.number("select count(*) from pg_database where datname like '%scratch'"))
                .isZero();
        assertThat(hidden(backups)).isEmpty();
    }

    @Test
    void aBackupIsConsistentWhileSomebodyWrites() throws Exception {
        var writing = new AtomicBoolean(true);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var written = thread.submit(() -> {
                int pairs = 0;
                while (writing.get()) {
                    pairs += writeCheckIn();
                }
                return pairs;
            });
            Path backup;
            try {
                backup = backUp();
            } finally {
                writing.set(false);
            }

            assertThat(written.get()).isPositive();
            succeed(terminal.run("verify-backup", backup.toString()));
        }
    }

    @Test
    void aRestoreBringsBackEveryRowAndFileAndKeepsWhatWasThere() throws IOException, SQLException {
        Map<String, String> before = state();
        Path backup = backUp();
        damage();
        Map<String, String> damaged = state();
        assertThat(damaged).isNotEqualTo(before);

        Said restored = succeed(terminal.run("restore", backup.toString(), "--yes"));

        assertThat(state()).isEqualTo(before);
        assertThat(restored.out()).contains("The previous state is in ");
        Path restorePoint = Path.of(restored.out().strip().replaceAll("(?s).*state is in ", ""));
        succeed(terminal.run("restore", restorePoint.toString(), "--yes"));
        assertThat(rows()).isEqualTo(rowsOf(damaged));
        succeed(terminal.run("restore", backup.toString(), "--yes"));
    }

    @Test
    void whatIsThereStaysUntilSomebodySaysYes() throws IOException, SQLException {
        Path backup = backUp();
        writeCheckIn();
        Map<String, String> before = state();

        Said said = terminal.runWith("no\n", "restore", backup.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void anArchiveOfAnOlderSchemaIsBroughtUpToDate() throws IOException, SQLException {
        succeed(terminal.run("migrate", "rollback", "--count", "1"));
        Path backup = backUp();
        succeed(terminal.run("migrate", "update"));
        // What only the change had room for went with it, and is not in the archive either.
        Map<String, String> before = state();
        damage();

        succeed(terminal.run("restore", backup.toString(), "--yes"));

        assertThat(state()).isEqualTo(before);
        assertThat(terminal.run("migrate", "status").out()).contains("up to date");
    }

    @Test
    void anEmptyInstallationTakesABackup() throws IOException, SQLException {
        Path backup = backUp();
        Map<String, String> before = state();
        try (Database fresh = Database.temporary(Files.createDirectory(directory.resolve("fresh")))) {
            Path elsewhere = directory.resolve("fresh/storage");
            Terminal there = terminal.and("DATABASE_URL", fresh.url()).and("STORAGE_DIRECTORY", elsewhere.toString());

            succeed(there.run("restore", backup.toString(), "--yes"));

            assertThat(state(fresh, elsewhere)).isEqualTo(before);
            assertThat(there.run("migrate", "diff").status()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cut off",
                "cut off at a piece",
                "flipped",
                "flipped at the start",
                "empty",
                "another key",
                "missing"
            })
    void aBadArchiveIsRefusedBeforeAnythingIsTouched(String fault) throws IOException, SQLException {
        Path backup = backUp();
        Map<String, String> before = state();
        Terminal operator = fault.equals("another key")
                ? terminal.and(
                        "BACKUP_KEY",
                        terminal.run("secret", "--backup-key").out().strip())
                : terminal;
        Path bad = directory.resolve("bad.zip.age");
        byte[] bytes = Files.readAllBytes(backup);
        switch (fault) {
            case "cut off" -> Files.write(bad, Arrays.copyOf(bytes, bytes.length - 100));
            case "cut off at a piece" -> Files.write(bad, Arrays.copyOf(bytes, headerOf(bytes) + 65_536 + 16));
            case "flipped" -> Files.write(bad, flipped(bytes, bytes.length / 2));
            case "flipped at the start" -> Files.write(bad, flipped(bytes, 60));
            case "empty" -> Files.write(bad, new byte[0]);
            case "missing" -> Files.deleteIfExists(bad);
            default -> Files.copy(backup, bad, StandardCopyOption.REPLACE_EXISTING);
        }

        for (String command : List.of("restore", "verify-backup")) {
            Said said = command.equals("restore")
                    ? operator.run("restore", bad.toString(), "--yes")
                    : operator.run("verify-backup", bad.toString());
            assertThat(said.status()).as(said.toString()).isEqualTo(1);
            assertThat(said.err().lines()).singleElement().asString().contains(bad.toString());
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void anArchiveOfANewerProgramIsRefused() throws IOException, SQLException {
        database.change("""
                insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)
                values ('flying-001', 'primary-assistant', 'x', server_now(), 999, 'EXECUTED')
                """);
        Path backup = backUp();
        database.change("delete from databasechangelog where id = 'flying-001'");
        Map<String, String> before = state();

        Said said = terminal.run("restore", backup.toString(), "--yes");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("newer version", "flying-001");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aRestoreAfterWhichTheProgramCannotWorkIsTakenBack() throws IOException, SQLException {
        Path backup = backUp();
        writeCheckIn();
        Map<String, String> before = state();

        Said said = terminal.and("DATABASE_PASSWORD", "wrong").run("restore", backup.toString(), "--yes");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("DATABASE_PASSWORD is rejected", "The previous state is back.");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aRunningProgramIsAskedWhetherItIsReady() throws IOException {
        Path backup = backUp();
        var asked = new AtomicInteger();
        HttpServer program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        program.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() < 2 ? 503 : 200, -1);
            exchange.close();
        });
        program.start();
        try {
            String url = "http://127.0.0.1:" + program.getAddress().getPort() + "/health/ready";

            succeed(terminal.and("HEALTH_URL", url).run("restore", backup.toString(), "--yes"));

            assertThat(asked).hasValue(2);
        } finally {
            program.stop(0);
        }
    }

    /** Each finds what the one before has left behind, at whatever step that was killed. */
    @Test
    void killedRestoresLoseNothingAndTheNextOneSucceeds() throws Exception {
        Path backup = backUp();
        Map<String, String> saved = state();
        damage();
        Map<String, String> damaged = state();

        for (String step : List.of("Checking", "Loading", "Comparing", "Reading", "Backing up", "Replacing")) {
            kill(step, backup);
            assertThat(rows()).as(step).isEqualTo(rowsOf(damaged));
        }
        kill("Checking whether", backup);
        assertThat(rows()).isIn(List.of(rowsOf(damaged), rowsOf(saved)));

        succeed(terminal.run("restore", backup.toString(), "--yes"));
        assertThat(state()).isEqualTo(saved);
        assertThat(storage.resolve(".restore")).doesNotExist();
        assertThat(hidden(backups)).isEmpty();
        assertThat(database.number("select count(*) from pg_database where datname like '%scratch'"))
                .isZero();
    }

    @Test
    void aFullDiskIsOneLineAndLeavesNoFile() throws IOException, InterruptedException {
        try (var disk = SmallDisk.of(64, directory.resolve("disk"))) {
            Said said = terminal.and("BACKUP_DIRECTORY", disk.path().toString()).run("backup");

            assertThat(said.status()).isEqualTo(1);
            assertThat(said.err().lines())
                    .singleElement()
                    .asString()
                    .contains("no space left", disk.path().toString());
            try (Stream<Path> left = Files.list(disk.path())) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void aKeyThatIsMissingOrNoneIsNamed() {
        assertThat(terminal.without("BACKUP_KEY").run("backup"))
                .satisfies(said -> assertThat(said.status()).isEqualTo(78))
                .satisfies(said -> assertThat(said.err()).contains("BACKUP_KEY and BACKUP_KEY_FILE are not set"));
        assertThat(terminal.and("BACKUP_KEY", "AGE-SECRET-KEY-1NONSENSE")
                        .run("backup")
                        .status())
                .isEqualTo(78);
    }

    private static void kill(String step, Path backup) throws Exception {
        Process process =
                terminal.builder("restore", backup.toString(), "--yes").start();
        try (var out = process.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.startsWith(step)) {
                line = out.readLine();
            }
            assertThat(line).as("the step " + step).isNotNull();
            process.destroyForcibly();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** A day of measurements gone, another invented, a file lost and one changed. */
    private static void damage() throws IOException, SQLException {
        database.change("delete from observation where local_date = (select max(local_date) from observation)");
        database.change("update profile set display_name = 'Somebody else'");
        writeCheckIn();
        Files.deleteIfExists(storage.resolve("uploads/ab/photo one.jpg"));
        Files.writeString(storage.resolve("uploads/ab/letter.pdf"), "a DOCUMENT");
    }

    private static int writeCheckIn() throws SQLException {
        return database.change("""
                with made as (
                    insert into check_in (account_id, id, local_date, recorded_at, zone)
                    select id, gen_random_uuid(), date '2026-01-01', server_now(), 'UTC' from account limit 1
                    returning account_id, id
                )
                insert into observation (account_id, id, metric, value, entered_value, entered_unit, local_date, recorded_at,
                                         zone, source, note, check_in_id, version)
                select account_id, gen_random_uuid(), 'weight', 80.1, 80.1, 'kg', date '2026-01-01', server_now(), 'UTC', 'typed',
                       E'a\\ttab, a \\\\ and a\\nline', id, 1 from made
                """);
    }

    private static Path backUp() {
        return Path.of(succeed(terminal.run(
                        "backup",
                        "--to",
                        directory
                                .resolve("primary-assistant-2026%04dT010203Z.zip.age".formatted(1000 + number++))
                                .toString()))
                .out()
                .lines()
                .findFirst()
                .orElseThrow());
    }

    private static int headerOf(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\n--- ") + 1 + 4 + 43 + 1 + 16;
    }

    private static byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= 1;
        return bytes;
    }

    private static Said succeed(Said said) {
        assertThat(said.status()).as(said.toString()).isZero();
        return said;
    }

    private static Map<String, String> state() throws IOException, SQLException {
        return state(database, storage);
    }

    /** A hash of each table's rows, and the content of each file. */
    private static Map<String, String> state(Database of, Path files) throws IOException, SQLException {
        var state = new TreeMap<>(rows(of));
        try (Stream<Path> paths = Files.walk(files)) {
            for (Path path : paths.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/.jobs/"))
                    .toList()) {
                state.put(files.relativize(path).toString(), Files.readString(path));
            }
        }
        return state;
    }

    private static Map<String, String> rows() throws SQLException {
        return rows(database);
    }

    private static Map<String, String> rows(Database of) throws SQLException {
        var rows = new TreeMap<String, String>();
        try (var owner = of.asOwner();
                var statement = owner.createStatement()) {
            var tables = statement.executeQuery(
                    "select array_agg(tablename::text) from pg_tables where schemaname = 'public'");
            tables.next();
            for (String table : (String[]) tables.getArray(1).getArray()) {
                var hash = statement.executeQuery(
                        "select md5(coalesce(string_agg(t::text, ',' order by t::text collate \"C\"), '')) from \""
                                + table + "\" t");
                hash.next();
                rows.put("table " + table, hash.getString(1));
            }
        }
        rows.keySet().removeIf(table -> table.contains("databasechangelog"));
        return rows;
    }

    private static Map<String, String> rowsOf(Map<String, String> state) {
        var rows = new TreeMap<>(state);
        rows.keySet().removeIf(name -> !name.startsWith("table "));
        return rows;
    }

    private static List<Path> hidden(Path in) throws IOException {
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(in)) {
            return paths.filter(path -> path.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
