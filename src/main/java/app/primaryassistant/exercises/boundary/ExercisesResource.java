package app.primaryassistant.exercises.boundary;

import app.primaryassistant.exercises.control.ExerciseRepository;
import app.primaryassistant.exercises.control.ExerciseRepository.Known;
import app.primaryassistant.exercises.control.ExerciseSearchRepository;
import app.primaryassistant.exercises.control.ExerciseSearchRepository.Found;
import app.primaryassistant.exercises.control.ExerciseSearchRepository.Wanted;
import app.primaryassistant.exercises.entity.Exercise;
import app.primaryassistant.exercises.entity.TermOf;
import app.primaryassistant.exercises.entity.Trait;
import app.primaryassistant.platform.http.Precondition;
import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.platform.paging.Page;
import app.primaryassistant.platform.paging.RankCursor;
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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The library of exercises, the ones of one's own, and favourites among both. */
@Path("exercises")
@ApplicationScoped
@Transactional
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ExercisesResource {

    @Inject
    private ExerciseRepository exercises;

    @Inject
    private ExerciseSearchRepository search;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @GET
    @RolesAllowed(Role.READ)
    public Page<ExerciseView> list(
            @QueryParam("q") @DefaultValue("") @PlainText(max = 100) String q,
            @QueryParam("muscle") @Nullable @TermOf(Trait.MUSCLE) String muscle,
            @QueryParam("equipment") @Nullable @TermOf(Trait.EQUIPMENT) String equipment,
            @QueryParam("category") @Nullable @TermOf(Trait.CATEGORY) String category,
            @QueryParam("level") @Nullable @TermOf(Trait.LEVEL) String level,
            @QueryParam("mine") @Nullable Boolean mine,
            @QueryParam("favourite") @Nullable Boolean favourite,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable RankCursor cursor) {
        var wanted = new Wanted(
                q,
                Optional.ofNullable(muscle),
                Optional.ofNullable(equipment),
                Optional.ofNullable(category),
                Optional.ofNullable(level),
                Optional.ofNullable(mine),
                Optional.ofNullable(favourite));
        List<Found> rows = search.page(
                caller.account(), wanted, Optional.ofNullable(cursor).orElse(RankCursor.START), limit + 1);
        return Page.of(rows, limit, ExercisesResource::position).map(row -> ExerciseView.listed(row.known()));
    }

    @GET
    @Path("definitions")
    @RolesAllowed(Role.READ)
    public TermsView definitions() {
        return TermsView.from(search.counts(caller.account()));
    }

    @POST
    @RolesAllowed(Role.WRITE)
    public Response add(@Valid @NotNull NewExercise exercise) {
        return create(Ids.next(), exercise);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.READ)
    public ExerciseView get(@PathParam("id") UUID id) {
        return ExerciseView.from(existing(id));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.WRITE)
    public Response put(
            @PathParam("id") UUID id, @BeanParam Precondition precondition, @Valid @NotNull NewExercise exercise) {
        refuseOfLibrary(id);
        if (precondition.isCreate()) {
            return create(id, exercise);
        }
        Known standing = existing(id);
        int version = standing.exercise().version();
        precondition.requireMatch(version, () -> ExerciseView.from(standing));
        if (!exercises.change(caller.account(), exercise.exercise(id, version))) {
            throw Precondition.failed(ExerciseView.from(existing(id)));
        }
        return respond(Response.Status.OK, existing(id));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.WRITE)
    public void delete(@PathParam("id") UUID id) {
        if (!exercises.delete(caller.account(), id, clock.instant())) {
            existing(id);
            refuseOfLibrary(id);
        }
    }

    @POST
    @Path("{id}/restoration")
    @RolesAllowed(Role.WRITE)
    public ExerciseView restore(@PathParam("id") UUID id) {
        exercises.restore(caller.account(), id);
        return ExerciseView.from(existing(id));
    }

    @PUT
    @Path("{id}/favourite")
    @RolesAllowed(Role.WRITE)
    @Consumes(MediaType.WILDCARD)
    public void favour(@PathParam("id") UUID id) {
        if (!exercises.favour(caller.account(), id)) {
            throw Problem.notFound();
        }
    }

    @DELETE
    @Path("{id}/favourite")
    @RolesAllowed(Role.WRITE)
    public void disfavour(@PathParam("id") UUID id) {
        exercises.disfavour(caller.account(), id);
    }

    private Response create(UUID id, NewExercise exercise) {
        if (!exercises.add(caller.account(), exercise.exercise(id, 0))) {
            throw exercises
                    .find(caller.account(), id)
                    .map(standing -> Precondition.failed(ExerciseView.from(standing)))
                    .orElseGet(() ->
                            Problem.of(ProblemType.CONFLICT, "It was changed in the meantime. Please try again."));
        }
        return respond(Response.Status.CREATED, existing(id));
    }

    private Known existing(UUID id) {
        return exercises
                .find(caller.account(), id)
                .filter(known -> !known.deleted())
                .orElseThrow(Problem::notFound);
    }

    private static RankCursor position(Found found) {
        Exercise exercise = found.known().exercise();
        return new RankCursor(found.rank(), exercise.name(), exercise.id());
    }

    private static void refuseOfLibrary(UUID id) {
        if (Exercise.isOfLibrary(id)) {
            throw Problem.of(
                    ProblemType.CONFLICT, "Library exercises cannot be changed. Add an exercise of your own instead.");
        }
    }

    private static Response respond(Response.Status status, Known known) {
        return Response.status(status).entity(ExerciseView.from(known)).build();
    }
}
