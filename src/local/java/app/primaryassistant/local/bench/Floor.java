package app.primaryassistant.local.bench;

import app.primaryassistant.local.Database;
import app.primaryassistant.local.bench.StatementLog.Sent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PostgreSQL alone has to do for a load: the statements that the program itself sends for it, as a script for {@code pgbench}, in
 * as many round trips.
 *
 * <p>The statements are those of one request, with the account's id replaced by that of an account chosen at random, and every id that
 * the program has made up by one that is made up in each run.
 */
final class Floor {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What looks like a parameter and is none comes first, as do the colons that pgbench would take for its own variables. */
    private static final Pattern PARTS = Pattern.compile("'(?:[^']++|'')*+'|\"[^\"]*\"|--[^\\n]*|\\$(?<number>\\d+)");

    private static final int TRIES = 10;

    private final Database database;
    private final Accounts accounts;
    private final StatementLog log;

    Floor(Database database, Accounts accounts, StatementLog log) {
        this.database = database;
        this.accounts = accounts;
        this.log = log;
    }

    /**
     * Writes the script.
     *
     * @param request sends the load once, as the first of its accounts
     */
    Path script(Load load, StatementLog.Request request, Path directory) throws IOException, InterruptedException, SQLException {
        Accounts turns = load.isRead() ? accounts.readers() : accounts.writers();
        UUID account = Accounts.id(turns.first());
        // The program describes a statement when it first meets it, and the driver names it when it meets it again.
        for (int i = 0; i < 10; i++) {
            request.send();
        }
        List<Sent> once = log.during(account, request);
        List<Sent> again = log.during(account, request);
        // Where the program does something else beside, it is seen once only.
        for (int i = 0; once.isEmpty() || !texts(once).equals(texts(again)); i++) {
            if (i == TRIES) {
                throw new IOException("What is sent for " + load.key() + " is not the same each time:\n" + texts(once) + "\n" + texts(again));
            }
            once = again;
            again = log.during(account, request);
        }
        Map<String, String> ids = ids(account, once, again);
        var script = new StringBuilder("\\set n random(" + turns.first() + ", " + turns.last() + ")\n");
        for (int i = 1; i < ids.size(); i++) {
            script.append("\\set made").append(i).append(" random(1, 1000000000000000)\n");
        }
        try (var connection = database.asApplication()) {
            List<String> trip = new ArrayList<>();
            for (Sent sent : once) {
                if (!isSentWithTheOneBefore(sent, trip)) {
                    append(script, trip);
                    trip.clear();
                }
                trip.add(statement(sent, ids, connection));
            }
            append(script, trip);
        }
        return Files.writeString(Files.createDirectories(directory).resolve(load.key() + ".sql"), script);
    }

    private static List<String> texts(List<Sent> sent) {
        return sent.stream().map(Sent::text).toList();
    }

    /** The expressions that stand for an id: of the account first, then of each that the program has made up. */
    private static Map<String, String> ids(UUID account, List<Sent> once, List<Sent> again) {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put(account.toString(), "('00000000-0000-4000-8000-' || lpad(:n::text, 12, '0'))");
        String others = again.toString();
        var found = ID.matcher(once.toString());
        while (found.find()) {
            if (!others.contains(found.group())) {
                ids.putIfAbsent(found.group(), "(md5('made' || :made" + ids.size() + ")::uuid::text)");
            }
        }
        return ids;
    }

    /** The beginning of a transaction waits for no answer, nor does what names the account; a read is sent as a whole. */
    private static boolean isSentWithTheOneBefore(Sent sent, List<String> trip) {
        if (trip.isEmpty()) {
            return false;
        }
        String last = trip.getLast();
        return last.regionMatches(true, 0, "begin", 0, 5)
                || last.startsWith("select set_config")
                || (sent.text().equals("commit") && trip.getFirst().startsWith("begin read only"));
    }

    private static void append(StringBuilder script, List<String> trip) {
        if (!trip.isEmpty()) {
            script.append("\\startpipeline\n");
            trip.forEach(statement -> script.append(statement).append(";\n"));
            script.append("\\endpipeline\n");
        }
    }

    private static String statement(Sent sent, Map<String, String> ids, Connection connection) throws SQLException {
        List<String> types = sent.parameters().isEmpty() ? List.of() : types(sent, connection);
        return PARTS.matcher(sent.text()).replaceAll(part -> {
            String number = part.group("number");
            if (number != null) {
                int place = Integer.parseInt(number);
                return Matcher.quoteReplacement(
                        literal(Optional.ofNullable(sent.parameters().get(place)), types.get(place - 1), ids));
            }
            return Matcher.quoteReplacement(
                    switch (part.group().charAt(0)) {
                        case '\'' -> literal(part.group().substring(1, part.group().length() - 1).replace("''", "'"));
                        case '-' -> "";
                        default -> part.group();
                    });
        });
    }

    /** The types of the parameters as PostgreSQL infers them; where it cannot, the values tell. */
    private static List<String> types(Sent sent, Connection connection) throws SQLException {
        try {
            return types("", sent, connection);
        } catch (SQLException undetermined) {
            int count = PARTS.matcher(sent.text()).results()
                    .filter(part -> part.group("number") != null)
                    .mapToInt(part -> Integer.parseInt(part.group("number")))
                    .max()
                    .orElse(0);
            List<String> told = new ArrayList<>();
            for (int place = 1; place <= count; place++) {
                told.add(typeOf(sent.parameters().getOrDefault(place, "")));
            }
            return types("(" + String.join(", ", told) + ")", sent, connection);
        }
    }

    private static List<String> types(String told, Sent sent, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("prepare floor" + told + " as " + sent.text());
            try (var row = statement.executeQuery("select parameter_types::text[] from pg_prepared_statements where name = 'floor'")) {
                row.next();
                return List.of((String[]) row.getArray(1).getArray());
            } finally {
                statement.execute("deallocate floor");
            }
        }
    }

    private static String typeOf(String value) {
        if (ID.matcher(value).matches()) {
            return "uuid";
        }
        if (value.matches("-?\\d{1,9}")) {
            return "integer";
        }
        if (value.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return "date";
        }
        return value.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*") ? "timestamptz" : "unknown";
    }

    /** A value with its ids replaced, as an expression of the type. */
    private static String literal(Optional<String> value, String type, Map<String, String> ids) {
        if (value.isEmpty()) {
            return "null::" + type;
        }
        List<String> pieces = new ArrayList<>();
        int from = 0;
        var found = ID.matcher(value.get());
        while (found.find()) {
            String id = ids.get(found.group());
            if (id != null) {
                pieces.add(literal(value.get().substring(from, found.start())));
                pieces.add(id);
                from = found.end();
            }
        }
        pieces.add(literal(value.get().substring(from)));
        pieces.removeIf("''"::equals);
        return switch (pieces.size()) {
            case 0 -> "''::" + type;
            case 1 -> pieces.getFirst() + "::" + type;
            default -> "(" + String.join(" || ", pieces) + ")::" + type;
        };
    }

    /** A text, in which pgbench finds no variable of its own. */
    private static String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return quoted.contains(":") ? "E" + quoted.replace("\\", "\\\\").replace(":", "\\x3a") : quoted;
    }
}
