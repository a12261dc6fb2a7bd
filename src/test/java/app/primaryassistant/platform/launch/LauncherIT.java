package app.primaryassistant.platform.launch;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.local.Machine;
import app.primaryassistant.local.Server;
import app.primaryassistant.support.CleartextHttp2;
import app.primaryassistant.support.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher beside an unpacked server, as in the container. */
class LauncherIT {

    private static final String PASSWORD = "a password of good length";

    @TempDir
    private static Path directory;

    private static Path launcher;
    private static Path domain;

    @BeforeAll
    static void unpackTheServer() throws IOException, InterruptedException {
        Path server = directory.resolve("server");
        Process unpacking = Terminal.with(Map.of())
                .java(
                        List.of("-jar", System.getProperty("server.jar")),
                        "--rootdir",
                        server.toString(),
                        "--outputlauncher",
                        "--nohazelcast",
                        "--disablephonehome")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(unpacking.waitFor()).isZero();
        launcher = Files.copy(
                Path.of(System.getProperty("application.war").replaceFirst("\\.war$", "-launcher.jar")),
                server.resolve("primary-assistant-launcher.jar"));
        domain = Files.copy(server.resolve("config").resolve("domain.xml"), directory.resolve("domain.xml"));
    }

    @Test
    void serveWaitsForTheDatabaseAndReadsPasswordsFromFiles() throws IOException, InterruptedException, SQLException {
        Path password = Files.writeString(directory.resolve("password"), PASSWORD + "\n");
        int port = Machine.freePort();
        try (Database database = Database.temporaryByRealClock(directory)) {
            setPasswords(database);
            database.stop();
            Terminal terminal = Terminal.of(database)
                    .without("DATABASE_PASSWORD")
                    .without("DATABASE_MIGRATION_PASSWORD")
                    .and("DATABASE_PASSWORD_FILE", password.toString())
                    .and("DATABASE_MIGRATION_PASSWORD_FILE", password.toString())
                    .and("STORAGE_DIRECTORY", directory.resolve("storage").toString());
            try (var server = serve(
                    terminal,
                    "--port",
                    Integer.toString(port),
                    "--contextroot",
                    "/",
                    "--deploy",
                    Terminal.application().toString())) {
                server.await(() -> server.log().contains("Waiting for the database"));

                database.restart();

                server.await(() -> isReady(port));
                assertThat(server.log()).doesNotContain(PASSWORD);

                server.process().destroy();
                server.await(() -> !isReady(port));
                assertThat(isLive(port))
                        .as("still served while the proxy looks elsewhere")
                        .isTrue();
                assertThat(server.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(server.process().exitValue()).isEqualTo(143);
            }
        }
    }

    @Test
    void serveStopsWhereTheProgramCannotBeDeployed() throws IOException, InterruptedException, SQLException {
        try (Database database = Database.temporaryByRealClock(Files.createDirectory(directory.resolve("other")))) {
            setPasswords(database);
            Path broken = Files.writeString(directory.resolve("broken.war"), "not a WAR");

            Terminal terminal = Terminal.of(database)
                    .and("DATABASE_PASSWORD", PASSWORD)
                    .and("DATABASE_MIGRATION_PASSWORD", PASSWORD);

            try (var server =
                    serve(terminal, "--port", Integer.toString(Machine.freePort()), "--deploy", broken.toString())) {
                assertThat(server.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
                assertThat(server.process().exitValue()).as(server.log()).isEqualTo(1);
                assertThat(server.log()).contains("the program could not be deployed");
            }
        }
    }

    /**
     * A class that cannot be loaded while Liquibase lists its commands leaves that list empty for the life of the process, as
     * a closed JAR does: trying again there would never help.
     */
    @Test
    void serveEndsWhereTheSchemaCannotBeBroughtUpToDate() throws IOException, InterruptedException, SQLException {
        try (Database database =
                Database.temporaryByRealClock(Files.createDirectory(directory.resolve("unreadable")))) {
            setPasswords(database);
            Path application = withUnreadableCommand();
            Terminal terminal = Terminal.of(database)
                    .and("DATABASE_PASSWORD", PASSWORD)
                    .and("DATABASE_MIGRATION_PASSWORD", PASSWORD)
                    .and("STORAGE_DIRECTORY", directory.resolve("storage").toString());
            int port = Machine.freePort();

            try (var server = serve(
                    terminal,
                    application,
                    "--port",
                    Integer.toString(port),
                    "--contextroot",
                    "/",
                    "--deploy",
                    application.toString())) {
                assertThat(server.process().waitFor(120, TimeUnit.SECONDS))
                        .as(server.log())
                        .isTrue();

                assertThat(server.process().exitValue()).as(server.log()).isEqualTo(1);
                assertThat(server.log()
                                .lines()
                                .filter(line ->
                                        line.contains("could not be deployed: The schema could not be updated")))
                        .hasSize(1);
                assertThat(server.log()).doesNotContain("Unknown command");
            }
        }
    }

    /** A copy of the program in which one of Liquibase's commands is no class file. */
    private static Path withUnreadableCommand() throws IOException {
        Path application = directory.resolve("application");
        Path original = Terminal.application();
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path copy = application.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Path classes = application.resolve("WEB-INF").resolve("classes");
        Files.writeString(Files.createDirectories(classes.resolve("unreadable")).resolve("Command.class"), "no class");
        Files.writeString(
                Files.createDirectories(classes.resolve("META-INF").resolve("services"))
                        .resolve("liquibase.command.CommandStep"),
                "unreadable.Command\n");
        return application;
    }

    @Test
    void thePortIsClosedUntilTheProgramIsReady() throws Exception {
        int port = Machine.freePort();
        try (Database database = Database.temporaryByRealClock(Files.createDirectory(directory.resolve("slow")));
                var other = database.asSuperuser();
                var statement = other.createStatement();
                var client = Executors.newSingleThreadExecutor()) {
            setPasswords(database);
            statement.execute("select pg_advisory_lock(hashtext('schema'))");
            Terminal terminal = Terminal.of(database)
                    .and("DATABASE_PASSWORD", PASSWORD)
                    .and("DATABASE_MIGRATION_PASSWORD", PASSWORD)
                    .and("STORAGE_DIRECTORY", directory.resolve("storage").toString());
            try (var server = serve(
                    terminal,
                    "--port",
                    Integer.toString(port),
                    "--contextroot",
                    "/",
                    "--deploy",
                    Terminal.application().toString())) {
                var first = client.submit(
                        () -> Server.firstAnswer(URI.create("http://localhost:" + port), server.process()));
                server.await(() -> somebodyWaits(statement));
                assertThat(first).as("nobody is answered yet").isNotDone();

                statement.execute("select pg_advisory_unlock(hashtext('schema'))");

                assertThat(first.get(150, TimeUnit.SECONDS)).as(server.log()).contains(200);
                assertThat(isReady(port)).isTrue();
                CleartextHttp2.assertOff(port);
            }
        }
    }

    private static boolean somebodyWaits(Statement statement) {
        try (var waiting = statement.executeQuery("select from pg_locks where locktype = 'advisory' and not granted")) {
            return waiting.next();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void aWrongSettingStopsItBeforeTheServer() throws IOException, InterruptedException {
        try (var server = serve(Terminal.with(Map.of()))) {
            assertThat(server.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(server.process().exitValue()).isEqualTo(78);
            assertThat(server.log().lines()).singleElement().asString().contains("DATABASE_PASSWORD is not set");
        }
    }

    private record Serving(Process process, Path output) implements AutoCloseable {

        String log() {
            try {
                return Files.readString(output);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        void await(BooleanSupplier condition) {
            Awaitility.await().atMost(Duration.ofSeconds(150)).until(() -> {
                assertThat(process.isAlive()).as(log()).isTrue();
                return condition.getAsBoolean();
            });
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private static Serving serve(Terminal terminal, String... options) throws IOException {
        return serve(terminal, Terminal.application(), options);
    }

    private static Serving serve(Terminal terminal, Path application, String... options) throws IOException {
        // As the container's start does: a server that was killed would start the program that it had before.
        Files.copy(
                domain, launcher.resolveSibling("config").resolve("domain.xml"), StandardCopyOption.REPLACE_EXISTING);
        Path log = Files.createTempFile(directory, "launcher", ".log");
        List<String> java = List.of(
                "-Dassistant.application=" + application,
                "-Xmx512m",
                "-jar",
                launcher.toString(),
                "serve",
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                Server.beforeBoot());
        Process process = terminal.java(java, options)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Serving(process, log);
    }

    private static void setPasswords(Database database) throws SQLException {
        try (var connection = database.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("alter role " + Database.OWNER + " password '" + PASSWORD + "'");
            statement.execute("alter role " + Database.APPLICATION + " password '" + PASSWORD + "'");
        }
    }

    private static boolean isReady(int port) {
        return answers(port, "ready");
    }

    private static boolean isLive(int port) {
        return answers(port, "live");
    }

    private static boolean answers(int port, String check) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/" + check))
                    .version(HttpClient.Version.HTTP_1_1)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
