package app.primaryassistant.transfer.control;

import app.primaryassistant.platform.persistence.Migration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What a server had begun that was stopped goes on when one is started, also where nobody looks at it. Only the owner of the
 * schema sees which accounts that concerns; the work itself acts for each account, and leaves alone what another server does.
 */
@ApplicationScoped
public class InterruptedImports {

    @Inject
    private AnalysisRun analysis;

    @Inject
    private ImportRun run;

    void resume(@Observes Migration.SchemaReady ready) throws SQLException {
        try (var statement = ready.connection()
                        .prepareStatement("select account_id, id, state from import where state in ('analysing', 'applying')");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                UUID owner = rows.getObject(1, UUID.class);
                UUID id = rows.getObject(2, UUID.class);
                if (rows.getString(3).equals("applying")) {
                    run.resume(owner, id);
                } else {
                    analysis.resume(owner, id);
                }
            }
        }
    }
}
