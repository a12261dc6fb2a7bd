package app.primaryassistant.metrics.boundary;

import app.primaryassistant.metrics.control.LocalTrend;
import app.primaryassistant.metrics.control.MetricRepository;
import app.primaryassistant.metrics.control.StatisticsRepository;
import app.primaryassistant.metrics.entity.BuiltInMetric;
import app.primaryassistant.metrics.entity.OwnMetric;
import app.primaryassistant.platform.paging.Page;
import app.primaryassistant.platform.paging.RankCursor;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.platform.unit.Unit;
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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be measured, and where each of it is heading. */
@Path("metrics")
@ApplicationScoped
@Transactional
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MetricsResource {

    /** The ends of what {@code numeric(14, 6)} can hold. */
    private static final BigDecimal ANYTHING = new BigDecimal("99999999");

    private static final UUID NO_ID = new UUID(0, 0);

    @Inject
    private MetricRepository metrics;

    @Inject
    private StatisticsRepository statistics;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @GET
    @RolesAllowed(Role.READ)
    public Page<MetricView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable RankCursor cursor) {
        RankCursor after = Optional.ofNullable(cursor).orElse(RankCursor.START);
        // Built-in ones have ranks above 0, so their names, which follow no alphabet, are not compared.
        String name = after.rank() > 0 ? "" : after.name();
        var rows = Stream.concat(
                        Arrays.stream(BuiltInMetric.values())
                                .filter(metric -> rank(metric) < after.rank())
                                .map(metric ->
                                        new Placed(MetricView.from(metric), new RankCursor(rank(metric), "", NO_ID))),
                        metrics.page(caller.account(), name, after.id(), limit + 1).stream()
                                .map(metric -> new Placed(
                                        MetricView.from(metric), new RankCursor(0, metric.name(), metric.id()))))
                .limit(limit + 1L)
                .toList();
        return Page.of(rows, limit, Placed::position).map(Placed::metric);
    }

    private record Placed(MetricView metric, RankCursor position) {}

    /** The first one is ranked highest. */
    private static int rank(BuiltInMetric metric) {
        List<BuiltInMetric> metrics = List.of(BuiltInMetric.values());
        return metrics.size() - metrics.indexOf(metric);
    }

    @POST
    @RolesAllowed(Role.WRITE)
    public Response create(@Valid @NotNull NewMetric wanted) {
        BigDecimal low = Optional.ofNullable(wanted.low()).orElse(ANYTHING.negate());
        BigDecimal high = Optional.ofNullable(wanted.high()).orElse(ANYTHING);
        if (low.compareTo(high) >= 0) {
            throw Problem.invalid(Violation.body("high", "must be above the lowest value"));
        }
        String name = wanted.name().strip();
        if (Arrays.stream(BuiltInMetric.values())
                .anyMatch(known -> known.label().equalsIgnoreCase(name))) {
            throw Problem.invalid(Violation.body("name", "must not be the name of a built-in metric"));
        }
        var metric = new OwnMetric(
                Ids.next(),
                caller.account(),
                name,
                wanted.unit().strip(),
                Optional.ofNullable(wanted.decimals()).orElse(1),
                low,
                high,
                clock.instant());
        metrics.add(caller.account(), metric);
        return Response.status(Response.Status.CREATED)
                .entity(MetricView.from(metric))
                .build();
    }

    @DELETE
    @Path("{key}")
    @RolesAllowed(Role.WRITE)
    public void delete(@PathParam("key") String key) {
        if (!metrics.delete(caller.account(), key)) {
            throw Problem.notFound();
        }
    }

    @GET
    @Path("{key}/trend")
    @RolesAllowed(Role.READ)
    public TrendView trend(
            @PathParam("key") String key,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        String unit = unitOf(key);
        LocalDate last = Optional.ofNullable(to).orElseGet(caller::today);
        LocalDate first = Optional.ofNullable(from).orElse(CivilDay.EARLIEST);
        var days = statistics.dayMeans(caller.account(), key, first.minusDays(LocalTrend.REACH_DAYS), last);
        return TrendView.of(key, unit, days, first, last);
    }

    private String unitOf(String key) {
        return BuiltInMetric.ofKey(key)
                .map(BuiltInMetric::unit)
                .map(Unit::symbol)
                .or(() -> metrics.find(caller.account(), key).map(OwnMetric::unit))
                .orElseThrow(Problem::notFound);
    }
}
