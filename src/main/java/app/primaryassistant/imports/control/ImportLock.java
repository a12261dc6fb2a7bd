package app.primaryassistant.imports.control;

import static app.primaryassistant.platform.persistence.Parameters.none;
import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Who works on an import holds a lock of the database in the transaction that does the work. It ends with its connection, so that
 * another server may take over as soon as the first one has died, and never before.
 */
@ApplicationScoped
public class ImportLock {

    /** Of the 64 bits of an advisory lock. */
    private static final String KEY = "hashtextextended('work on import ' || cast(:id as text), 0)";

    /**
     * PostgreSQL would not look for its client before a statement ends, and not for two hours whether its machine has gone. The
     * settings hold until the end of the transaction; not every operating system has them.
     */
    private static final String NOTICE_A_LOST_CLIENT = """
            select set_config(name, value, true)
            from (values ('client_connection_check_interval', '1000'), ('tcp_keepalives_idle', '10'),
                         ('tcp_keepalives_interval', '5'), ('tcp_keepalives_count', '3')) as s(name, value)
            where version() ~* 'linux|apple|bsd'
            """;

    @Inject
    private Sql sql;

    /** Takes the lock until the end of the transaction; false if somebody else has it. */
    boolean take(UUID id) {
        boolean isTaken = sql.one("select pg_try_advisory_xact_lock(" + KEY + ")", Boolean.class, with("id", id));
        if (isTaken) {
            sql.call(NOTICE_A_LOST_CLIENT, none());
        }
        return isTaken;
    }

    /** Whether anybody works on it, whichever server it is. */
    boolean isTaken(UUID id) {
        return sql.one("""
                select exists (
                    select from pg_locks l, %s as key
                    where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                      and l.database = (select oid from pg_database where datname = current_database())
                      and cast(l.classid as bigint) = (key >> 32) & 4294967295 and cast(l.objid as bigint) = key & 4294967295)
                """.formatted(KEY), Boolean.class, with("id", id));
    }
}
