package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.AccountDeletion;
import app.primaryassistant.accounts.control.Passwords;
import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import app.primaryassistant.platform.security.SessionCookie;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** Deleting one's own account. Like signing in it is no single transaction, because of the password. */
@Path("account/deletion")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountDeletionResource {

    @Inject
    private AccountDeletion deletion;

    @Inject
    private Passwords passwords;

    @Inject
    private PasswordCheck check;

    @Inject
    private Caller caller;

    /** The wish to go, with the current password. */
    public record Leave(@NotNull @PlainText(max = 128) String password) {}

    /** When it will be done. */
    public record Scheduled(Instant deletionAt) {}

    @POST
    @RolesAllowed(Role.SESSION)
    public Response request(@Valid @NotNull Leave leave) {
        passwords.check(turn -> check.require("password", leave.password(), turn));
        Instant at = deletion.request(caller.account());
        return Response.ok(new Scheduled(at)).cookie(SessionCookie.removed()).build();
    }

    @DELETE
    @RolesAllowed(Role.SESSION)
    @Consumes(MediaType.WILDCARD)
    public void cancel() {
        deletion.cancel(caller.account());
    }
}
