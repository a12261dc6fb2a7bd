package app.primaryassistant.platform.persistence;

import static app.primaryassistant.platform.persistence.Parameters.none;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an update leaves in the database: a hash of the change log that it was made by, and one of Liquibase's own history as
 * it was then. A start that finds both as they would be now has nothing to update, and need not start Liquibase, which takes
 * seconds. Whatever changes either, a new version, another role, a rollback or a restore, makes Liquibase look for itself.
 *
 * <p>It is the comment on the table of that history, so that it needs no table of its own, and goes where the table goes.
 */
final class SchemaMark {

    private static final String DIRECTORY = "/db/changelog/";
    private static final String CHANGE_LOG = "changelog.xml";
    private static final Pattern INCLUDED = Pattern.compile("<include file=\"([^\"]+)\"");

    private final DirectConnection connection;
    private final String changes;

    /** @param applicationRole the role that is granted what it may do, by its name in the change log */
    SchemaMark(DirectConnection connection, String applicationRole) {
        this.connection = connection;
        this.changes = changes(applicationRole);
    }

    /** Whether the last update was made by this change log, and nothing was applied or taken back since. */
    boolean isCurrent() {
        String found = connection.one(
                "select coalesce(obj_description(to_regclass('databasechangelog'), 'pg_class'), '')",
                String.class,
                none());
        return !found.isEmpty() && found.equals(mark());
    }

    /** Only for a caller that has updated the schema and still holds its lock: nobody may have changed the history in between. */
    void leave() {
        connection.execute("comment on table databasechangelog is '" + mark() + "'");
    }

    private String mark() {
        return changes + " " + connection.one("""
                        select md5(coalesce(string_agg(concat_ws('|', id, author, filename, md5sum, exectype, orderexecuted), e'\\n'
                                                       order by orderexecuted, filename, id), ''))
                        from databasechangelog
                        """, String.class, none());
    }

    private static String changes(String applicationRole) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(applicationRole.getBytes(StandardCharsets.UTF_8));
            for (String file : files()) {
                hash.update(content(file));
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** The change log and what it includes, in their order. */
    static List<String> files() {
        List<String> files = new ArrayList<>(List.of(CHANGE_LOG));
        INCLUDED.matcher(new String(content(CHANGE_LOG), StandardCharsets.UTF_8))
                .results()
                .map(include -> include.group(1))
                .forEach(files::add);
        return files;
    }

    private static byte[] content(String file) {
        try (InputStream content = SchemaMark.class.getResourceAsStream(DIRECTORY + file)) {
            if (content == null) {
                throw new IllegalStateException("The change log includes " + file + ", which is missing");
            }
            return content.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
