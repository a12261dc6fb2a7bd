package app.primaryassistant.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the program against its performance budget: {@code wrk} asks the program, {@code pgbench} asks PostgreSQL for the
 * same by the same SQL, one after the other in rounds, so that both meet the same machine. The quotient of the two holds on
 * any machine; so does, nearly, the processor time of a request when something else runs beside.
 *
 * <p>It ends with status 1 where a budget is missed or an answer is an error.
 */
public final class LoadRun {

    private static final Path SCRIPTS = Path.of("src", "bench").toAbsolutePath();
    private static final int WARM_UP_SECONDS = 60;
    private static final int SECONDS = 6;
    private static final int ROUNDS = 3;
    private static final int CONNECTIONS = 8;

    private static final Pattern WRK = Pattern.compile("(?m)^result (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)$");
    private static final Pattern PGBENCH = Pattern.compile("(?m)^tps = ([\\d.]+)");

    private final Server server;
    private final Database database;
    private final ProcessHandle postmaster;
    private final List<Load> loads;

    private LoadRun(Server server, Database database, ProcessHandle postmaster, List<Load> loads) {
        this.loads = loads;
        this.server = server;
        this.database = database;
        this.postmaster = postmaster;
    }

    /** What a program that answers ten times as fast as the one before would need, on two cores. */
    private static final int NEEDED_WORKOUT_LISTS = 1_000;

    /** A kind of request; its script for {@code pgbench} is its floor, where the database is what it waits for. */
    private enum Load {
        MEASUREMENTS("the latest 20 measurements", 0.25),
        SUMMARY("a summary of a year", 0.50),
        CHECK_IN("a check-in of 8 values", 0.25),
        WORKOUTS("the latest 20 workouts", 0.50),
        SIGN_IN("a sign-in", 0),
        PAGE("a page", 0),
        READY("/health/ready", 0);

        private final String words;

        /** The least part of the floor's rate that the program must reach; 0 where there is no floor. */
        private final double budget;

        Load(String words, double budget) {
            this.words = words;
            this.budget = budget;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        Optional<Path> floor() {
            return Optional.of(SCRIPTS.resolve(key() + ".sql")).filter(Files::exists);
        }
    }

    /**
     * What one stretch of load came to.
     *
     * @param perSecond requests answered in a second
     * @param serverMicros processor time of the server for a request, in microseconds; {@code databaseMicros} likewise
     */
    private record Sample(
            double perSecond, double p50Millis, double p99Millis, long errors, double serverMicros, double databaseMicros) {}

    private record Round(Sample program, double floor) {
        double ratio() {
            return program.perSecond() / floor;
        }
    }

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        for (String program : List.of("wrk", "pgbench")) {
            if (Machine.program(program).isEmpty()) {
                System.err.println(program + " is missing: apt-get install wrk postgresql-contrib");
                System.exit(1);
            }
        }
        Path directory = Files.createTempDirectory("assistant-bench");
        int port = Integer.getInteger("port", 8080);
        Database database = Database.lasting(directory, port + 1);
        Server server = start(directory, port, database);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(directory, server, database)));
        server.awaitReady();
        long postmaster = Long.parseLong(
                Files.readAllLines(directory.resolve("postgres").resolve("postmaster.pid")).getFirst());
        seed(database);
        boolean kept = new LoadRun(server, database, ProcessHandle.of(postmaster).orElseThrow(), loads(arguments)).run();
        HeavyReads.time(server.uri(), database);
        System.exit(kept ? 0 : 1);
    }

    /** Those that are named, such as {@code workouts}; all of them if none is. */
    private static List<Load> loads(String[] names) {
        return Stream.of(Load.values())
                .filter(load -> names.length == 0 || List.of(names).contains(load.key()))
                .toList();
    }

    private static void stop(Path directory, Server server, Database database) {
        server.close();
        try {
            database.close();
            Machine.discard(directory);
        } catch (IOException failed) {
            System.err.println("The data in " + directory + " could not be removed: " + failed.getMessage());
        }
    }

    private static Server start(Path directory, int port, Database database) throws IOException {
        System.out.println("Starting the program …");
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("STORAGE_DIRECTORY", directory.resolve("storage").toString());
        return Server.start(Path.of(System.getProperty("application.war")), port, environment, directory.resolve("server.log"));
    }

    private static void seed(Database database) throws SQLException, IOException {
        System.out.println("Making 50 accounts with three years each …");
        Demo.prepare(database, ZoneId.systemDefault(), LocalDate.now(ZoneId.systemDefault()));
        try (var owner = database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(Files.readString(SCRIPTS.resolve("seed.sql")));
        }
        try (var superuser = database.asSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private boolean run() throws IOException, InterruptedException {
        System.out.println("Warming up …");
        for (Load load : loads) {
            wrk(load, load == loads.getFirst() ? WARM_UP_SECONDS : SECONDS);
        }
        Map<Load, List<Round>> rounds = new EnumMap<>(Load.class);
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.println("Measuring, round " + round + " of " + ROUNDS + " …");
            for (Load load : loads) {
                double floor = load.floor().isPresent() ? pgbench(load.floor().get()) : Double.NaN;
                rounds.computeIfAbsent(load, first -> new ArrayList<>()).add(new Round(wrk(load, SECONDS), floor));
            }
        }
        return report(rounds);
    }

    private static boolean report(Map<Load, List<Round>> rounds) {
        System.out.printf(
                "%n%-28s %10s %9s %9s %9s %7s %7s %11s %11s%n",
                "", "requests/s", "p50 ms", "p99 ms", "floor/s", "ratio", "budget", "server µs", "database µs");
        boolean kept = true;
        for (Map.Entry<Load, List<Round>> entry : rounds.entrySet()) {
            Load load = entry.getKey();
            Round median = entry.getValue().stream()
                    .sorted(Comparator.comparingDouble(load.budget > 0 ? Round::ratio : round -> round.program().perSecond()))
                    .skip(ROUNDS / 2)
                    .findFirst()
                    .orElseThrow();
            Sample program = median.program();
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %10.0f %9.1f %9.1f %9s %7s %7s %11.0f %11.0f%n",
                    load.words,
                    program.perSecond(),
                    program.p50Millis(),
                    program.p99Millis(),
                    load.budget > 0 ? "%.0f".formatted(median.floor()) : "",
                    load.budget > 0 ? String.format(Locale.ROOT, "%.2f", median.ratio()) : "",
                    load.budget > 0 ? String.format(Locale.ROOT, "%.2f", load.budget) : "",
                    program.serverMicros(),
                    program.databaseMicros());
            long errors = entry.getValue().stream().mapToLong(round -> round.program().errors()).sum();
            if (errors > 0) {
                System.out.println("  " + errors + " requests failed");
            }
            kept &= errors == 0 && !(median.ratio() < load.budget);
        }
        rounds.getOrDefault(Load.WORKOUTS, List.of()).stream()
                .mapToDouble(round -> round.program().perSecond())
                .max()
                .ifPresent(best -> System.out.printf(
                        Locale.ROOT, "%nLists of 20 workouts: %.0f a second at best, %d are needed on two cores.%n", best, NEEDED_WORKOUT_LISTS));
        System.out.println(kept ? "\nThe budget is kept." : "\nThe budget is missed.");
        return kept;
    }

    private Sample wrk(Load load, int seconds) throws IOException, InterruptedException {
        Duration serverBefore = cpu(server.process().toHandle());
        Duration databaseBefore = databaseCpu();
        MatchResult result = output(WRK, Map.of(), List.of(
                "wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "-s", SCRIPTS.resolve("requests.lua").toString(),
                server.uri().toString(), "--", load.key()));
        double requests = Double.parseDouble(result.group(1));
        return new Sample(
                requests / (Double.parseDouble(result.group(2)) / 1e6),
                Double.parseDouble(result.group(3)) / 1e3,
                Double.parseDouble(result.group(4)) / 1e3,
                Long.parseLong(result.group(5)),
                cpu(server.process().toHandle()).minus(serverBefore).toNanos() / 1e3 / requests,
                databaseCpu().minus(databaseBefore).toNanos() / 1e3 / requests);
    }

    private double pgbench(Path script) throws IOException, InterruptedException {
        return Double.parseDouble(output(PGBENCH, Map.of("PGPASSWORD", Database.PASSWORD), List.of(
                        "pgbench", "-n", "-M", "prepared", "-c", "" + CONNECTIONS, "-j", "1", "-T", "" + SECONDS,
                        "-h", "127.0.0.1", "-p", "" + database.port(), "-U", Database.APPLICATION, "-f", script.toString(),
                        Database.NAME))
                .group(1));
    }

    private static MatchResult output(Pattern wanted, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var matcher = wanted.matcher(printed);
        if (process.waitFor() != 0 || !matcher.find()) {
            throw new IOException(String.join(" ", command) + " failed:\n" + printed);
        }
        return matcher.toMatchResult();
    }

    /** Each connection is a process of its own; the pool keeps them, so that none takes its time with it. */
    private Duration databaseCpu() {
        return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .map(LoadRun::cpu)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
