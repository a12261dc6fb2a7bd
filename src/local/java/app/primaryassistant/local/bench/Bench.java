package app.primaryassistant.local.bench;

import app.primaryassistant.local.Database;
import app.primaryassistant.local.Demo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The running program with its accounts, and all that measures it. */
final class Bench implements AutoCloseable {

    private static final Path SCRIPTS = Path.of("src", "bench");
    static final Path LOADS = SCRIPTS.resolve("loads.properties");

    /** A program to compare with, by its own requests. */
    record Other(URI uri, Loads loads) {}

    /** A load at a number of connections. */
    record Case(Load load, int connections) {}

    private final Stack stack;
    private final Accounts accounts;
    private final Loads loads;
    private final Client client;
    private final Wrk wrk;
    private final Pgbench pgbench;
    private final Map<String, Path> floors = new HashMap<>();
    private final Optional<Other> other;

    private Bench(Stack stack, Accounts accounts, Loads loads, Client client, Optional<Other> other) {
        this.stack = stack;
        this.accounts = accounts;
        this.loads = loads;
        this.client = client;
        this.wrk = new Wrk(stack, accounts);
        this.pgbench = new Pgbench(stack.postgres());
        this.other = other;
    }

    /** Starts the program and makes its accounts. */
    static Bench start(Options options, Accounts accounts)
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        System.err.println("Starting the program …");
        Stack stack = Stack.start(options.port);
        System.err.printf("Making %d accounts with %d years each …%n", accounts.last(), accounts.years());
        seed(stack.postgres(), accounts);
        Map<String, String> values = values(stack.postgres());
        Optional<Other> other = options.against.isPresent()
                ? Optional.of(new Other(options.against.get(), Loads.in(options.requests.orElseThrow(), values)))
                : Optional.empty();
        return new Bench(stack, accounts, Loads.in(LOADS, values), Client.of(stack), other);
    }

    static void seed(Database database, Accounts accounts) throws SQLException, IOException {
        Demo.prepare(database, ZoneOffset.UTC, LocalDate.now(ZoneOffset.UTC));
        try (var superuser = database.asSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("set bench.first = " + accounts.first());
            statement.execute("set bench.last = " + accounts.last());
            statement.execute("set bench.years = " + accounts.years());
            superuser.setAutoCommit(false);
            statement.execute(Files.readString(SCRIPTS.resolve("seed.sql")));
            superuser.commit();
            superuser.setAutoCommit(true);
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    private static Map<String, String> values(Database database) throws SQLException, IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<String, String> values = new HashMap<>();
        values.put("today", today.toString());
        values.put("yesterday", today.minusDays(1).toString());
        values.put("version", Stack.version());
        try (var owner = database.asOwner();
                var statement = owner.createStatement();
                var exercises = statement.executeQuery("select slug, cast(id as text) as id from exercise")) {
            while (exercises.next()) {
                values.put("exercise:" + exercises.getString("slug"), exercises.getString("id"));
            }
        }
        return values;
    }

    /** Sends each load once, which must be answered well, and writes down what the database was sent for it. */
    void prepare(List<Load> chosen) throws IOException, InterruptedException, SQLException {
        System.err.println("Looking at what the database is asked …");
        try (StatementLog log = StatementLog.open(stack.postgres())) {
            var floor = new Floor(stack.postgres(), accounts, log);
            for (Load load : chosen) {
                int account = (load.isRead() ? accounts.readers() : accounts.writers()).first();
                client.send(load, account);
                if (load.hasFloor()) {
                    floors.put(load.key(), floor.script(load, () -> client.send(load, account), Path.of("target", "bench", "floor")));
                }
            }
        }
    }

    Sample send(Load load, int connections, int seconds) throws IOException, InterruptedException {
        List<Load> beside = load.beside().flatMap(loads::find).stream().toList();
        return wrk.send(load, beside, load.connections().orElse(connections), seconds);
    }

    /** Measures each load at each number of connections in rounds, so that all meet the same machine. */
    Map<Case, List<Round>> rounds(List<Load> chosen, List<Integer> connections, int rounds, int seconds)
            throws IOException, InterruptedException {
        Map<Case, List<Round>> measured = new LinkedHashMap<>();
        for (int i = 1; i <= rounds; i++) {
            System.err.println("Measuring, round " + i + " of " + rounds + " …");
            for (Load load : chosen) {
                for (int count : load.connections().map(List::of).orElse(connections)) {
                    measured.computeIfAbsent(new Case(load, count), first -> new ArrayList<>()).add(round(load, count, seconds));
                }
            }
        }
        return measured;
    }

    private Round round(Load load, int connections, int seconds) throws IOException, InterruptedException {
        Path floor = floors.get(load.key());
        OptionalDouble perSecond =
                floor == null ? OptionalDouble.empty() : OptionalDouble.of(pgbench.perSecond(floor, connections, seconds));
        Sample program = send(load, connections, seconds);
        Optional<Load> theirs = other.flatMap(another -> another.loads().find(load.key()));
        return new Round(
                program,
                perSecond,
                theirs.isPresent()
                        ? Optional.of(wrk.send(other.orElseThrow().uri(), theirs.get(), List.of(), connections, seconds))
                        : Optional.empty());
    }

    Loads loads() {
        return loads;
    }

    Stack stack() {
        return stack;
    }

    Client client() {
        return client;
    }

    Accounts accounts() {
        return accounts;
    }

    @Override
    public void close() {
        client.close();
        stack.close();
    }
}
