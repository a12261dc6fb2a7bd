package app.primaryassistant.workouts.boundary;

import app.primaryassistant.exercises.control.ExerciseNames;
import app.primaryassistant.platform.http.Precondition;
import app.primaryassistant.platform.http.Versioned;
import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.paging.Items;
import app.primaryassistant.platform.paging.Page;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import app.primaryassistant.platform.vocabulary.Keyed;
import app.primaryassistant.workouts.control.WorkoutListRepository;
import app.primaryassistant.workouts.control.WorkoutListRepository.Listed;
import app.primaryassistant.workouts.control.WorkoutListRepository.Wanted;
import app.primaryassistant.workouts.control.WorkoutLog;
import app.primaryassistant.workouts.control.WorkoutReadingRepository;
import app.primaryassistant.workouts.control.WorkoutReadingRepository.Stored;
import app.primaryassistant.workouts.control.WorkoutRepository;
import app.primaryassistant.workouts.entity.WorkoutType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Workouts. Each is one document with one version, exercises, sets and all, and the client makes every id in it.
 *
 * <p>Writing one answers with its version rather than with the workout, for the sender has just said it all; so it costs the
 * database one statement.
 */
@Path("workouts")
@ApplicationScoped
@Transactional
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WorkoutsResource {

    @Inject
    private WorkoutLog log;

    @Inject
    private WorkoutRepository workouts;

    @Inject
    private WorkoutReadingRepository reading;

    @Inject
    private WorkoutListRepository lists;

    @Inject
    private ExerciseNames exerciseNames;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Where a workout stands, and as which version. */
    public record Saved(UUID id, int version) implements Versioned {}

    @GET
    @RolesAllowed(Role.READ)
    public Page<ListedWorkout> list(
            @QueryParam("type") List<String> types,
            @QueryParam("exercise") @Nullable UUID exercise,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("finished") @Nullable @Pattern(regexp = "true|false", message = "must be true or false")
                    String finished,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        var wanted = new Wanted(
                types.stream().map(WorkoutsResource::type).toList(),
                Optional.ofNullable(exercise),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(finished).map(Boolean::valueOf));
        List<Listed> rows =
                lists.page(caller.account(), wanted, Optional.ofNullable(cursor).orElse(Cursor.START), limit + 1);
        Map<UUID, String> names = names(rows);
        return Page.of(rows, limit, row -> new Cursor(row.localDate(), row.startedAt(), row.id()))
                .map(row -> ListedWorkout.from(row, names));
    }

    @GET
    @Path("recent")
    @RolesAllowed(Role.READ)
    public Items<ListedWorkout> recent(@QueryParam("n") @DefaultValue("5") @Min(1) @Max(50) int n) {
        var all = new Wanted(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        List<Listed> rows = lists.page(caller.account(), all, Cursor.START, n);
        Map<UUID, String> names = names(rows);
        return new Items<>(
                rows.stream().map(row -> ListedWorkout.from(row, names)).toList());
    }

    private Map<UUID, String> names(List<Listed> rows) {
        return exerciseNames.of(
                caller.account(),
                rows.stream().flatMap(row -> row.exercises().stream()).toList());
    }

    /** The workout that is going on; 204 where there is none, which is nothing wrong. */
    @GET
    @Path("current")
    @RolesAllowed(Role.READ)
    public Response current() {
        return reading.goingOn(caller.account())
                .map(current -> Response.ok(WorkoutView.from(current)).build())
                .orElseGet(() -> Response.noContent().build());
    }

    @GET
    @Path("definitions")
    @RolesAllowed(Role.READ)
    public WorkoutTermsView definitions() {
        return WorkoutTermsView.all();
    }

    @POST
    @RolesAllowed(Role.WRITE)
    public Response record(@Valid @NotNull NewWorkout workout) {
        return make(Ids.next(), workout);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.READ)
    public WorkoutView get(@PathParam("id") UUID id) {
        return WorkoutView.from(existing(id));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.WRITE)
    public Response put(
            @PathParam("id") UUID id, @BeanParam Precondition precondition, @Valid @NotNull NewWorkout workout) {
        if (precondition.isCreate()) {
            return make(id, workout);
        }
        return precondition
                .version()
                .flatMap(version -> log.change(caller.account(), version, workout.workout(id, caller, clock)))
                .map(version -> saved(Response.Status.OK, id, version))
                .orElseThrow(changedMeanwhile(id));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.WRITE)
    public void delete(@PathParam("id") UUID id) {
        if (!workouts.delete(caller.account(), id, clock.instant())) {
            throw Problem.notFound();
        }
    }

    @POST
    @Path("{id}/restoration")
    @RolesAllowed(Role.WRITE)
    public WorkoutView restore(@PathParam("id") UUID id) {
        workouts.restore(caller.account(), id);
        return WorkoutView.from(existing(id));
    }

    /** Adds an exercise at the end, or replaces it where it stands: whatever others do to the workout, this can be repeated. */
    @PUT
    @Path("{id}/exercises/{entryId}")
    @RolesAllowed(Role.WRITE)
    public Response add(
            @PathParam("id") UUID id, @PathParam("entryId") UUID entryId, @Valid @NotNull NewWorkoutExercise exercise) {
        return log.add(caller.account(), id, exercise.alone(entryId))
                .map(version -> saved(Response.Status.OK, id, version))
                .orElseThrow(Problem::notFound);
    }

    private Response make(UUID id, NewWorkout workout) {
        return log.make(caller.account(), workout.workout(id, caller, clock))
                .map(version -> saved(Response.Status.CREATED, id, version))
                .orElseThrow(() -> reading.find(caller.account(), id).isPresent() || workout.program() == null
                        ? changedMeanwhile(id).get()
                        : Problem.of(ProblemType.CONFLICT, "That session of the program already has a workout."));
    }

    /** What to say to whoever came too late. */
    private Supplier<Problem> changedMeanwhile(UUID id) {
        return () -> reading.find(caller.account(), id)
                .map(stored -> stored.deleted()
                        ? Problem.of(ProblemType.PRECONDITION_FAILED, "The workout has been deleted. Restore it first.")
                        : Precondition.failed(WorkoutView.from(stored)))
                .orElseGet(Problem::notFound);
    }

    private Stored existing(UUID id) {
        return reading.find(caller.account(), id)
                .filter(stored -> !stored.deleted())
                .orElseThrow(Problem::notFound);
    }

    private static WorkoutType type(String key) {
        return Keyed.find(WorkoutType.class, key)
                .orElseThrow(
                        () -> Problem.malformed(Violation.query("type", "must be a workout type such as strength")));
    }

    private static Response saved(Response.Status status, UUID id, int version) {
        return Response.status(status).entity(new Saved(id, version)).build();
    }
}
