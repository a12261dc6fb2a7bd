package app.primaryassistant.workouts.boundary;

import app.primaryassistant.platform.paging.Items;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import app.primaryassistant.workouts.control.ExerciseHistoryRepository;
import app.primaryassistant.workouts.control.ExerciseHistoryRepository.Last;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Last time's sets of many exercises at once, to stand beside the ones that are to be done. */
@Path("exercises/last-sets")
@ApplicationScoped
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class LastSetsResource {

    @Inject
    private ExerciseHistoryRepository history;

    @Inject
    private Caller caller;

    /** An exercise that was done before, with what was done of it. */
    public record LastSetsView(UUID exerciseId, UUID workoutId, LocalDate localDate, List<SetView> sets) {

        static LastSetsView from(Last last) {
            return new LastSetsView(
                    last.exercise(),
                    last.time().workout(),
                    last.time().localDate(),
                    SetView.from(last.time().sets()));
        }
    }

    @GET
    @RolesAllowed(Role.READ)
    public Items<LastSetsView> list(
            @QueryParam("exercise") @Size(min = 1, max = 60, message = "must be 1 to 60 ids")
                    List<@NotNull(message = "must be an id") UUID> exercise) {
        return new Items<>(history.lastTimes(caller.account(), exercise).stream()
                .map(LastSetsView::from)
                .toList());
    }
}
