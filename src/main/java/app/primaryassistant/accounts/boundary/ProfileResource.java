package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.AccountRepository;
import app.primaryassistant.accounts.entity.Profile;
import app.primaryassistant.platform.http.Precondition;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** One's own account and profile. */
@Path("profile")
@ApplicationScoped
@Transactional
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {

    @Inject
    private AccountRepository accounts;

    @Inject
    private Caller caller;

    @GET
    @RolesAllowed(Role.READ)
    public ProfileView get() {
        return view();
    }

    @PUT
    @RolesAllowed(Role.WRITE)
    public ProfileView change(@BeanParam Precondition precondition, @Valid @NotNull ProfileChange change) {
        Profile profile = accounts.profile(caller.account()).orElseThrow(Problem::notFound);
        precondition.requireMatch(profile.version(), this::view);
        profile.present(
                change.displayName().strip(),
                change.zone(),
                change.locale(),
                change.units().toUnits());
        profile.describeBody(change.birthDate(), change.height(), change.sexAtBirth());
        accounts.flush();
        accounts.identityChanged(caller.account());
        return view();
    }

    private ProfileView view() {
        return ProfileView.from(
                accounts.account(caller.account()).orElseThrow(Problem::notFound),
                accounts.profile(caller.account()).orElseThrow(Problem::notFound));
    }
}
