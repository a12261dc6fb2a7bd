package app.primaryassistant.progress.boundary;

import app.primaryassistant.platform.http.Precondition;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import app.primaryassistant.platform.time.RecordableDay;
import app.primaryassistant.progress.control.Attendance;
import app.primaryassistant.progress.control.AttendanceRepository;
import app.primaryassistant.progress.control.AttendanceRepository.Goal;
import app.primaryassistant.progress.control.LoadRepository;
import app.primaryassistant.progress.control.LoadRepository.CalendarDay;
import app.primaryassistant.progress.control.TrainingLoad;
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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much somebody trains, against what they are used to and what they set out to do. */
@Path("load")
@ApplicationScoped
@Transactional
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LoadResource {

    /** Averages have long forgotten what lies further back. */
    private static final int YEARS = 10;

    @Inject
    private LoadRepository loads;

    @Inject
    private AttendanceRepository attendances;

    @Inject
    private Caller caller;

    @GET
    @RolesAllowed(Role.READ)
    public LoadView load(
            @QueryParam("days") @DefaultValue("90") @Min(1) @Max(3653) int days,
            @QueryParam("on") @RecordableDay @Nullable LocalDate on) {
        LocalDate day = day(on);
        TrainingLoad load = TrainingLoad.of(
                loads.days(caller.account(), day.minusYears(YEARS), day).stream()
                        .map(CalendarDay::day)
                        .toList(),
                day);
        return new LoadView(day, load.points(days), load.figures());
    }

    @GET
    @Path("calendar")
    @RolesAllowed(Role.READ)
    public CalendarView calendar(@QueryParam("year") @Min(1900) @Max(2100) @Nullable Integer year) {
        Year shown = Optional.ofNullable(year).map(Year::of).orElseGet(() -> Year.from(caller.today()));
        return CalendarView.from(
                shown.getValue(), loads.days(caller.account(), shown.atDay(1), shown.atDay(shown.length())));
    }

    @GET
    @Path("streak")
    @RolesAllowed(Role.READ)
    public StreakView streak(
            @QueryParam("weeks") @DefaultValue("12") @Min(1) @Max(520) int weeks,
            @QueryParam("on") @RecordableDay @Nullable LocalDate on) {
        LocalDate day = day(on);
        Attendance attendance = attendances.attendance(caller.account(), day, YEARS);
        return new StreakView(day, attendance.goal(), attendance.weeks(weeks), attendance.figures());
    }

    @GET
    @Path("goal")
    @RolesAllowed(Role.READ)
    public Response goal() {
        return respond(attendances.goal(caller.account()));
    }

    @PUT
    @Path("goal")
    @RolesAllowed(Role.WRITE)
    public Response setGoal(@BeanParam Precondition precondition, @Valid @NotNull GoalChange change) {
        Goal standing = attendances.goal(caller.account());
        precondition.requireMatch(standing.version(), () -> standing);
        if (!attendances.setGoal(caller.account(), change.goal(), standing.version())) {
            throw Precondition.failed(attendances.goal(caller.account()));
        }
        return respond(new Goal(change.goal(), standing.version() + 1));
    }

    private static Response respond(Goal goal) {
        return Response.ok(goal).tag(Precondition.tag(goal.version())).build();
    }

    private LocalDate day(@Nullable LocalDate on) {
        return Optional.ofNullable(on).orElseGet(caller::today);
    }
}
