package app.primaryassistant.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processor time that has been used since the machine or the process started, in hundredths of a second, which is how Linux counts
 * it.
 *
 * @param bench of the bench itself, and of the programs it has run to their end
 * @param busy of the whole machine; {@code idle} is what was left
 */
record ProcessorTime(long server, long database, long nginx, long bench, long busy, long idle) {

    private static final double MICROS = 10_000;

    /** The fields of {@code /proc/PID/stat} from the third on: 11 and 12 are a process's own time, 13 and 14 that of its ended children. */
    private static final int USER = 11;

    static ProcessorTime of(Stack stack) throws IOException {
        List<Long> machine = Stream.of(Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +"))
                .skip(1)
                .map(Long::valueOf)
                .toList();
        long idle = machine.get(3) + machine.get(4);
        // User, nice, system, interrupts and stolen time; the guests' is within that of the user.
        long busy = machine.stream().limit(8).mapToLong(Long::longValue).sum() - idle;
        return new ProcessorTime(
                of(stack.server()), of(stack.database()), of(stack.nginx()), of(ProcessHandle.current().pid()), busy, idle);
    }

    private static long of(ProcessHandle root) throws IOException {
        long sum = 0;
        for (ProcessHandle process : Stream.concat(Stream.of(root), root.descendants()).toList()) {
            sum += of(process.pid());
        }
        return sum;
    }

    private static long of(long process) throws IOException {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Stream.of(fields).skip(USER).limit(4).mapToLong(Long::parseLong).sum();
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(
                server - before.server,
                database - before.database,
                nginx - before.nginx,
                bench - before.bench,
                busy - before.busy,
                idle - before.idle);
    }

    double serverMicros() {
        return server * MICROS;
    }

    double databaseMicros() {
        return database * MICROS;
    }

    double nginxMicros() {
        return nginx * MICROS;
    }

    /** The part of the machine's processors, 0 to 1, that was busy with something else. */
    double foreign() {
        return Math.max(0, busy - server - database - nginx - bench) / (double) Math.max(1, busy + idle);
    }
}
