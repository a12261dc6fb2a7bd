package app.primaryassistant.local.bench;

import app.primaryassistant.local.Database;
import app.primaryassistant.local.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the statements of a load against PostgreSQL alone, by {@code pgbench}. */
final class Pgbench {

    /** Its connections plan and cache anew in each run; the program's have done so long before. */
    private static final int COLD_SECONDS = 2;

    /** Its connections end after it has, and their processor time would be counted to who comes next. */
    private static final int MILLIS_TO_END = 300;

    private static final Pattern PROGRESS = Pattern.compile("(?m)^progress: [\\d.]+ s, ([\\d.]+) tps");
    private static final Pattern FAILED = Pattern.compile("(?m)^number of failed transactions: (\\d+)");

    private final Database database;

    Pgbench(Database database) {
        this.database = database;
    }

    /** Debian keeps it beside the server's own programs; what is on the path there only looks for it. */
    static Optional<Path> program() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Machine.program("pgbench");
        }
        try (Stream<Path> installed = Files.list(versions)) {
            return installed.map(version -> version.resolve("bin").resolve("pgbench"))
                    .filter(Files::isExecutable)
                    .findAny();
        }
    }

    /**
     * How often the script runs in a second, without the first seconds.
     *
     * @param seconds how long it is measured
     * @throws IOException if one of its statements fails
     */
    double perSecond(Path script, int connections, int seconds) throws IOException, InterruptedException {
        int coldSeconds = Math.min(COLD_SECONDS, seconds);
        String printed = Command.run(
                List.of(
                        program().orElseThrow().toString(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + connections,
                        "--jobs=1",
                        "--time=" + (coldSeconds + seconds),
                        "--progress=1",
                        "--host=127.0.0.1",
                        "--port=" + database.port(),
                        "--username=" + Database.APPLICATION,
                        "--file=" + script,
                        Database.NAME),
                Map.of("PGPASSWORD", Database.PASSWORD));
        TimeUnit.MILLISECONDS.sleep(MILLIS_TO_END);
        var failed = FAILED.matcher(printed);
        OptionalDouble mean = PROGRESS.matcher(printed)
                .results()
                .skip(coldSeconds)
                .mapToDouble(second -> Double.parseDouble(second.group(1)))
                .average();
        if (mean.isEmpty() || (failed.find() && !failed.group(1).equals("0"))) {
            throw new IOException("pgbench does not get through " + script + ":\n" + printed + Files.readString(script));
        }
        return mean.getAsDouble();
    }
}
