package app.primaryassistant.imports.control;

import static app.primaryassistant.platform.persistence.Parameters.none;

import app.primaryassistant.platform.persistence.Migration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
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

    private record Interrupted(UUID accountId, UUID id, String state) {}

    void resume(@Observes Migration.SchemaReady ready) {
        List<Interrupted> interrupted = ready.connection()
                .list(
                        "select account_id, id, state from import where state in ('analysing', 'applying')",
                        Interrupted.class,
                        none());
        for (Interrupted work : interrupted) {
            if (work.state().equals("applying")) {
                run.resume(work.accountId(), work.id());
            } else {
                analysis.resume(work.accountId(), work.id());
            }
        }
    }
}
