package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.AccountRepository;
import app.primaryassistant.accounts.entity.ApiToken;
import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.paging.Page;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import app.primaryassistant.platform.security.Secret;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** API tokens. A token cannot make tokens: only a person at a browser can. */
@Path("tokens")
@ApplicationScoped
@Transactional
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    /** Tells people and secret scanners what they have found. */
    private static final String PREFIX = "pa_";

    @Inject
    private AccountRepository accounts;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** The only answer that ever holds the secret. */
    public record IssuedToken(TokenView token, String secret) {}

    @GET
    @RolesAllowed(Role.READ)
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
        Secret secret = Secret.random(PREFIX);
        Instant now = clock.instant();
        var token = new ApiToken(
                Ids.next(),
                caller.account(),
                wanted.name().strip(),
                secret.hash(),
                wanted.scopes().contains("write"),
                now,
                now.plus(Duration.ofDays(wanted.expiresInDays())));
        accounts.add(caller.account(), token);
        return Response.status(Response.Status.CREATED)
                .entity(new IssuedToken(TokenView.from(token), secret.text()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.SESSION)
    public void revoke(@PathParam("id") UUID id) {
        if (!accounts.revokeToken(caller.account(), id)) {
            throw Problem.notFound();
        }
    }
}
