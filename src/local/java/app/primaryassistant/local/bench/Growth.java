package app.primaryassistant.local.bench;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the reads fare with more accounts, and with more years each. */
final class Growth {

    private static final int CONNECTIONS = 16;
    private static final int LONG = 10;

    private final Options options;

    Growth(Options options) {
        this.options = options;
    }

    /** Prints it, and returns how many requests failed. */
    long run() throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        List<Accounts> sizes = List.of(
                Accounts.of(options.accounts, options.years),
                Accounts.of(10 * options.accounts, options.years),
                Accounts.of(options.accounts, LONG));
        Map<String, List<Round>> measured = new LinkedHashMap<>();
        long errors = 0;
        for (Accounts size : sizes) {
            try (Bench bench = Bench.start(options, size)) {
                List<Load> reads = bench.loads().named(options.names).stream()
                        .filter(load -> load.isRead() && load.hasFloor())
                        .toList();
                bench.prepare(reads);
                if (!options.shortened) {
                    System.err.println(new WarmUp(bench).run(reads));
                }
                for (var entry : bench.rounds(reads, List.of(CONNECTIONS), options.rounds, options.seconds).entrySet()) {
                    errors += entry.getValue().stream().mapToLong(Round::errors).sum();
                    measured.computeIfAbsent(entry.getKey().load().words(), first -> new ArrayList<>())
                            .add(Round.median(entry.getValue()));
                }
            }
        }
        print(sizes, measured);
        return errors;
    }

    private static void print(List<Accounts> sizes, Map<String, List<Round>> measured) {
        List<String> names = new ArrayList<>(List.of("Load"));
        for (Accounts size : sizes) {
            String of = "%d × %d years".formatted(size.readers().last(), size.years());
            names.addAll(List.of(of + ", requests/s", "p50 ms", "database µs"));
        }
        names.addAll(List.of("More accounts: rate", "database", "More years: rate", "database"));
        System.out.println(Report.line(names));
        System.out.println(Report.line(names.stream().map(name -> name.equals("Load") ? "---" : "---:").toList()));
        measured.forEach((words, rounds) -> {
            List<String> cells = new ArrayList<>(List.of(words));
            for (Round round : rounds) {
                cells.add(Report.number(round.program().perSecond(), 0));
                cells.add(Report.number(round.program().p50Millis(), 1));
                cells.add(Report.number(round.program().databaseMicros(), 0));
            }
            Sample first = rounds.getFirst().program();
            for (Round more : rounds.subList(1, rounds.size())) {
                cells.add("× " + Report.number(more.program().perSecond() / first.perSecond(), 2));
                cells.add("× " + Report.number(more.program().databaseMicros() / first.databaseMicros(), 2));
            }
            System.out.println(Report.line(cells));
        });
    }
}
