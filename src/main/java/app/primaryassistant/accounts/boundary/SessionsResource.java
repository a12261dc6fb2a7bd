package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.AccountRepository;
import app.primaryassistant.platform.paging.Items;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

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
    public Items<SessionView> list() {
        return new Items<>(accounts.sessions(caller.account()).stream()
                .map(session -> SessionView.from(session, caller.credential()))
                .toList());
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
