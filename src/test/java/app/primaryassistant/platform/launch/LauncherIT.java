package app.primaryassistant.platform.launch;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Application;
import app.primaryassistant.support.Database;
import app.primaryassistant.support.Server;
import app.primaryassistant.support.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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
    }

    @Test
    void serveWaitsForTheDatabaseAndReadsPasswordsFromFiles() throws IOException, InterruptedException, SQLException {
        Path password = Files.writeString(directory.resolve("password"), PASSWORD + "\n");
        int port = Application.freePort();
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
                assertThat(isLive(port)).as("still served while the proxy looks elsewhere").isTrue();
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

            Terminal terminal =
                    Terminal.of(database).and("DATABASE_PASSWORD", PASSWORD).and("DATABASE_MIGRATION_PASSWORD", PASSWORD);

            try (var server =
                    serve(terminal, "--port", Integer.toString(Application.freePort()), "--deploy", broken.toString())) {
                assertThat(server.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
                assertThat(server.process().exitValue()).as(server.log()).isEqualTo(1);
                assertThat(server.log()).contains("the program could not be deployed");
            }
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
        Path log = Files.createTempFile(directory, "launcher", ".log");
        List<String> java = List.of(
                "-Dassistant.application=" + Terminal.application(),
                "-Xmx512m",
                "-jar",
                launcher.toString(),
                "serve",
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                Server.loopbackOnly());
        Process process =
                terminal.java(java, options).redirectErrorStream(true).redirectOutput(log.toFile()).start();
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
