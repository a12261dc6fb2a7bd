package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.AccountRepository;
import app.primaryassistant.accounts.control.Confirmation;
import app.primaryassistant.accounts.control.Passwords;
import app.primaryassistant.accounts.control.Tokens;
import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.paging.Page;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * API tokens. A token cannot make tokens: only a person at a browser can.
 *
 * <p>Making one is not one transaction like the rest, for it may have to check a password: see {@link Tokens}.
 */
@Path("tokens")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    @Inject
    private AccountRepository accounts;

    @Inject
    private Tokens tokens;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Passwords passwords;

    @Inject
    private PasswordCheck check;

    @Inject
    private Caller caller;

    /** The only answer that ever holds the secret. */
    public record IssuedToken(TokenView token, String secret) {}

    @GET
    @RolesAllowed(Role.READ)
    @Transactional
    public Page<TokenView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        var rows = accounts.tokens(caller.account(), Optional.ofNullable(cursor).orElse(Cursor.START), limit + 1);
        return Page.of(rows, limit, token -> new Cursor(LocalDate.EPOCH, token.createdAt(), token.id()))
                .map(TokenView::from);
    }

    @POST
    @RolesAllowed(Role.SESSION)
    public Response create(@Valid @NotNull NewToken wanted) {
        requirePerson(wanted.password());
        Tokens.Issued issued = tokens.issue(
                caller.account(),
                wanted.name().strip(),
                wanted.scopes().contains("write"),
                Duration.ofDays(wanted.expiresInDays()));
        return Response.status(Response.Status.CREATED)
                .entity(new IssuedToken(
                        TokenView.from(issued.token()), issued.secret().text()))
                .build();
    }

    private void requirePerson(@Nullable String password) {
        if (password != null) {
            passwords.check(turn -> check.require("password", password, turn));
        } else if (!confirmation.isRecent(caller.account(), caller.credential())) {
            throw Problem.of(
                    ProblemType.PASSWORD_NEEDED,
                    "You signed in more than ten minutes ago. Send your password as well.");
        }
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.SESSION)
    @Transactional
    public void revoke(@PathParam("id") UUID id) {
        if (!accounts.revokeToken(caller.account(), id)) {
            throw Problem.notFound();
        }
    }
}
