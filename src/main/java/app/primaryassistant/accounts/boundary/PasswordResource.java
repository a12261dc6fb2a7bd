package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.Passwords;
import app.primaryassistant.accounts.control.SignIn;
import app.primaryassistant.accounts.control.SignInRepository.Attempt;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.ClientAddress;
import app.primaryassistant.platform.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/**
 * Changing the password. It counts as an attempt to sign in, so that an open browser is no place to guess; like signing in
 * it is two transactions around the hashing.
 */
@Path("password")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
public class PasswordResource {

    @Inject
    private SignIn signIn;

    @Inject
    private Passwords passwords;

    @Inject
    private Caller caller;

    @Inject
    private ClientAddress address;

    @PUT
    @RolesAllowed(Role.SESSION)
    public void change(@Context SecurityContext security, @Valid @NotNull PasswordChange change) {
        String name = security.getUserPrincipal().getName();
        List<String> names = signIn.namesOf(caller.account());
        String hash = passwords.inTurn(turn -> {
            String replacement = turn.hashChosen("replacement", change.replacement(), names);
            requireCurrent(name, change.current(), turn);
            return replacement;
        });
        signIn.changePassword(caller.account(), hash, caller.credential());
    }

    private void requireCurrent(String name, String password, Passwords.Turn turn) {
        Attempt attempt = signIn.begin(name);
        attempt.lockedFor().ifPresent(remaining -> {
            throw Problem.retryLater(ProblemType.TOO_MANY_REQUESTS, remaining);
        });
        if (!turn.matches(password, attempt.passwordHash())) {
            signIn.fail(caller.account(), address.current(), "password");
            throw Problem.invalid(Violation.body("current", "is not your password"));
        }
        signIn.forgetFailures(name);
    }
}
