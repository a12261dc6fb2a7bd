package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.AccountLinkRepository.Holder;
import app.primaryassistant.accounts.control.Passwords;
import app.primaryassistant.accounts.control.Recovery;
import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.platform.security.Secret;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The way back for whoever has forgotten their password. Like signing in it is no single transaction, because of the hashing. */
@Path("auth/recovery")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RecoveryResource {

    @Inject
    private Recovery recovery;

    @Inject
    private Passwords passwords;

    /** What can be done here. */
    public record RecoveryState(boolean byEmail) {}

    /** Whose password is forgotten: a name to sign in with, or a confirmed address. */
    public record Forgotten(
            @NotNull @PlainText(min = 1, max = 254) String account) {}

    /** Another password, with what stands in the link. */
    public record Completion(
            @NotNull @PlainText(max = 64) String token,
            @NotNull @PlainText(min = 12, max = 128) String password) {}

    @GET
    @PermitAll
    public RecoveryState state() {
        return new RecoveryState(recovery.isByEmail());
    }

    @POST
    @PermitAll
    public Response ask(@Valid @NotNull Forgotten forgotten) {
        recovery.ask(forgotten.account().strip());
        return Response.accepted(state()).build();
    }

    @POST
    @Path("completion")
    @PermitAll
    public void complete(@Valid @NotNull Completion completion) {
        var token = new Secret(completion.token());
        // Hashing is dear: only for whoever has a good link.
        Holder holder = recovery.holder(token);
        List<String> names = List.of(holder.name(), holder.displayName());
        String hash = passwords.inTurn(turn -> turn.hashChosen("password", completion.password(), names));
        recovery.complete(token, holder, hash);
    }
}
