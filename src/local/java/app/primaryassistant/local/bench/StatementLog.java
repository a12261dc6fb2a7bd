package app.primaryassistant.local.bench;

import app.primaryassistant.local.Database;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What PostgreSQL is sent while it serves one request, as its own log has it, until this is closed. */
final class StatementLog implements AutoCloseable {

    private static final Pattern STATEMENT = Pattern.compile("(?s)^(?:execute [^:]+|statement): (.*)$");

    /** The pool asks so now and then whether a connection is alive. */
    private static final String VALIDATION = "SELECT 1";

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (?:NULL|'((?:[^']++|'')*+)')");

    private final Database database;

    private StatementLog(Database database) {
        this.database = database;
    }

    static StatementLog open(Database database) throws SQLException {
        var log = new StatementLog(database);
        log.configure("alter system set log_statement = 'all'");
        return log;
    }

    /**
     * A statement.
     *
     * @param text with {@code $1} and so on for its parameters
     * @param parameters by their number; one that is null is not among them
     */
    record Sent(String text, Map<Integer, String> parameters) {}

    /** A request, and an answer that may not be an error. */
    @FunctionalInterface
    interface Request {
        void send() throws IOException, InterruptedException;
    }

    /** Returns the statements of the program's role while the request is served, of the connection that names the account. */
    List<Sent> during(UUID account, Request request) throws IOException, InterruptedException, SQLException {
        String begin = "bench " + UUID.randomUUID();
        mark(begin);
        request.send();
        String end = "bench " + UUID.randomUUID();
        mark(end);
        List<JsonObject> lines = between(begin, end);
        Optional<String> session = lines.stream()
                .filter(line -> text(line, "detail").contains(account.toString()))
                .map(line -> text(line, "session_id"))
                .findFirst();
        return lines.stream()
                .filter(line -> session.filter(text(line, "session_id")::equals).isPresent())
                .flatMap(line -> sent(line).stream())
                .filter(sent -> !sent.text().equals(VALIDATION))
                .toList();
    }

    @Override
    public void close() throws SQLException {
        configure("alter system reset log_statement");
    }

    /** Tells every connection, and waits until all of them have heard. */
    private void configure(String setting) throws SQLException {
        try (var superuser = database.asSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute(setting);
            statement.execute("select pg_reload_conf()");
            statement.execute("select pg_sleep(0.2)");
        }
    }

    private void mark(String words) throws SQLException {
        try (var superuser = database.asSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("do $$ begin raise log '" + words + "'; end $$");
        }
    }

    private List<JsonObject> between(String begin, String end) throws IOException, InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            List<JsonObject> lines = lines();
            int first = position(lines, begin);
            int last = position(lines, end);
            if (first >= 0 && last >= 0) {
                return lines.subList(first + 1, last);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("PostgreSQL does not log what it is sent, in " + database.statements());
    }

    private static int position(List<JsonObject> lines, String words) {
        for (int i = 0; i < lines.size(); i++) {
            if (text(lines.get(i), "message").equals(words)) {
                return i;
            }
        }
        return -1;
    }

    private List<JsonObject> lines() throws IOException {
        List<JsonObject> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(database.statements())) {
            for (Path file : files.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    // The last one may be half written.
                    if (line.endsWith("}")) {
                        lines.add(JsonParser.parseString(line).getAsJsonObject());
                    }
                }
            }
        }
        return lines;
    }

    private static Optional<Sent> sent(JsonObject line) {
        var statement = STATEMENT.matcher(text(line, "message"));
        if (!text(line, "user").equals(Database.APPLICATION) || !statement.matches()) {
            return Optional.empty();
        }
        Map<Integer, String> parameters = new TreeMap<>();
        PARAMETER.matcher(text(line, "detail"))
                .results()
                .filter(parameter -> parameter.group(2) != null)
                .forEach(parameter ->
                        parameters.put(Integer.valueOf(parameter.group(1)), parameter.group(2).replace("''", "'")));
        return Optional.of(new Sent(statement.group(1).strip(), parameters));
    }

    private static String text(JsonObject line, String name) {
        return line.has(name) ? line.get(name).getAsString() : "";
    }
}
