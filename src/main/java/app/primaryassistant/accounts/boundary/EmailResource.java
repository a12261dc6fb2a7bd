package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.AccountLinks;
import app.primaryassistant.accounts.control.AccountLinks.Addresses;
import app.primaryassistant.accounts.control.Passwords;
import app.primaryassistant.accounts.control.Recovery;
import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import app.primaryassistant.platform.security.Secret;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * The address for a forgotten password. It is used only when its owner has confirmed it, so that a slip of the finger gives
 * nobody else a way in; and changing it takes the password, so that an open browser is not enough.
 */
@Path("account/email")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EmailResource {

    @Inject
    private Recovery recovery;

    @Inject
    private AccountLinks links;

    @Inject
    private Passwords passwords;

    @Inject
    private PasswordCheck check;

    @Inject
    private Caller caller;

    /** @param available whether e-mail is sent from here at all */
    public record EmailView(
            boolean available,
            @Nullable String address,
            @Nullable String pending) {}

    /** The address as it is to be, or none, with the current password. */
    public record EmailChange(
            @Nullable @Email @PlainText(min = 3, max = 254) String address,
            @NotNull @PlainText(max = 128) String password) {}

    /** What stands in the link. */
    public record Confirmation(@NotNull @PlainText(max = 64) String token) {}

    @GET
    @RolesAllowed(Role.SESSION)
    public EmailView get() {
        Addresses addresses = links.addresses(caller.account());
        return new EmailView(recovery.isByEmail(), addresses.address(), addresses.pending());
    }

    @PUT
    @RolesAllowed(Role.SESSION)
    public Response change(@Valid @NotNull EmailChange change) {
        passwords.check(turn -> check.require("password", change.password(), turn));
        String address = change.address();
        if (address == null) {
            recovery.removeEmail(caller.account());
        } else {
            String name = caller.known()
                    .orElseThrow(() -> Problem.of(ProblemType.UNAUTHENTICATED))
                    .getName();
            recovery.askToConfirm(caller.account(), name, address);
        }
        return Response.accepted(get()).build();
    }

    @POST
    @Path("confirmation")
    @RolesAllowed(Role.SESSION)
    public EmailView confirm(@Valid @NotNull Confirmation confirmation) {
        recovery.confirm(caller.account(), new Secret(confirmation.token()));
        return get();
    }
}
