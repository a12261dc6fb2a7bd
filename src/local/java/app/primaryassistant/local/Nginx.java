package app.primaryassistant.local;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real Nginx with the real configuration, on the loopback address, started by the entry point of its container. */
public final class Nginx implements AutoCloseable {

    private static final String ENTRY_POINT = "containers/nginx/entrypoint";
    private static final String WHERE_SERVERS_ARE = "/usr/sbin:/usr/local/sbin";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;
    private final Process process;

    private Nginx(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    /**
     * Returns once it listens.
     *
     * @param directory where it keeps {@code access.log}, {@code error.log} and, under {@code scratch}, all else that it writes
     * @param settings by the names of {@code env/nginx.env.example}
     */
    public static Nginx start(Path directory, int httpPort, int httpsPort, URI upstream, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path scratch = Files.createDirectories(directory.resolve("scratch"));
        Map<String, String> all = new HashMap<>();
        all.put("HTTP_LISTEN", "127.0.0.1:" + httpPort);
        all.put("HTTPS_LISTEN", "127.0.0.1:" + httpsPort);
        all.put("HTTPS_PORT", Integer.toString(httpsPort));
        all.put("UPSTREAM", InetAddress.getByName(upstream.getHost()).getHostAddress() + ":" + upstream.getPort());
        all.put("SCRATCH", scratch.toString());
        all.putAll(settings);
        var nginx = new Nginx(directory, run(directory, all));
        try {
            nginx.awaitListening();
        } catch (IOException | InterruptedException failed) {
            nginx.close();
            throw failed;
        }
        return nginx;
    }

    /** As the container starts it. Of root's Nginx the workers would be somebody who may not read our files. */
    private static Process run(Path directory, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(ENTRY_POINT));
        if (System.getProperty("user.name").equals("root")) {
            command.add("user root;");
        }
        var builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("access.log").toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("error.log").toFile()));
        builder.environment().merge("PATH", WHERE_SERVERS_ARE, (path, more) -> path + File.pathSeparator + more);
        builder.environment().putAll(settings);
        return builder.start();
    }

    private void awaitListening() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!isListening()) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IOException("Nginx ended at its start:\n" + Files.readString(directory.resolve("error.log")));
            }
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IOException("Nginx does not listen:\n" + Files.readString(directory.resolve("error.log")));
            }
        }
    }

    /** It listens before it writes its number; while it only tests its configuration, it listens and writes none. */
    private boolean isListening() throws IOException {
        Path number = directory.resolve("scratch").resolve("nginx.pid");
        return Files.exists(number) && !Files.readString(number).isBlank();
    }

    public Process process() {
        return process;
    }

    /** Ends it. Nginx ends after its workers; for those that nobody waits for, process 1 may take seconds to say that they have. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
