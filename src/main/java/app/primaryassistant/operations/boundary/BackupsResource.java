package app.primaryassistant.operations.boundary;

import app.primaryassistant.operations.control.BackupRunRepository;
import app.primaryassistant.operations.control.BackupSchedule;
import app.primaryassistant.operations.control.ProgramBackup;
import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The program's own backups, for administrators: what became of them, and one more. The files stay on the server. */
@Path("admin/backups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BackupsResource {

    private static final int SHOWN = 10;

    @Inject
    private BackupRunRepository runs;

    @Inject
    private ProgramBackup backup;

    @Inject
    private Settings settings;

    /** The newest ones, and whether there is a key to make any with. */
    public record Backups(List<BackupView> items, boolean configured) {}

    @GET
    @RolesAllowed(Role.ADMIN)
    public Backups newest() {
        return new Backups(runs.newest(SHOWN).stream().map(BackupView::from).toList(), isConfigured());
    }

    private boolean isConfigured() {
        return new BackupSchedule(settings).isPossible();
    }

    /** Begins one; it goes on after the answer. */
    @POST
    @RolesAllowed(Role.ADMIN)
    public Response begin() {
        if (!isConfigured()) {
            throw Problem.of(ProblemType.NOT_SET_UP, "To enable backups, " + BackupSchedule.HOW_TO_SET_UP + ".");
        }
        if (!backup.begin()) {
            throw Problem.of(ProblemType.CONFLICT, "A backup is already running.");
        }
        return Response.accepted(BackupView.from(runs.newest(1).getFirst())).build();
    }
}
