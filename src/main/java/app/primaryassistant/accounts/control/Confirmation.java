package app.primaryassistant.accounts.control;

import app.primaryassistant.accounts.control.SignInRepository.Confirming;
import app.primaryassistant.accounts.entity.Session;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * The database's part of asking somebody who is signed in for the password again, before what would outlive their session.
 *
 * <p>A session has attempts of its own: an open browser is no place to guess, and a stranger who locks the name locks nobody
 * out who is in. Like signing in it is two transactions around the hashing.
 */
@ApplicationScoped
@Transactional
public class Confirmation {

    /** For so long after signing in nobody is asked again. */
    private static final Duration RECENT = Duration.ofMinutes(10);

    @Inject
    private SignInRepository signIns;

    @Inject
    private AccountRepository accounts;

    @Inject
    private Clock clock;

    public boolean isRecent(UUID account, UUID session) {
        return accounts.session(account, session)
                .map(Session::createdAt)
                .filter(begun -> begun.isAfter(clock.instant().minus(RECENT)))
                .isPresent();
    }

    /** Counts the attempt. */
    public Confirming begin(UUID session) {
        return signIns.beginConfirming(session).orElseThrow(() -> Problem.of(ProblemType.UNAUTHENTICATED));
    }

    public void forgetFailures(UUID session) {
        signIns.forgetConfirmationFailures(session);
    }
}
