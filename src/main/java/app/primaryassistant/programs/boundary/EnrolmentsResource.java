package app.primaryassistant.programs.boundary;

import app.primaryassistant.platform.http.Precondition;
import app.primaryassistant.platform.paging.Items;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import app.primaryassistant.programs.control.Enrolling;
import app.primaryassistant.programs.control.EnrolmentRepository;
import app.primaryassistant.programs.control.EnrolmentRepository.Followed;
import app.primaryassistant.programs.control.SessionPlanning;
import app.primaryassistant.programs.control.ShippedPrograms;
import app.primaryassistant.programs.entity.Enrolment;
import app.primaryassistant.programs.entity.Place;
import app.primaryassistant.programs.entity.ProgramProgress;
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
import java.time.Clock;
import java.util.TreeSet;
import java.util.UUID;

/** The programs that somebody follows or has followed, and what comes next. */
@Path("enrolments")
@ApplicationScoped
@Transactional
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentsResource {

    @Inject
    private EnrolmentRepository enrolments;

    @Inject
    private Enrolling enrolling;

    @Inject
    private SessionPlanning planning;

    @Inject
    private ShippedPrograms shipped;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** What is followed now and what was followed, the latest first. */
    @GET
    @RolesAllowed(Role.READ)
    public Items<EnrolmentSummary> list() {
        return new Items<>(enrolments.list(caller.account()).stream()
                .map(EnrolmentSummary::from)
                .toList());
    }

    /** Nobody has to follow a program, so that there is none is not an error. */
    @GET
    @Path("current")
    @RolesAllowed(Role.READ)
    public Response current() {
        return enrolments
                .current(caller.account())
                .map(current -> Response.ok(EnrolmentView.from(current)).build())
                .orElseGet(() -> Response.noContent().build());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.READ)
    public EnrolmentView get(@PathParam("id") UUID id) {
        return EnrolmentView.from(existing(id));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.WRITE)
    public EnrolmentView change(
            @PathParam("id") UUID id, @BeanParam Precondition precondition, @Valid @NotNull EnrolmentChange change) {
        Enrolment standing = existing(id);
        precondition.requireMatch(standing.version(), () -> EnrolmentView.from(standing));
        Enrolment changed = standing.with(new TreeSet<>(change.daysOfWeek()), change.step(), change.starts());
        enrolling.requireStarts(changed);
        return EnrolmentView.from(enrolments
                .change(caller.account(), changed)
                .orElseThrow(() -> Precondition.failed(EnrolmentView.from(existing(id)))));
    }

    /** The program as it was when it was begun. */
    @GET
    @Path("{id}/program")
    @RolesAllowed(Role.READ)
    public ProgramView program(@PathParam("id") UUID id) {
        Followed followed = followed(id);
        Enrolment enrolment = followed.enrolment();
        return ProgramView.begun(
                enrolment,
                shipped.find(enrolment.programId()).isPresent(),
                followed.history().exerciseNames());
    }

    @GET
    @Path("{id}/next")
    @RolesAllowed(Role.READ)
    public NextView next(@PathParam("id") UUID id) {
        return planning.next(caller.account(), id, caller.zone())
                .map(NextView::from)
                .orElseThrow(Problem::notFound);
    }

    /** Only the next session can be skipped: who left out more has skipped each of them. */
    @PUT
    @Path("{id}/skips/{place}")
    @RolesAllowed(Role.WRITE)
    public void skip(@PathParam("id") UUID id, @PathParam("place") String place) {
        Place skipped = Place.of(place).orElseThrow(Problem::notFound);
        Followed followed = followed(id);
        if (followed.history().skipped().contains(skipped)) {
            return;
        }
        boolean isNext = ProgramProgress.of(followed.enrolment(), followed.history())
                .next()
                .filter(next -> next.place().equals(skipped))
                .isPresent();
        if (!isNext) {
            throw Problem.of(ProblemType.CONFLICT, "Only the next session of a program can be skipped.");
        }
        enrolments.skip(caller.account(), id, skipped, clock.instant());
    }

    @DELETE
    @Path("{id}/skips/{place}")
    @RolesAllowed(Role.WRITE)
    public void unskip(@PathParam("id") UUID id, @PathParam("place") String place) {
        Place skipped = Place.of(place).orElseThrow(Problem::notFound);
        if (!enrolments.unskip(caller.account(), id, skipped)) {
            throw Problem.notFound();
        }
    }

    @POST
    @Path("{id}/pause")
    @RolesAllowed(Role.WRITE)
    public EnrolmentView pause(@PathParam("id") UUID id) {
        return EnrolmentView.from(
                enrolments.pause(caller.account(), id, clock.instant()).orElseThrow(Problem::notFound));
    }

    @POST
    @Path("{id}/resumption")
    @RolesAllowed(Role.WRITE)
    public EnrolmentView resume(@PathParam("id") UUID id) {
        return EnrolmentView.from(enrolments.resume(caller.account(), id).orElseThrow(Problem::notFound));
    }

    @POST
    @Path("{id}/end")
    @RolesAllowed(Role.WRITE)
    public EnrolmentView end(@PathParam("id") UUID id) {
        return EnrolmentView.from(
                enrolments.end(caller.account(), id, clock.instant()).orElseThrow(Problem::notFound));
    }

    private Enrolment existing(UUID id) {
        return enrolments.find(caller.account(), id).orElseThrow(Problem::notFound);
    }

    private Followed followed(UUID id) {
        return enrolments.followed(caller.account(), id).orElseThrow(Problem::notFound);
    }
}
