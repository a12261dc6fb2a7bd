package app.primaryassistant.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory of the processes in MiB, as PSS: what several processes share is divided among them. */
record Memory(long server, long database, long nginx) {

    static Memory of(Stack stack) throws IOException {
        return new Memory(of(stack.server()), of(stack.database()), of(stack.nginx()));
    }

    private static long of(ProcessHandle root) throws IOException {
        long kibibytes = 0;
        for (ProcessHandle process : Stream.concat(Stream.of(root), root.descendants()).toList()) {
            Path smaps = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
            if (Files.exists(smaps)) {
                kibibytes += Files.readAllLines(smaps).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
            }
        }
        return kibibytes / 1024;
    }

    @Override
    public String toString() {
        return "server %d MiB, database %d MiB, Nginx %d MiB".formatted(server, database, nginx);
    }
}
