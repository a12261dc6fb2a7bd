package app.primaryassistant.programs.boundary;

import app.primaryassistant.platform.http.Precondition;
import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.paging.Page;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import app.primaryassistant.programs.control.Enrolling;
import app.primaryassistant.programs.control.ProgramRepository;
import app.primaryassistant.programs.control.ShippedPrograms;
import app.primaryassistant.programs.entity.OwnProgram;
import app.primaryassistant.programs.entity.Program;
import app.primaryassistant.programs.entity.ProgramCheck;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The programs there are to follow: those that come with the program, and one's own. */
@Path("programs")
@ApplicationScoped
@Transactional
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProgramsResource {

    /** The version that ids have which are made from names: those of what comes with the program. */
    private static final int BY_NAME = 5;

    @Inject
    private ProgramRepository programs;

    @Inject
    private ShippedPrograms shipped;

    @Inject
    private Enrolling enrolling;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @GET
    @RolesAllowed(Role.READ)
    public Page<ProgramSummary> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        Cursor after = Optional.ofNullable(cursor).orElse(Cursor.START);
        boolean amongShipped = after.at().equals(Instant.EPOCH);
        var rows = Stream.concat(
                        programs.page(caller.account(), after, limit + 1).stream()
                                .map(own -> new Placed(
                                        ProgramSummary.own(own.program()),
                                        new Cursor(
                                                LocalDate.EPOCH,
                                                own.createdAt(),
                                                own.program().id()))),
                        shipped.all().entrySet().stream()
                                .dropWhile(program ->
                                        amongShipped && !program.getKey().equals(after.id()))
                                .skip(amongShipped ? 1 : 0)
                                .map(program -> new Placed(
                                        ProgramSummary.shipped(program.getKey(), program.getValue()),
                                        new Cursor(LocalDate.EPOCH, Instant.EPOCH, program.getKey()))))
                .limit(limit + 1L)
                .toList();
        return Page.of(rows, limit, Placed::position).map(Placed::program);
    }

    /** Those that come with the program are as old as time can be here, for they follow a person's own. */
    private record Placed(ProgramSummary program, Cursor position) {}

    @GET
    @Path("{id}")
    @RolesAllowed(Role.READ)
    public Response get(@PathParam("id") UUID id) {
        return shipped.find(id)
                .map(program -> Response.ok(ProgramView.shipped(id, program, names(program)))
                        .build())
                .orElseGet(() -> respond(Response.Status.OK, existing(id)));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.WRITE)
    public Response put(
            @PathParam("id") UUID id, @BeanParam Precondition precondition, @Valid @NotNull Program program) {
        if (id.version() == BY_NAME) {
            throw Problem.of(
                    ProblemType.CONFLICT, "Built-in programs cannot be changed. Save a copy under another id.");
        }
        ProgramCheck.require(program);
        return precondition.isCreate() ? create(id, program) : change(existing(id), precondition, program);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.WRITE)
    public void delete(@PathParam("id") UUID id, @BeanParam Precondition precondition) {
        OwnProgram standing = existing(id);
        precondition.requireMatchIfSaid(standing.version(), () -> view(standing));
        if (!programs.delete(caller.account(), id, clock.instant())) {
            throw Problem.notFound();
        }
    }

    @POST
    @Path("{id}/restoration")
    @RolesAllowed(Role.WRITE)
    public Response restore(@PathParam("id") UUID id) {
        return respond(
                Response.Status.OK, programs.restore(caller.account(), id).orElseThrow(Problem::notFound));
    }

    @POST
    @Path("{id}/enrolment")
    @RolesAllowed(Role.WRITE)
    public Response enrol(@PathParam("id") UUID id, @Valid @NotNull NewEnrolment wanted) {
        Program program = enrolling.program(caller.account(), id);
        UUID own = wanted.id() == null ? Ids.next() : wanted.id();
        Enrolling.Begun begun = enrolling.begin(caller.account(), wanted.of(own, id, program), caller.today());
        return Response.status(begun.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .location(URI.create("enrolments/" + own))
                .tag(Precondition.tag(begun.enrolment().version()))
                .entity(EnrolmentView.from(begun.enrolment()))
                .build();
    }

    private Response create(UUID id, Program program) {
        requireKnownExercises(program);
        OwnProgram added = programs.add(caller.account(), id, program, clock.instant())
                .orElseThrow(() -> programs.find(caller.account(), id)
                        .filter(standing -> !standing.deleted())
                        .map(standing -> Precondition.failed(view(standing)))
                        .orElseGet(() -> Problem.of(ProblemType.PRECONDITION_FAILED, "The program has been deleted.")));
        return respond(Response.Status.CREATED, added);
    }

    private Response change(OwnProgram standing, Precondition precondition, Program program) {
        precondition.requireMatch(standing.version(), () -> view(standing));
        requireKnownExercises(program);
        return respond(
                Response.Status.OK,
                programs.change(caller.account(), standing.id(), standing.version(), program)
                        .orElseThrow(() -> Precondition.failed(view(existing(standing.id())))));
    }

    private void requireKnownExercises(Program program) {
        ProgramCheck.requireKnown(program, names(program).keySet());
    }

    private OwnProgram existing(UUID id) {
        return programs.find(caller.account(), id)
                .filter(program -> !program.deleted())
                .orElseThrow(Problem::notFound);
    }

    private Map<UUID, String> names(Program program) {
        Set<UUID> exercises =
                program.lifts().stream().map(Program.Lift::exerciseId).collect(Collectors.toSet());
        return programs.names(caller.account(), List.copyOf(exercises));
    }

    private ProgramView view(OwnProgram program) {
        return ProgramView.own(program, names(program.program()));
    }

    private Response respond(Response.Status status, OwnProgram program) {
        return Response.status(status)
                .tag(Precondition.tag(program.version()))
                .entity(view(program))
                .build();
    }
}
