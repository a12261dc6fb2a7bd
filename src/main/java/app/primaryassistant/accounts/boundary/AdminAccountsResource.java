package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.AccountLinks;
import app.primaryassistant.accounts.control.AdministrationRepository;
import app.primaryassistant.accounts.control.AdministrationRepository.AccountSummary;
import app.primaryassistant.accounts.control.Recovery;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All accounts. An administrator can neither lock nor delete their own, so one always remains. */
@Path("admin/accounts")
@ApplicationScoped
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class AdminAccountsResource {

    @Inject
    private AdministrationRepository administration;

    @Inject
    private Recovery recovery;

    @Inject
    private Caller caller;

    @GET
    @RolesAllowed(Role.ADMIN)
    public Page<AccountSummary> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        var rows = administration.accounts(Optional.ofNullable(cursor).orElse(Cursor.START), limit + 1);
        return Page.of(rows, limit, account -> new Cursor(LocalDate.EPOCH, account.createdAt(), account.id()));
    }

    @POST
    @Path("{id}/lock")
    @RolesAllowed(Role.ADMIN)
    public void lock(@PathParam("id") UUID id) {
        setStatus(id, "locked");
    }

    @POST
    @Path("{id}/unlock")
    @RolesAllowed(Role.ADMIN)
    public void unlock(@PathParam("id") UUID id) {
        setStatus(id, "active");
    }

    /** What stands in the link; the only answer that ever holds it. */
    public record IssuedLink(String token, Instant expiresAt) {}

    /** For whoever has forgotten their password and cannot get an e-mail. */
    @POST
    @Path("{id}/recovery-link")
    @RolesAllowed(Role.ADMIN)
    public Response issueLink(@PathParam("id") UUID id) {
        requireSomebodyElse(id);
        AccountLinks.Issued issued = recovery.issue(caller.account(), id);
        return Response.status(Response.Status.CREATED)
                .entity(new IssuedLink(issued.token().text(), issued.expiresAt()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.ADMIN)
    public void delete(@PathParam("id") UUID id) {
        requireSomebodyElse(id);
        if (!administration.delete(id)) {
            throw Problem.notFound();
        }
    }

    private void setStatus(UUID id, String status) {
        requireSomebodyElse(id);
        if (!administration.setStatus(id, status)) {
            throw Problem.notFound();
        }
    }

    private void requireSomebodyElse(UUID id) {
        if (id.equals(caller.account())) {
            throw Problem.of(ProblemType.CONFLICT, "This is your own account. Ask another administrator to do this.");
        }
    }
}
