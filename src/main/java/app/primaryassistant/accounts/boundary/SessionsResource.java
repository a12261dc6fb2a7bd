package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.AccountRepository;
import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.paging.Page;
import app.primaryassistant.platform.problem.Problem;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where one is signed in. */
@Path("sessions")
@ApplicationScoped
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

    @Inject
    private AccountRepository accounts;

    @Inject
    private Caller caller;

    @GET
    @RolesAllowed(Role.READ)
    public Page<SessionView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        var rows =
                accounts.sessions(caller.account(), Optional.ofNullable(cursor).orElse(Cursor.START), limit + 1);
        return Page.of(rows, limit, session -> new Cursor(LocalDate.EPOCH, session.createdAt(), session.id()))
                .map(session -> SessionView.from(session, caller.credential()));
    }

    @DELETE
    @RolesAllowed(Role.SESSION)
    public void endOthers() {
        accounts.endSessionsExcept(caller.account(), caller.credential());
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.SESSION)
    public void end(@PathParam("id") UUID id) {
        if (!accounts.endSession(caller.account(), id)) {
            throw Problem.notFound();
        }
    }
}
