package app.primaryassistant.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.support.Application;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bringing the schema up to date. */
class SchemaIT {

    private static final Database DATABASE = Application.running().database();

    private final ProxySelector usual = ProxySelector.getDefault();
    private final List<URI> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void watchWhoIsAsked() {
        ProxySelector.setDefault(new Witness());
    }

    @AfterEach
    void stopWatching() {
        ProxySelector.setDefault(usual);
    }

    /** Liquibase by itself reports each of its commands to its makers. */
    @Test
    void isNobodyElsesBusiness() throws Exception {
        try (var connection = new DirectConnection(DATABASE.asOwner())) {
            new Schema(connection, "fitness_app").update();
        }
        assertThat(asked).extracting(URI::getScheme).containsOnly("socket");
        assertThat(asked).extracting(URI::getHost).containsOnly("127.0.0.1");
    }

    /** Another clock than the server's would have its own idea of what has expired. */
    @Test
    void everyFunctionAndDefaultGoesByTheServersClock() throws SQLException {
        assertThat(DATABASE.number("""
                        select count(*) from pg_proc
                        where pronamespace = 'public'::regnamespace and proname <> 'server_now'
                          and prosrc ~* '(\\mnow\\(\\)|clock_timestamp|statement_timestamp|current_date|current_timestamp|localtime)'
                        """)).isZero();
        assertThat(
                        DATABASE.number(
                                "select count(*) from pg_attrdef where pg_get_expr(adbin, adrelid) ~* '(\\mnow\\(|current_|localtime)'"))
                .isZero();
    }

    /** Liquibase's lock is a row, which stays where its holder was killed. */
    @Test
    void theLockOfSomebodyWhoWasKilledStopsNobody() throws Exception {
        DATABASE.change(
                "update databasechangeloglock set locked = true, lockgranted = now(), lockedby = 'somebody who was killed'");

        try (var connection = new DirectConnection(DATABASE.asOwner())) {
            new Schema(connection, "fitness_app").update();
        }

        assertThat(DATABASE.number("select count(*) from databasechangeloglock where locked"))
                .isZero();
    }

    /** A start leaves Liquibase alone where the mark is current, so the mark must not outlive what it speaks of. */
    @Test
    void theMarkHoldsUntilTheChangeLogOrItsHistoryIsAnother() throws Exception {
        try (var connection = new DirectConnection(DATABASE.asOwner())) {
            connection.execute("comment on table databasechangelog is null");
            assertThat(new SchemaMark(connection, "fitness_app").isCurrent()).isFalse();

            new Schema(connection, "fitness_app").update();
            assertThat(new SchemaMark(connection, "fitness_app").isCurrent()).isTrue();
            assertThat(new SchemaMark(connection, "another_role").isCurrent()).isFalse();

            for (String change : List.of(
                    "delete from databasechangelog where orderexecuted = (select max(orderexecuted) from databasechangelog)",
                    "update databasechangelog set md5sum = null where id like '%purge%'",
                    "insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
                            + " values ('later', 'a newer version', 'later.sql', now(), 999, 'EXECUTED')",
                    "drop table databasechangelog")) {
                connection.begin();
                connection.execute(change);
                assertThat(new SchemaMark(connection, "fitness_app").isCurrent())
                        .as(change)
                        .isFalse();
                connection.execute("rollback");
            }
            assertThat(new SchemaMark(connection, "fitness_app").isCurrent()).isTrue();
        }
    }

    @Test
    void anEmptyDatabaseHasNoMark() throws Exception {
        try (var connection = new DirectConnection(DATABASE.asOwner())) {
            connection.begin();
            connection.execute("create schema empty; set local search_path = empty");
            assertThat(new SchemaMark(connection, "fitness_app").isCurrent()).isFalse();
            connection.execute("rollback");
        }
    }

    /** Each connection of Java asks it first whether to go through a proxy, that to the database too. */
    private final class Witness extends ProxySelector {

        @Override
        public List<Proxy> select(URI uri) {
            asked.add(uri);
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // Whether it succeeds is all the same here.
        }
    }
}
