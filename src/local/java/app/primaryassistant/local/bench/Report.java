package app.primaryassistant.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Prints what was measured as Markdown. */
final class Report {

    private final boolean compares;

    /** @param compares whether there is another program to compare with */
    Report(boolean compares) {
        this.compares = compares;
    }

    /** Prints a line for each load and number of connections, and returns how many of them miss what they have to keep. */
    int print(Map<Bench.Case, List<Round>> rounds) {
        List<String> names = new ArrayList<>(List.of(
                "Load", "Connections", "Requests/s", "p50 ms", "p99 ms", "Floor/s", "Ratio", "Server µs", "Database µs", "Nginx µs",
                "Other load", "Missed"));
        if (compares) {
            names.addAll(List.of("Theirs/s", "p50 ms", "p99 ms", "Times as fast"));
        }
        System.out.println(line(names));
        System.out.println(line(names.stream().map(name -> name.equals("Load") || name.equals("Missed") ? "---" : "---:").toList()));
        int missing = 0;
        for (Map.Entry<Bench.Case, List<Round>> entry : rounds.entrySet()) {
            Round median = Round.median(entry.getValue());
            boolean held = entry.getKey().connections() == Budget.CONNECTIONS;
            List<String> misses = held ? entry.getKey().load().budget().misses(median) : List.of();
            missing += misses.isEmpty() ? 0 : 1;
            System.out.println(line(cells(entry.getKey(), median, String.join(", ", misses))));
        }
        return missing;
    }

    private List<String> cells(Bench.Case measured, Round round, String misses) {
        Sample program = round.program();
        List<String> cells = new ArrayList<>(List.of(
                measured.load().words(),
                Integer.toString(measured.connections()),
                number(program.perSecond(), 0),
                number(program.p50Millis(), 1),
                number(program.p99Millis(), 1),
                number(round.floor(), 0),
                number(round.ratio(), 2),
                cost(measured, program.serverMicros()),
                cost(measured, program.databaseMicros()),
                cost(measured, program.nginxMicros()),
                number(100 * program.foreign(), 0) + " %",
                misses));
        if (compares) {
            cells.addAll(round.other()
                    .map(other -> List.of(
                            number(other.perSecond(), 0),
                            number(other.p50Millis(), 1),
                            number(other.p99Millis(), 1),
                            number(program.perSecond() / other.perSecond(), 1)))
                    .orElse(List.of("", "", "", "")));
        }
        return cells;
    }

    /** Where something else is sent beside, nobody can tell whose it is. */
    private static String cost(Bench.Case measured, double micros) {
        return measured.load().beside().isPresent() ? "" : number(micros, 0);
    }

    private static String number(OptionalDouble value, int digits) {
        return value.isPresent() ? number(value.getAsDouble(), digits) : "";
    }

    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
