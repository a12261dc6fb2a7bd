package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.Passwords;
import app.primaryassistant.accounts.control.SignIn;
import app.primaryassistant.accounts.control.SignInRepository.Attempt;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Asks somebody who is signed in for their password again, before what an open browser must not be enough for. It counts as an
 * attempt to sign in, and must not run in a transaction, for checking a password takes its time.
 */
@ApplicationScoped
class CurrentPassword {

    @Inject
    private SignIn signIn;

    @Inject
    private Passwords passwords;

    @Inject
    private Caller caller;

    @Inject
    private ClientAddress address;

    /** @throws Problem if it is not, which names the field {@code password}, or if there were too many attempts */
    void require(String password) {
        String name = caller.known().orElseThrow(() -> Problem.of(ProblemType.UNAUTHENTICATED)).getName();
        Attempt attempt = signIn.begin(name);
        attempt.lockedFor().ifPresent(remaining -> {
            throw Problem.retryLater(ProblemType.TOO_MANY_REQUESTS, remaining);
        });
        if (!passwords.matches(password, attempt.passwordHash())) {
            signIn.fail(caller.account(), address.current(), "password");
            throw Problem.invalid(Violation.body("password", "is not your password"));
        }
        signIn.forgetFailures(name);
    }
}
