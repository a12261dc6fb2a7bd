package app.primaryassistant.workouts.boundary;

import app.primaryassistant.platform.paging.Items;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.workouts.boundary.StatisticsView.SumView;
import app.primaryassistant.workouts.control.WorkoutStatisticsRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much was moved week by week: whole weeks, the last of which may not be over yet. */
@Path("workouts/volume")
@ApplicationScoped
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class VolumeResource {

    private static final int TEN_YEARS = 522;

    @Inject
    private WorkoutStatisticsRepository statistics;

    @Inject
    private Caller caller;

    @GET
    @RolesAllowed(Role.READ)
    public Items<SumView> byWeek(
            @QueryParam("weeks") @DefaultValue("12") @Min(1) @Max(TEN_YEARS) int weeks,
            @QueryParam("on") @Nullable LocalDate on) {
        LocalDate to = Optional.ofNullable(on).orElseGet(caller::today);
        LocalDate from = CivilDay.startOfWeek(to).minusWeeks(weeks - 1L);
        return new Items<>(StatisticsView.weeks(from, to, statistics.sums(caller.account(), from, to)));
    }
}
