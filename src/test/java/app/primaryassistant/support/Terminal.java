package app.primaryassistant.support;

import app.primaryassistant.local.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** The command {@code assistant} as an operator runs it: a process of its own, with the shipped WAR's classes and libraries only. */
public final class Terminal {

    private static Path unpacked;

    private final Map<String, String> environment;

    private Terminal(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What a command has said, and its exit status. */
    public record Said(int status, String out, String err) {}

    /** On a machine where nothing is set but what is given. */
    public static Terminal with(Map<String, String> environment) {
        return new Terminal(Map.copyOf(environment));
    }

    public static Terminal of(Database database) {
        return with(database.environment());
    }

    /** With files and backups, under a key of their own, in this directory. */
    public Terminal andBackupsIn(Path directory) {
        return and("STORAGE_DIRECTORY", directory.resolve("storage").toString())
                .and("BACKUP_DIRECTORY", directory.resolve("backups").toString())
                .and(
                        "BACKUP_KEY",
                        with(Map.of()).run("secret", "--backup-key").out().strip());
    }

    public Terminal and(String setting, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(setting, value);
        return new Terminal(more);
    }

    public Terminal without(String setting) {
        Map<String, String> fewer = new HashMap<>(environment);
        fewer.remove(setting);
        return new Terminal(fewer);
    }

    public Said run(String... arguments) {
        return runWith("", arguments);
    }

    /** @param input what is typed */
    public Said runWith(String input, String... arguments) {
        try {
            Path out = Files.createTempFile("assistant", ".out");
            Path err = Files.createTempFile("assistant", ".err");
            Process process = builder(arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            try (var typed = process.getOutputStream()) {
                typed.write(input.getBytes(StandardCharsets.UTF_8));
            }
            int status = process.waitFor();
            var said = new Said(status, Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** For a test that does not wait for the command's end. */
    public ProcessBuilder builder(String... arguments) throws IOException {
        Path inside = application().resolve("WEB-INF");
        return java(
                List.of(
                        "-classpath",
                        inside.resolve("classes") + ":" + inside.resolve("lib") + "/*",
                        "app.primaryassistant.operations.boundary.Assistant"),
                arguments);
    }

    /** A process of Java with this environment and no other. */
    public ProcessBuilder java(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String agent = System.getProperty("server.agent", "").replace("jacoco-it.exec", "jacoco-commands.exec");
        if (!agent.isBlank()) {
            command.add(agent);
        }
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    /** The directory into which the shipped WAR is unpacked. */
    public static synchronized Path application() throws IOException {
        if (unpacked == null) {
            Path directory = Files.createTempDirectory("assistant-unpacked");
            try (InputStream file = Files.newInputStream(Path.of(System.getProperty("application.war")));
                    var war = new ZipInputStream(file)) {
                for (var entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
                    Path path = directory.resolve(entry.getName());
                    if (entry.isDirectory()) {
                        Files.createDirectories(path);
                    } else {
                        Files.createDirectories(path.getParent());
                        Files.copy(war, path);
                    }
                }
            }
            unpacked = directory;
        }
        return unpacked;
    }
}
