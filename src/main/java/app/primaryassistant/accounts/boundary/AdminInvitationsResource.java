package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.AdministrationRepository;
import app.primaryassistant.accounts.control.AdministrationRepository.InvitationSummary;
import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.paging.Page;
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

/** Invitations to register. */
@Path("admin/invitations")
@ApplicationScoped
@Transactional
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AdminInvitationsResource {

    private static final int USUAL_DAYS = 7;

    @Inject
    private AdministrationRepository administration;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** An invitation to be made, for a week if nothing else is said. */
    public record NewInvitation(
            @Nullable @PlainText(max = 100) String note,
            @Nullable @Min(1) @Max(90) Integer expiresInDays) {}

    /** The only answer that ever holds the code. */
    public record IssuedInvitation(InvitationSummary invitation, String code) {}

    @GET
    @RolesAllowed(Role.ADMIN)
    public Page<InvitationSummary> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        var rows = administration.openInvitations(
                clock.instant(), Optional.ofNullable(cursor).orElse(Cursor.START), limit + 1);
        return Page.of(rows, limit, open -> new Cursor(LocalDate.EPOCH, open.createdAt(), open.id()));
    }

    @POST
    @RolesAllowed(Role.ADMIN)
    public Response invite(@Valid @NotNull NewInvitation wanted) {
        Secret code = Secret.random("");
        Instant now = clock.instant();
        int days = Optional.ofNullable(wanted.expiresInDays()).orElse(USUAL_DAYS);
        var invitation =
                administration.invite(caller.account(), code, wanted.note(), now, now.plus(Duration.ofDays(days)));
        return Response.status(Response.Status.CREATED)
                .entity(new IssuedInvitation(invitation, code.text()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.ADMIN)
    public void withdraw(@PathParam("id") UUID id) {
        if (!administration.withdraw(id)) {
            throw Problem.notFound();
        }
    }
}
