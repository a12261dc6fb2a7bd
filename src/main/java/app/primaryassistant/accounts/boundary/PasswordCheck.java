package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.Confirmation;
import app.primaryassistant.accounts.control.Passwords;
import app.primaryassistant.accounts.control.SignIn;
import app.primaryassistant.accounts.control.SignInRepository.Confirming;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks the caller for their password, to show that it is the person and not merely their open browser. */
@ApplicationScoped
public class PasswordCheck {

    @Inject
    private Confirmation confirmation;

    @Inject
    private SignIn signIn;

    @Inject
    private Caller caller;

    @Inject
    private ClientAddress address;

    /**
     * Counts as an attempt of the session.
     *
     * @param field where the password stands in the request
     * @throws Problem if the password is wrong, or after too many wrong ones
     */
    void require(String field, String password, Passwords.Turn turn) {
        Confirming attempt = confirmation.begin(caller.credential());
        attempt.lockedFor().ifPresent(remaining -> {
            throw Problem.retryLater(ProblemType.TOO_MANY_REQUESTS, remaining);
        });
        if (!turn.matches(password, attempt.passwordHash())) {
            signIn.fail(caller.account(), address.current(), "password");
            throw Problem.invalid(Violation.body(field, "is not your password"));
        }
        confirmation.forgetFailures(caller.credential());
    }
}
