package app.primaryassistant.platform.persistence;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Bounds how much of a kind an account may have, so that nobody fills the database for everybody.
 *
 * <p>Whoever asks waits for earlier requests of the same account and kind to end, so that two at once cannot both take the
 * last place.
 */
@ApplicationScoped
public class RowLimit {

    @Inject
    private Sql sql;

    /**
     * Must run in the transaction that adds, before it does.
     *
     * @param kind what is counted, in the plural, as people read it
     * @param count how many the account has
     * @throws Problem if adding this many would make more than {@code limit}
     */
    public void requireRoom(UUID owner, String kind, int adding, int limit, LongSupplier count) {
        queue(owner, kind);
        if (count.getAsLong() + adding > limit) {
            throw Problem.of(
                    ProblemType.CONFLICT, "There can be at most " + limit + " " + kind + ". Delete some first.");
        }
    }

    /** Waits for the earlier transactions of this account that add to this kind, and makes later ones wait. */
    public void queue(UUID owner, String kind) {
        // In a statement of its own: what is counted next must see what the earlier ones have added.
        sql.call("select pg_advisory_xact_lock(hashtextextended(:what, 0))", with("what", kind + " of " + owner));
    }
}
