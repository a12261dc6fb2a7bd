package app.primaryassistant.local.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Sends a load by {@code wrk}, as accounts that take turns. */
final class Wrk {

    private static final String SCRIPT = Path.of("src", "bench", "requests.lua").toString();
    private static final Pattern RESULT = Pattern.compile("(?m)^result (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)$");

    private final Stack stack;
    private final Accounts accounts;

    Wrk(Stack stack, Accounts accounts) {
        this.stack = stack;
        this.accounts = accounts;
    }

    /** Sends a load, with the one beside it if there is one, to the program. */
    Sample send(Load load, List<Load> beside, int connections, int seconds) throws IOException, InterruptedException {
        return send(stack.uri(), load, beside, connections, seconds);
    }

    /** Sends it to another address; what it says of processor time is that of the program all the same. */
    Sample send(URI to, Load load, List<Load> beside, int connections, int seconds) throws IOException, InterruptedException {
        ProcessorTime before = ProcessorTime.of(stack);
        List<CompletableFuture<String>> others = beside.stream()
                .map(other -> CompletableFuture.supplyAsync(() -> runInBackground(to, other, seconds)))
                .toList();
        MatchResult result = result(run(to, load, connections, seconds));
        long errors = Long.parseLong(result.group(6));
        for (CompletableFuture<String> other : others) {
            errors += Long.parseLong(result(other.join()).group(6));
        }
        ProcessorTime used = ProcessorTime.of(stack).since(before);
        double requests = Math.max(1, Double.parseDouble(result.group(1)));
        return new Sample(
                requests / (Double.parseDouble(result.group(2)) / 1e6),
                millis(result.group(3)),
                millis(result.group(4)),
                millis(result.group(5)),
                errors,
                used.serverMicros() / requests,
                used.databaseMicros() / requests,
                used.nginxMicros() / requests,
                used.foreign());
    }

    private String runInBackground(URI to, Load load, int seconds) {
        try {
            return run(to, load, Load.SIGNING, seconds);
        } catch (IOException | InterruptedException failed) {
            throw new CompletionException(failed);
        }
    }

    private String run(URI to, Load load, int connections, int seconds) throws IOException, InterruptedException {
        Accounts turns = load.isRead() ? accounts.readers() : accounts.writers();
        return Command.run(List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "20s",
                "-s",
                SCRIPT,
                to.toString(),
                "--",
                load.method(),
                load.path(),
                load.body(),
                load.headers(),
                Integer.toString(turns.first()),
                Integer.toString(turns.last())));
    }

    private static MatchResult result(String printed) throws IOException {
        var matcher = RESULT.matcher(printed);
        if (!matcher.find()) {
            throw new IOException("wrk gives no result:\n" + printed);
        }
        return matcher.toMatchResult();
    }

    private static double millis(String micros) {
        return Double.parseDouble(micros) / 1e3;
    }
}
