package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.Passwords;
import app.primaryassistant.accounts.control.SignIn;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changing the password. Like signing in it is two transactions around the hashing. */
@Path("password")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
public class PasswordResource {

    @Inject
    private SignIn signIn;

    @Inject
    private Passwords passwords;

    @Inject
    private PasswordCheck check;

    @Inject
    private Caller caller;

    @PUT
    @RolesAllowed(Role.SESSION)
    public void change(@CookieParam(DeviceCookie.NAME) @Nullable Cookie device, @Valid @NotNull PasswordChange change) {
        if (change.replacement().equals(change.current())) {
            throw Problem.invalid(Violation.body("replacement", "must differ from the current password"));
        }
        List<String> names = signIn.namesOf(caller.account());
        String hash = passwords.inTurn(turn -> {
            String replacement = turn.hashChosen("replacement", change.replacement(), names);
            check.require("current", change.current(), turn);
            return replacement;
        });
        signIn.changePassword(
                caller.account(),
                hash,
                caller.credential(),
                DeviceCookie.secret(device),
                Boolean.TRUE.equals(change.keepTokens()));
    }
}
