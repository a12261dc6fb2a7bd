package app.primaryassistant.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.support.Application;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The database beside the program's own. */
class ScratchDatabaseIT {

    private static final Database DATABASE = Application.running().database();
    private static final String VACUUMS =
            "select from pg_stat_activity where backend_type = 'autovacuum worker' and datname like '%scratch'";

    /** The server's own workers may be at work in it, and no role but a superuser's may end those. */
    @Test
    void isDroppedWhileItIsVacuumed() throws SQLException {
        try (var superuser = DATABASE.asSuperuser();
                var server = superuser.createStatement()) {
            server.execute("alter system set autovacuum_naptime = '1s'");
            server.execute("select pg_reload_conf()");
            try {
                var scratch =
                        ScratchDatabase.create(new Login(DATABASE.url(), Database.OWNER, Database.PASSWORD, "none"));
                try (var connection = scratch.login().connect()) {
                    connection.execute("""
                            create table busy with (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0,
                                                    autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1)
                            as select n from generate_series(1, 200000) n
                            """);
                    connection.execute("delete from busy");
                }
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> server.executeQuery(VACUUMS).next());

                scratch.close();

                assertThat(DATABASE.number("select count(*) from pg_database where datname like '%scratch'"))
                        .isZero();
            } finally {
                server.execute("alter system reset autovacuum_naptime");
                server.execute("select pg_reload_conf()");
            }
        }
    }
}
