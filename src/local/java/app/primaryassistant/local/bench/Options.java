package app.primaryassistant.local.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the bench is told to do. */
final class Options {

    @Parameters(paramLabel = "LOAD", description = "Loads of src/bench/loads.properties; all of them if none is named")
    List<String> names = List.of();

    @Option(names = "--connections", split = ",", defaultValue = "1,16,64", description = "How many at once: ${DEFAULT-VALUE}")
    List<Integer> connections = List.of();

    @Option(names = "--rounds", defaultValue = "3", description = "How often each is measured; the median counts: ${DEFAULT-VALUE}")
    int rounds;

    @Option(names = "--seconds", defaultValue = "5", description = "How long each time: ${DEFAULT-VALUE}")
    int seconds;

    @Option(names = "--accounts", defaultValue = "200", description = "Accounts that are read from: ${DEFAULT-VALUE}")
    int accounts;

    @Option(names = "--years", defaultValue = "3", description = "Years of data each has: ${DEFAULT-VALUE}")
    int years;

    @Option(
            names = "--against",
            paramLabel = "URL",
            description = "Another program, which is sent its own requests in the same rounds")
    Optional<URI> against = Optional.empty();

    @Option(names = "--requests", paramLabel = "FILE", description = "Its requests, in a file like src/bench/loads.properties")
    Optional<Path> requests = Optional.empty();

    @Option(names = "--growth", description = "The reads for --accounts of --years, ten times the accounts, and ten years")
    boolean growth;

    @Option(names = "--cold", description = "The first seconds after PostgreSQL has started with empty caches, against the usual rate")
    boolean cold;

    @Option(names = "--soak", arity = "0..1", fallbackValue = "10", paramLabel = "MINUTES",
            description = "The loads by turns at 16 connections for ${FALLBACK-VALUE} minutes: memory, errors, slowest request")
    int soak;

    @Option(names = "--check", description = "Ends with status 1 where a budget is missed too")
    boolean check;

    @Option(names = "--short", description = "Only shows that it works: few accounts, one round of a second, not warm")
    boolean shortened;

    @Option(names = "--port", defaultValue = "8443", description = "The port of Nginx; the three after it are used too: ${DEFAULT-VALUE}")
    int port;

    @Option(names = "--help", usageHelp = true, description = "Shows this")
    boolean help;

    void shorten() {
        connections = List.of(4);
        rounds = 1;
        seconds = 1;
        accounts = 5;
        years = 1;
    }
}
