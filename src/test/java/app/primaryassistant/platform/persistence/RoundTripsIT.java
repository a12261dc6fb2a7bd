package app.primaryassistant.platform.persistence;

import static app.primaryassistant.platform.persistence.Parameters.none;
import static app.primaryassistant.platform.persistence.Parameters.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.local.Database;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.RoundTrips;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said before a statement travels with it, counted on the wire, and ends with it. */
class RoundTripsIT {

    private static final Database DATABASE = Application.running().database();

    private final Api person = Api.signedUp();

    private RoundTrips wire;
    private Connection connection;

    @BeforeEach
    void open() throws IOException {
        person.post("measurements", "{\"metric\": \"weight\", \"value\": 80, \"localDate\": \"2024-03-31\"}");
        wire = new RoundTrips(DATABASE.port());
        String url = DATABASE.url().replace(":" + DATABASE.port() + "/", ":" + wire.port() + "/");
        connection = new Login(url, Database.APPLICATION, Database.PASSWORD, "none")
                .connect()
                .jdbc();
        wire.take();
    }

    @AfterEach
    void close() throws SQLException, IOException {
        connection.close();
        wire.close();
    }

    /** Also once the driver prepares the statement on the server, which it does from the fifth time on. */
    @Test
    void aReadIsOneRoundTrip() {
        Statements reading = statements(ActingAccount.READ, person.account());
        var parameters = with("metric", "weight").and("none", null).and("owner", person.account());

        for (int i = 0; i < 8; i++) {
            List<String> metrics = reading.list(
                    "select metric from observation where metric = :metric and account_id = :owner and note is not distinct from :none",
                    String.class,
                    parameters);

            assertThat(metrics).containsExactly("weight");
            int trips = wire.take();
            // The first time the types of the parameters are asked for.
            assertThat(i == 0 || trips == 1).as("%d at time %d", trips, i).isTrue();
        }
    }

    @Test
    void aWriteAndItsCommitAreTwo() throws SQLException {
        Statements writing = statements(ActingAccount.STATEMENT, person.account());
        connection.setAutoCommit(false);

        for (int i = 0; i < 8; i++) {
            int changed = writing.update("update observation set note = :note", with("note", "slept well"));
            connection.commit();

            assertThat(changed).isEqualTo(1);
            int trips = wire.take();
            assertThat(i == 0 || trips == 2).as("%d at time %d", trips, i).isTrue();
        }
    }

    @Test
    void aReadWritesNothing() {
        Statements reading = statements(ActingAccount.READ, person.account());

        assertThatThrownBy(() -> reading.update("update observation set note = 'x'", none()))
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void theAccountIsForgottenWithTheStatement() throws SQLException {
        statements(ActingAccount.READ, person.account()).list("select id from observation", UUID.class, none());

        Statements nobody = statements(ActingAccount.READ, "");
        assertThat(nobody.list("select id from observation", UUID.class, none()))
                .isEmpty();
        Statements unsaid = new OnConnection(Optional.empty());
        assertThat(unsaid.list("select id from observation", UUID.class, none()))
                .isEmpty();
        assertThat(unsaid.one("select current_setting('app.account', true)", String.class, none()))
                .isEmpty();
        assertThat(unsaid.one("select current_setting('transaction_read_only')", String.class, none()))
                .isEqualTo("off");
    }

    @Test
    void aStatementThatFailsLeavesNothingBehind() throws SQLException {
        Statements reading = statements(ActingAccount.READ, person.account());

        assertThatThrownBy(() -> reading.list("select 1 / 0", Integer.class, none()))
                .isInstanceOf(DatabaseUnavailable.class);

        assertThat(new OnConnection(Optional.empty()).list("select id from observation", UUID.class, none()))
                .isEmpty();
        assertThat(reading.list("select id from observation", UUID.class, none()))
                .hasSize(1);
    }

    private Statements statements(ActingAccount.Envelope envelope, Object account) {
        var parameters = with("actingAccount", account.toString()).and("actingFor", "test");
        return new OnConnection(Optional.of(envelope.with(parameters)));
    }

    private final class OnConnection extends Statements {

        private final Optional<ActingAccount.Preamble> preamble;

        OnConnection(Optional<ActingAccount.Preamble> preamble) {
            this.preamble = preamble;
        }

        @Override
        <R> R connected(Work<R> work) throws SQLException {
            return work.with(connection);
        }

        @Override
        Optional<ActingAccount.Preamble> preamble() {
            return preamble;
        }
    }
}
