package app.primaryassistant.operations.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.DirectConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    private static final String TABLES = """
            select c.relname as name,
                   array(select quote_ident(a.attname) from pg_attribute a
                         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                         order by a.attnum) as columns,
                   array(select quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
                         from pg_index i cross join unnest(i.indkey) with ordinality key (number, place)
                         join pg_attribute a on a.attrelid = c.oid and a.attnum = key.number
                         where i.indrelid = c.oid and i.indisprimary order by key.place) as key,
                   array(select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
                         where f.conrelid = c.oid and f.contype = 'f' and r.oid <> c.oid) as references
            from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and pg_get_userbyid(c.relowner) = current_user
              and c.relname <> all (:leftOut)
            order by c.relname
            """;

    private record CatalogRow(String name, List<String> columns, List<String> key, List<String> references) {

        Table table() {
            String all = String.join(", ", columns);
            // Without a key the whole row, as text.
            String order = key.isEmpty() ? "row(" + all + ")::text collate \"C\"" : String.join(", ", key);
            return new Table(name, all, order, Set.copyOf(references));
        }
    }

    /** The tables of a database, each after those that it refers to. */
    static List<Table> of(DirectConnection owner) {
        Map<String, Table> waiting = new LinkedHashMap<>();
        owner.list(TABLES, CatalogRow.class, with("leftOut", LEFT_OUT))
                .forEach(row -> waiting.put(row.name(), row.table()));
        List<Table> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            var ready = waiting.values().stream()
                    .filter(table -> table.references.stream().noneMatch(waiting::containsKey))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("The tables refer to each other in a circle: " + waiting.keySet());
            }
            ready.forEach(table -> waiting.remove(table.name));
            ordered.addAll(ready);
        }
        return ordered;
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
    static void prepare(DirectConnection connection) {
        connection.execute("""
                set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set bytea_output = 'hex';
                set extra_float_digits = 1; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0
                """);
    }

    /** Writes all rows as PostgreSQL's COPY text and returns how many there are. */
    long copyTo(OutputStream out, DirectConnection owner) throws IOException {
        return owner.copyOut(outward(), out);
    }

    long copyFrom(InputStream in, DirectConnection owner) throws IOException {
        return owner.copyIn(inward(), in);
    }

    /** Copies all rows from one database to another, and returns what was copied. */
    Manifest.TablePart copyAcross(DirectConnection from, DirectConnection to) throws IOException {
        var fingerprint = Fingerprint.only();
        long rows = from.copyAcross(outward(), to, inward(), fingerprint);
        return new Manifest.TablePart(name, rows, fingerprint.sha256());
    }

    /** What the table holds now. */
    Manifest.TablePart part(DirectConnection owner) throws IOException {
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
}
