package app.primaryassistant.local.bench;

import app.primaryassistant.local.Machine;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What {@code src/bench/run} runs. It ends with status 1 where a request failed, and with {@code --check} where a budget is missed. */
@Command(
        name = "src/bench/run",
        description = "Measures the program, started as in production with Nginx before it, against what PostgreSQL alone needs.")
public final class BenchRun implements Callable<Integer> {

    private static final int MISUSED = 2;
    private static final int ROWS = 50_000;
    private static final int SHORT_ROWS = 500;

    /** What is measured by more than one request. */
    private static final String IMPORT = "import";

    @Mixin
    private final Options options = new Options();

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(new CommandLine(new BenchRun()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        if (Machine.program("wrk").isEmpty() || Machine.program("nginx").isEmpty() || Pgbench.program().isEmpty()) {
            System.err.println("wrk, nginx and pgbench are needed: apt-get install wrk nginx-light postgresql-contrib");
            return 1;
        }
        if (options.against.isPresent() != options.requests.isPresent()) {
            System.err.println("--against and --requests go together: the one says where the program is, the other what it is asked");
            return MISUSED;
        }
        if (options.shortened) {
            options.shorten();
        }
        try {
            chosen(Loads.in(Bench.LOADS, Map.of()));
        } catch (IllegalArgumentException unknown) {
            System.err.println(unknown.getMessage());
            return MISUSED;
        }
        if (options.growth) {
            return status(new Growth(options).run(), 0);
        }
        try (Bench bench = Bench.start(options, Accounts.of(options.accounts, options.years))) {
            return run(bench);
        }
    }

    private int run(Bench bench) throws IOException, InterruptedException, SQLException {
        List<Load> chosen = chosen(bench.loads());
        bench.prepare(chosen);
        System.out.printf(
                "%n%d processors, Java %s. %d accounts with %d years of data each. Ready %s s after its start, without the cache of the image.%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                bench.accounts().last(),
                bench.accounts().years(),
                Report.number(bench.stack().start().toMillis() / 1e3, 1));
        System.out.println(warmUp(bench, chosen) + ".\n");
        if (options.cold) {
            return status(new Cold(bench).run(chosen.stream().filter(load -> load.isRead() && load.hasFloor()).toList()), 0);
        }
        if (options.soak > 0) {
            return status(new Soak(bench).run(chosen, options.soak), 0);
        }
        Map<Bench.Case, List<Round>> rounds = bench.rounds(chosen, options.connections, options.rounds, options.seconds);
        int missing = new Report(options.against.isPresent()).print(rounds);
        if (options.names.isEmpty() || options.names.contains(IMPORT)) {
            System.out.println("\n" + new ImportTime(bench).run(options.shortened ? SHORT_ROWS : ROWS) + ".");
        }
        System.out.println("\nMemory (PSS): " + Memory.of(bench.stack()) + ".");
        return status(rounds.values().stream().flatMap(List::stream).mapToLong(Round::errors).sum(), missing);
    }

    private List<Load> chosen(Loads loads) {
        List<String> names = options.names.stream().filter(name -> !name.equals(IMPORT)).toList();
        return names.isEmpty() && !options.names.isEmpty() ? List.of() : loads.named(names);
    }

    private String warmUp(Bench bench, List<Load> loads) throws IOException, InterruptedException {
        if (options.shortened || loads.isEmpty()) {
            return "The JVM is not warm: the figures say nothing but that the bench works";
        }
        return new WarmUp(bench).run(loads);
    }

    private int status(long errors, int missing) {
        if (errors > 0) {
            System.out.println("\nVoid: " + errors + " requests failed.");
        }
        if (missing > 0) {
            System.out.println("\n" + missing + " lines miss what they have to keep.");
        }
        return errors > 0 || (options.check && missing > 0) ? 1 : 0;
    }
}
