package app.primaryassistant.accounts.control;

import app.primaryassistant.accounts.entity.Account;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Deleting one's own account, and thinking better of it.
 *
 * <p>All sessions end and all API tokens rest at once; whoever signs in again can keep the account. The nightly purge removes it
 * with all that is its owner's, except from backups, which grow old and go by themselves.
 */
@ApplicationScoped
@Transactional
public class AccountDeletion {

    /** Time to change one's mind. */
    public static final Duration GRACE = Duration.ofDays(30);

    @Inject
    private AccountRepository accounts;

    @Inject
    private AdministrationRepository administration;

    @Inject
    private Clock clock;

    /**
     * Returns when the account will be deleted.
     *
     * @throws Problem if its owner is the last administrator who is not leaving
     */
    public Instant request(UUID owner) {
        Account account = accounts.account(owner).orElseThrow(Problem::notFound);
        if (account.role().equals("admin") && !administration.anotherStays()) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "You are the only administrator. Create another one first with the command assistant create-admin.");
        }
        // In whole seconds, so that it is answered as it is kept.
        account.leave(clock.instant().plus(GRACE).truncatedTo(ChronoUnit.SECONDS));
        accounts.endSessions(owner);
        return account.deletionAt().orElseThrow();
    }

    public void cancel(UUID owner) {
        accounts.account(owner).orElseThrow(Problem::notFound).stay();
        accounts.identityChanged(owner);
    }
}
