package app.primaryassistant.operations.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A table whose rows belong into an archive, with its stored columns and the order in which its rows are written.
 *
 * <p>Text is ordered by its bytes, so that the order is the same on every machine.
 */
record Table(String name, String columns, String order, Set<String> references) {

    /**
     * What belongs to the installation rather than to its people: Liquibase's own tables, the record of nightly work, and the
     * library of exercises, which the change log fills.
     */
    private static final List<String> LEFT_OUT =
            List.of("databasechangelog", "databasechangeloglock", "nightly_work", "backup_run", "exercise");

    private static final String TABLES =
            """
            select c.relname,
                   array(select quote_ident(a.attname) from pg_attribute a
                         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                         order by a.attnum),
                   array(select quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
                         from pg_index i cross join unnest(i.indkey) with ordinality key (number, place)
                         join pg_attribute a on a.attrelid = c.oid and a.attnum = key.number
                         where i.indrelid = c.oid and i.indisprimary order by key.place),
                   array(select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
                         where f.conrelid = c.oid and f.contype = 'f' and r.oid <> c.oid)
            from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and pg_get_userbyid(c.relowner) = current_user
              and c.relname <> all (?)
            order by c.relname
            """;

    /** The tables of a database, each after those that it refers to. */
    static List<Table> of(Connection owner) throws SQLException {
        Map<String, Table> waiting = new LinkedHashMap<>();
        try (var statement = owner.prepareStatement(TABLES)) {
            statement.setArray(1, owner.createArrayOf("text", LEFT_OUT.toArray()));
            var rows = statement.executeQuery();
            while (rows.next()) {
                waiting.put(rows.getString(1), from(rows));
            }
        }
        List<Table> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            var ready = waiting.values().stream()
                    .filter(table -> table.references.stream().noneMatch(waiting::containsKey))
                    .toList();
            if (ready.isEmpty()) {
                throw new SQLException("The tables refer to each other in a circle: " + waiting.keySet());
            }
            ready.forEach(table -> waiting.remove(table.name));
            ordered.addAll(ready);
        }
        return ordered;
    }

    private static Table from(ResultSet row) throws SQLException {
        List<String> columns = strings(row.getArray(2));
        List<String> key = strings(row.getArray(3));
        return new Table(
                row.getString(1),
                String.join(", ", columns),
                // Without a key the whole row, as text.
                key.isEmpty() ? "row(" + String.join(", ", columns) + ")::text collate \"C\"" : String.join(", ", key),
                Set.copyOf(strings(row.getArray(4))));
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    static String names(List<Table> tables) {
        return tables.stream().map(table -> "public." + table.quoted()).collect(Collectors.joining(", "));
    }

    /**
     * The statement that switches the schema's own triggers: what they would derive from rows is among the rows already.
     *
     * @param verb {@code disable} or {@code enable}
     */
    static String triggers(String verb, List<Table> tables) {
        return tables.stream()
                .map(table -> "alter table public." + table.quoted() + " " + verb + " trigger user")
                .collect(Collectors.joining("; "));
    }

    /** Makes the text of values the same whatever the server and the role are set to, and lets long work take its time. */
    static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set bytea_output = 'hex';
                    set extra_float_digits = 1; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0
                    """);
        }
    }

    /** Writes all rows as PostgreSQL's COPY text and returns how many there are. */
    long copyTo(OutputStream out, Connection owner) throws SQLException, IOException {
        return copies(owner).copyOut(outward(), out);
    }

    long copyFrom(InputStream in, Connection owner) throws SQLException, IOException {
        return copies(owner).copyIn(inward(), in);
    }

    /** Copies all rows from one database to another, piece by piece, and returns what was copied. */
    Manifest.TablePart copyAcross(Connection from, Connection to) throws SQLException, IOException {
        var fingerprint = Fingerprint.only();
        var reading = copies(from).copyOut(outward());
        var writing = copies(to).copyIn(inward());
        for (byte[] piece = reading.readFromCopy(); piece != null; piece = reading.readFromCopy()) {
            fingerprint.write(piece);
            writing.writeToCopy(piece, 0, piece.length);
        }
        return new Manifest.TablePart(name, writing.endCopy(), fingerprint.sha256());
    }

    /** What the table holds now. */
    Manifest.TablePart part(Connection owner) throws SQLException, IOException {
        var fingerprint = Fingerprint.only();
        long rows = copyTo(fingerprint, owner);
        return new Manifest.TablePart(name, rows, fingerprint.sha256());
    }

    private String outward() {
        return "copy (select %s from public.%s order by %s) to stdout".formatted(columns, quoted(), order);
    }

    private String inward() {
        return "copy public.%s (%s) from stdin".formatted(quoted(), columns);
    }

    private String quoted() {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
