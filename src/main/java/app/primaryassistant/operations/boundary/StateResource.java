package app.primaryassistant.operations.boundary;

import app.primaryassistant.accounts.control.AdministrationRepository;
import app.primaryassistant.accounts.control.AdministrationRepository.Failure;
import app.primaryassistant.platform.health.HealthNotice;
import app.primaryassistant.platform.health.HealthProbes;
import app.primaryassistant.platform.health.ProbeResult;
import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.paging.Items;
import app.primaryassistant.platform.paging.Page;
import app.primaryassistant.platform.security.Role;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the installation is doing: who failed to sign in, and which part is down. */
@Path("admin")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class StateResource {

    @Inject
    private AdministrationRepository administration;

    @Inject
    private HealthProbes parts;

    @GET
    @Path("sign-in-failures")
    @RolesAllowed(Role.ADMIN)
    @Transactional
    public Page<Failure> signInFailures(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        var rows = administration.failures(Optional.ofNullable(cursor).orElse(Cursor.START), limit + 1);
        return Page.of(rows, limit, failure -> new Cursor(LocalDate.EPOCH, failure.at(), failure.id()));
    }

    @GET
    @Path("health")
    @RolesAllowed(Role.ADMIN)
    public Items<ProbeResult> health() {
        return new Items<>(
                Stream.concat(parts.all().stream(), parts.remarks().stream().map(HealthNotice::part))
                        .toList());
    }
}
