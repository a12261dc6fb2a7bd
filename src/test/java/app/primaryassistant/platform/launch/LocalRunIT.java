package app.primaryassistant.platform.launch;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.local.LocalRun;
import app.primaryassistant.local.Machine;
import app.primaryassistant.support.Api;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./mvnw}: the program on a person's own machine. */
class LocalRunIT {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Pattern STATUS_TAKEN_FOR_SUCCESS = Pattern.compile("<successCode>(\\d+)</successCode>");

    @TempDir
    private Path directory;

    /** In one run, for a start takes long. */
    @Test
    void aFreshStartKeepsWhatItAcknowledgesMakesBackupsAndEndsCalmly()
            throws IOException, InterruptedException, SQLException {
        // The data of an earlier run, made as tests have it.
        int databasePort = Machine.freePort();
        Database.temporaryByRealClock(directory).close();
        try (var run = start(Machine.freePort(), databasePort)) {
            run.await(() -> run.said().contains("Ready at"));

            assertThat(setting(databasePort, "fsync")).isEqualTo("on");
            assertThat(setting(databasePort, "full_page_writes")).isEqualTo("on");
            assertThat(setting(databasePort, "synchronous_commit")).isEqualTo("on");

            String session = run.setUp();
            assertThat(run.asking(session).get("admin/health").<List<String>>path("items.status"))
                    .containsOnly("up");
            assertThat(run.asking(session).post("admin/backups").statusCode()).isEqualTo(202);
            run.await(() ->
                    !"running".equals(run.asking(session).get("admin/backups").<String>path("items[0].state")));
            Response backups = run.asking(session).get("admin/backups");
            assertThat(backups.<String>path("items[0].state"))
                    .as(backups.asString())
                    .isEqualTo("done");
            assertThat(Files.exists(directory.resolve("backups").resolve(backups.<String>path("items[0].file"))))
                    .isTrue();

            try (var second = start(Machine.freePort(), Machine.freePort())) {
                assertThat(second.status()).isEqualTo(1);
                assertThat(second.said().lines()).singleElement().asString().contains("is in use by another run");
            }

            run.process().destroy();
            assertThat(run.status()).isEqualTo(143);
            assertThat(run.said().lines().toList().getLast()).startsWith("Ready at");
        }
    }

    @Test
    void aServerThatEndsByItselfEndsTheRunWithOneSentence() throws IOException, InterruptedException {
        try (var run = start(Machine.freePort(), Machine.freePort())) {
            run.await(() -> run.said().contains("Ready at"));

            run.process().descendants().filter(LocalRunIT::isServer).forEach(ProcessHandle::destroyForcibly);

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.said().lines().toList().getLast())
                    .startsWith("The server has ended by itself, with status 137.");
        }
    }

    @Test
    void aTakenPortEndsItWithOneSentence() throws IOException, InterruptedException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var run = start(taken.getLocalPort(), Machine.freePort())) {
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.said().lines())
                    .containsExactly(
                            "Port " + taken.getLocalPort() + " is taken. Choose another one with -Dport=8081.");
        }
    }

    @Test
    void dataThatPostgresCannotReadEndItWithOneSentence() throws IOException, InterruptedException, SQLException {
        Database.temporaryByRealClock(directory).close();
        try (var version = new RandomAccessFile(
                directory.resolve("postgres").resolve("PG_VERSION").toFile(), "rw")) {
            version.writeBytes("12");
        }
        try (var run = start(Machine.freePort(), Machine.freePort())) {
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.said().lines().toList().getLast())
                    .startsWith("PostgreSQL could not start on the data in " + directory);
        }
    }

    /** 130 and 143 are what Ctrl-C and a signal end with. */
    @Test
    void mavenTakesNoFailureForSuccess() throws IOException {
        List<String> taken = STATUS_TAKEN_FOR_SUCCESS
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(result -> result.group(1))
                .toList();

        assertThat(taken).isNotEmpty().allMatch(Set.of("0", "130", "143")::contains);
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("payara-micro");
    }

    private static String setting(int port, String name) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/fitness_db", "postgres", "postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private Run start(int port, int databasePort) throws IOException {
        Path output = Files.createTempFile("local-run", ".out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dserver.jar=" + System.getProperty("server.jar"),
                        "-Dserver.tier=" + System.getProperty("server.tier", "1"),
                        "-Dserver.agent=" + System.getProperty("server.agent", ""),
                        "-Dapplication.war=" + System.getProperty("application.war"),
                        "-Dlocal.directory=" + directory,
                        "-Dport=" + port,
                        "-Ddatabase.port=" + databasePort,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        LocalRun.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Run(process, port, output);
    }

    private record Run(Process process, int port, Path output) implements AutoCloseable {

        String said() {
            try {
                return Files.readString(output);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        /** Makes the administrator, and returns the secret of her session. */
        String setUp() {
            String code = said().lines()
                    .filter(line -> line.contains("setup code: "))
                    .map(line -> line.replaceFirst(".*setup code: ", ""))
                    .findFirst()
                    .orElseThrow();
            Response made = asking("")
                    .body("{\"code\": \"%s\", \"name\": \"anna\", \"password\": \"%s\"}".formatted(code, Api.PASSWORD))
                    .post("auth/setup");
            assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
            return made.cookie(Api.COOKIE);
        }

        RequestSpecification asking(String session) {
            return RestAssured.given()
                    .baseUri("http://localhost:" + port + "/api/v1")
                    .header("Origin", "http://localhost:" + port)
                    .header("Cookie", Api.COOKIE + "=" + session)
                    .contentType("application/json");
        }

        void await(BooleanSupplier condition) throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!condition.getAsBoolean()) {
                assertThat(process.waitFor(200, TimeUnit.MILLISECONDS))
                        .as(said())
                        .isFalse();
                assertThat(System.nanoTime()).as(said()).isLessThan(deadline);
            }
        }

        int status() throws InterruptedException {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(said())
                    .isTrue();
            return process.exitValue();
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
