package app.primaryassistant.workouts.boundary;

import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.paging.Page;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import app.primaryassistant.workouts.control.ExerciseHistoryRepository;
import app.primaryassistant.workouts.control.ExerciseHistoryRepository.PastSession;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done of one exercise, session by session. */
@Path("exercises/{id}/history")
@ApplicationScoped
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class ExerciseHistoryResource {

    @Inject
    private ExerciseHistoryRepository history;

    @Inject
    private Caller caller;

    @GET
    @RolesAllowed(Role.READ)
    public Page<SessionView> list(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        List<PastSession> sessions =
                history.page(caller.account(), id, Optional.ofNullable(cursor).orElse(Cursor.START), limit + 1);
        if (sessions.isEmpty() && !history.isKnown(caller.account(), id)) {
            throw Problem.notFound();
        }
        return Page.of(
                        sessions,
                        limit,
                        session -> new Cursor(session.localDate(), session.startedAt(), session.entry()))
                .map(SessionView::from);
    }
}
