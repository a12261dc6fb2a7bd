package app.primaryassistant.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A disk that is full soon. Only root may mount one; the test is skipped with the reason elsewhere, or fails if nothing may be left out. */
public record SmallDisk(Path path) implements AutoCloseable {

    /** @param kilobytes how much it takes */
    public static SmallDisk of(int kilobytes, Path path) throws IOException, InterruptedException {
        Files.createDirectories(path);
        int status = run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", path.toString());
        if (status != 0) {
            String reason = "A small disk cannot be mounted: run this test as root.";
            if (Boolean.getBoolean("stack.required")) {
                throw new IllegalStateException(reason);
            }
            Assumptions.abort(reason);
        }
        return new SmallDisk(path);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", path.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
