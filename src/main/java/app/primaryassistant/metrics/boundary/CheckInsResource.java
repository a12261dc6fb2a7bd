package app.primaryassistant.metrics.boundary;

import app.primaryassistant.metrics.control.ObservationRepository;
import app.primaryassistant.metrics.control.Recording;
import app.primaryassistant.platform.http.Precondition;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;

/**
 * A day's entry: many measurements in one request and one transaction.
 *
 * <p>Recording answers with where the entry stands rather than with the entry, for the sender has just said it all; so it
 * costs the database one statement.
 */
@Path("check-ins")
@ApplicationScoped
@Transactional
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CheckInsResource {

    @Inject
    private ObservationRepository observations;

    @Inject
    private Recording recording;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @POST
    @RolesAllowed(Role.WRITE)
    public Response record(@Valid @NotNull NewCheckIn checkIn) {
        return create(Ids.next(), checkIn);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.WRITE)
    public Response put(
            @PathParam("id") UUID id, @BeanParam Precondition precondition, @Valid @NotNull NewCheckIn checkIn) {
        if (!precondition.isCreate()) {
            throw Problem.of(ProblemType.PRECONDITION_REQUIRED, "Create a check-in with If-None-Match: *.");
        }
        return create(id, checkIn);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.READ)
    public CheckInView get(@PathParam("id") UUID id) {
        return view(id);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.WRITE)
    public void delete(@PathParam("id") UUID id) {
        if (!observations.deleteCheckIn(caller.account(), id, clock.instant())) {
            throw Problem.notFound();
        }
    }

    @POST
    @Path("{id}/restoration")
    @RolesAllowed(Role.WRITE)
    public CheckInView restore(@PathParam("id") UUID id) {
        if (!observations.restoreCheckIn(caller.account(), id)) {
            throw Problem.notFound();
        }
        return view(id);
    }

    private CheckInView view(UUID id) {
        var checkIn = observations.checkIn(caller.account(), id).orElseThrow(Problem::notFound);
        return CheckInView.from(checkIn, observations.ofCheckIn(caller.account(), id));
    }

    private Response create(UUID id, NewCheckIn checkIn) {
        recording.checkIn(caller.account(), id, checkIn.moment(clock, caller), checkIn.ownNote(), checkIn.entries());
        return Response.created(URI.create("check-ins/" + id))
                .entity(new Recorded(id))
                .build();
    }

    /** The id of what was recorded. */
    public record Recorded(UUID id) {}
}
