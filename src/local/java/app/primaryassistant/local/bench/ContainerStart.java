package app.primaryassistant.local.bench;

import app.primaryassistant.local.Machine;
import app.primaryassistant.local.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The start of the container, {@code containers/web/assistant}, with the paths of this machine in place of those of the image: so
 * the options of the JVM and the arguments of the server are said there alone. Only the cache of the start is missing.
 */
final class ContainerStart {

    private static final Path CONTAINER = Path.of("containers", "web");

    private ContainerStart() {}

    /**
     * Returns the command that serves.
     *
     * @param directory takes what the image holds under {@code /opt}
     */
    static List<String> prepare(Path directory) throws IOException, InterruptedException {
        Path target = Path.of("target").toAbsolutePath();
        Path server = server(target.resolve("bench"), target);
        Path image = Files.createDirectories(directory.resolve("image"));
        Files.createSymbolicLink(image.resolve("server"), server);
        Files.copy(Path.of(Server.beforeBoot()), image.resolve("before-boot.asadmin"));
        Files.copy(CONTAINER.resolve("logging.properties"), image.resolve("logging.properties"));
        String script = Files.readString(CONTAINER.resolve("assistant"))
                .replace("/opt/assistant/application", System.getProperty("application.war"))
                .replace("/opt/assistant", image.toString())
                .replace("/opt/runtime/bin/java", java())
                .replace("/tmp/server", directory.resolve("running").toString());
        Path start = Files.writeString(image.resolve("assistant"), script);
        Files.setPosixFilePermissions(start, PosixFilePermissions.fromString("rwxr-xr-x"));
        return List.of(start.toString(), "serve");
    }

    /** Payara Micro, unpacked as the image does it, with the program's launcher; kept until the next {@code mvn clean}. */
    private static Path server(Path directory, Path target) throws IOException, InterruptedException {
        Path server = directory.resolve("server");
        if (!Files.exists(server.resolve("launch-micro.jar"))) {
            Machine.discard(server);
            Files.createDirectories(directory);
            Command.run(List.of(java(), "-jar", System.getProperty("server.jar"), "--rootdir", server.toString(), "--outputlauncher"));
        }
        Path launcher = server.resolve("primary-assistant-launcher.jar");
        Files.deleteIfExists(launcher);
        Files.copy(target.resolve("primary-assistant-launcher.jar"), launcher);
        return server;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
