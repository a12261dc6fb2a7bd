package app.primaryassistant.progress.boundary;

import app.primaryassistant.platform.paging.Items;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import app.primaryassistant.platform.time.RecordableDay;
import app.primaryassistant.progress.control.HardSets;
import app.primaryassistant.progress.control.MuscleRepository;
import app.primaryassistant.progress.control.ProgressRepository;
import app.primaryassistant.progress.control.RecordRepository;
import app.primaryassistant.progress.entity.BrokenRecord;
import app.primaryassistant.progress.entity.MuscleWeek;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the sets of all workouts add up to. */
@Path("strength")
@ApplicationScoped
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class StrengthResource {

    private static final int DAYS_OF_RECORDS = 366;
    private static final int USUAL_DAYS_OF_RECORDS = 30;

    @Inject
    private ProgressRepository progress;

    @Inject
    private RecordRepository records;

    @Inject
    private MuscleRepository muscles;

    @Inject
    private Caller caller;

    @GET
    @Path("exercises/{id}")
    @RolesAllowed(Role.READ)
    public ProgressView exercise(@PathParam("id") UUID id, @QueryParam("on") @RecordableDay @Nullable LocalDate on) {
        LocalDate day = day(on);
        return ProgressView.from(
                id, day, progress.find(caller.account(), id, day).orElseThrow(Problem::notFound));
    }

    @GET
    @Path("records")
    @RolesAllowed(Role.READ)
    public Items<RecordView> records(
            @QueryParam("since") @RecordableDay @Nullable LocalDate since,
            @QueryParam("workout") @Nullable UUID workout) {
        if (workout == null) {
            return view(recordsSince(since));
        }
        if (since != null) {
            throw Problem.invalid(Violation.query("since", "cannot be asked together with a workout"));
        }
        return view(records.broken(caller.account(), workout).orElseThrow(Problem::notFound));
    }

    private List<BrokenRecord> recordsSince(@Nullable LocalDate since) {
        LocalDate today = caller.today();
        LocalDate first = Optional.ofNullable(since).orElse(today.minusDays(USUAL_DAYS_OF_RECORDS));
        if (first.isBefore(today.minusDays(DAYS_OF_RECORDS))) {
            throw Problem.invalid(Violation.query("since", "must be at most %d days ago".formatted(DAYS_OF_RECORDS)));
        }
        return records.broken(caller.account(), first, today);
    }

    private static Items<RecordView> view(List<BrokenRecord> broken) {
        return new Items<>(broken.stream().map(RecordView::from).toList());
    }

    @GET
    @Path("muscles")
    @RolesAllowed(Role.READ)
    public MusclesView muscles(
            @QueryParam("weeks") @DefaultValue("8") @Min(1) @Max(520) int weeks,
            @QueryParam("on") @RecordableDay @Nullable LocalDate on) {
        LocalDate day = day(on);
        List<LocalDate> mondays = HardSets.weeks(weeks, day);
        List<MuscleWeek> worked = muscles.weeks(caller.account(), mondays.getFirst(), day);
        return MusclesView.from(day, mondays, HardSets.whole(worked, mondays, day), HardSets.of(worked, mondays, day));
    }

    private LocalDate day(@Nullable LocalDate on) {
        return Optional.ofNullable(on).orElseGet(caller::today);
    }
}
