package app.primaryassistant.metrics.boundary;

import app.primaryassistant.metrics.control.ObservationRepository;
import app.primaryassistant.metrics.control.Recording;
import app.primaryassistant.metrics.control.Review;
import app.primaryassistant.metrics.control.StatisticsRepository;
import app.primaryassistant.metrics.control.TimelineRepository;
import app.primaryassistant.metrics.control.TimelineRepository.Listed;
import app.primaryassistant.metrics.entity.Observation;
import app.primaryassistant.platform.http.Precondition;
import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.paging.Items;
import app.primaryassistant.platform.paging.Page;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
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
import jakarta.validation.constraints.Size;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Observations, one by one and as a timeline. */
@Path("measurements")
@ApplicationScoped
@Transactional
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MeasurementsResource {

    @Inject
    private ObservationRepository observations;

    @Inject
    private TimelineRepository timeline;

    @Inject
    private StatisticsRepository statistics;

    @Inject
    private Recording recording;

    @Inject
    private Review review;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @GET
    @RolesAllowed(Role.READ)
    public Page<MeasurementView> list(
            @QueryParam("metric") @Size(max = 60) List<@PlainText(max = 70) String> metric,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        List<Listed> rows = timeline.page(
                caller.account(),
                metric,
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(cursor).orElse(Cursor.START),
                limit + 1);
        return Page.of(rows, limit, MeasurementsResource::position).map(MeasurementView::from);
    }

    @GET
    @Path("summary")
    @RolesAllowed(Role.READ)
    public SummaryView summary(@QueryParam("on") @Nullable LocalDate on) {
        LocalDate day = Optional.ofNullable(on).orElseGet(caller::today);
        return SummaryView.from(day, statistics.windows(caller.account(), day));
    }

    /** Reads and writes nothing, and is a POST because what was measured belongs into no address. */
    @POST
    @Path("review")
    @RolesAllowed(Role.READ)
    public Items<RemarkView> review(@Valid @NotNull NewReview wanted) {
        return new Items<>(review.of(caller.account(), wanted.id(), wanted.localDate(), wanted.entries()).stream()
                .map(RemarkView::from)
                .toList());
    }

    @POST
    @RolesAllowed(Role.WRITE)
    public Response record(@Valid @NotNull NewMeasurement measurement) {
        return create(Ids.next(), measurement);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.READ)
    public MeasurementView get(@PathParam("id") UUID id) {
        return MeasurementView.from(existing(id));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.WRITE)
    public Response put(
            @PathParam("id") UUID id,
            @BeanParam Precondition precondition,
            @Valid @NotNull NewMeasurement measurement) {
        if (!precondition.isCreate()) {
            return correct(existing(id), precondition, measurement);
        }
        observations.find(caller.account(), id).ifPresent(standing -> {
            throw Precondition.failed(MeasurementView.from(standing));
        });
        return create(id, measurement);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.WRITE)
    public void delete(@PathParam("id") UUID id, @BeanParam Precondition precondition) {
        Observation observation = existing(id);
        precondition.requireMatchIfSaid(observation.version(), () -> MeasurementView.from(observation));
        observation.delete(clock.instant());
    }

    @POST
    @Path("{id}/restoration")
    @RolesAllowed(Role.WRITE)
    public MeasurementView restore(@PathParam("id") UUID id) {
        Observation observation = observations.find(caller.account(), id).orElseThrow(Problem::notFound);
        observation.restore();
        observations.flush();
        return MeasurementView.from(observation);
    }

    private Response create(UUID id, NewMeasurement measurement) {
        recording.one(
                caller.account(), id, measurement.moment(clock, caller), measurement.entry(), measurement.ownNote());
        return respond(Response.Status.CREATED, existing(id));
    }

    private Response correct(Observation observation, Precondition precondition, NewMeasurement correction) {
        precondition.requireMatch(observation.version(), () -> MeasurementView.from(observation));
        if (!observation.metric().equals(correction.metric())) {
            throw Problem.invalid(
                    Violation.body("metric", "cannot be changed; delete this measurement and record a new one"));
        }
        var moment = correction.moment(clock, caller);
        observation.correct(
                recording.check(caller.account(), correction.entry()),
                moment.localDate(),
                correction.recordedAt() == null ? observation.recordedAt() : moment.recordedAt(),
                correction.zone() == null ? observation.zone() : moment.zone(),
                correction.ownNote().orElse(null));
        observations.flush();
        return respond(Response.Status.OK, observation);
    }

    private Observation existing(UUID id) {
        return observations
                .find(caller.account(), id)
                .filter(observation -> !observation.isDeleted())
                .orElseThrow(Problem::notFound);
    }

    private static Cursor position(Listed listed) {
        return new Cursor(listed.localDate(), listed.recordedAt(), listed.id());
    }

    private static Response respond(Response.Status status, Observation observation) {
        return Response.status(status).entity(MeasurementView.from(observation)).build();
    }
}
