package app.primaryassistant.workouts.boundary;

import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import app.primaryassistant.platform.time.CivilDay;
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

/** What an account's workouts add up to over the last days. */
@Path("workouts/statistics")
@ApplicationScoped
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class WorkoutStatisticsResource {

    private static final int TEN_YEARS = 3660;

    @Inject
    private WorkoutStatisticsRepository statistics;

    @Inject
    private Caller caller;

    @GET
    @RolesAllowed(Role.READ)
    public StatisticsView over(
            @QueryParam("days") @DefaultValue("90") @Min(1) @Max(TEN_YEARS) int days,
            @QueryParam("on") @Nullable LocalDate on) {
        LocalDate to = Optional.ofNullable(on).orElseGet(caller::today);
        LocalDate from = CivilDay.startOfWindow(to, days);
        return StatisticsView.from(from, to, statistics.sums(caller.account(), from, to));
    }
}
