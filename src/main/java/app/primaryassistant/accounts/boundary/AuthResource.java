package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.Passwords;
import app.primaryassistant.accounts.control.Registration;
import app.primaryassistant.accounts.control.SignIn;
import app.primaryassistant.accounts.control.SignInRepository.Attempt;
import app.primaryassistant.accounts.entity.Session;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.ClientAddress;
import app.primaryassistant.platform.security.Role;
import app.primaryassistant.platform.security.Secret;
import app.primaryassistant.platform.security.SessionCookie;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Setting up, signing in, signing up, signing out.
 *
 * <p>Unlike the other resources it is not one transaction: see {@link SignIn}.
 */
@Path("auth")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {

    @Inject
    private Registration registration;

    @Inject
    private Passwords passwords;

    @Inject
    private SignIn signIn;

    @Inject
    private Caller caller;

    @Inject
    private ClientAddress address;

    @HeaderParam(HttpHeaders.USER_AGENT)
    private @Nullable String userAgent;

    @CookieParam(DeviceCookie.NAME)
    private @Nullable Cookie device;

    /** What a visitor can do here. */
    public record AuthState(boolean setupNeeded, String registration, boolean signedIn) {}

    @GET
    @Path("state")
    @PermitAll
    public AuthState state() {
        return new AuthState(
                !registration.isSetUp(),
                registration.mode().name().toLowerCase(Locale.ROOT),
                caller.known().isPresent());
    }

    @POST
    @Path("setup")
    @PermitAll
    public Response setUp(@Valid @NotNull NewAdministrator administrator) {
        String hash = hashChosen(administrator.password(), administrator.name());
        UUID id = registration.firstAdministrator(
                new Secret(administrator.code().strip()), administrator.name(), hash, zoneOrUtc(administrator.zone()));
        return signedIn(Response.Status.CREATED, id);
    }

    @POST
    @Path("sign-up")
    @PermitAll
    public Response signUp(@Valid @NotNull NewAccount account) {
        if (registration.mode() == Registration.Mode.CLOSED) {
            throw Problem.of(ProblemType.REGISTRATION_CLOSED);
        }
        String hash = hashChosen(account.password(), account.name());
        UUID id = registration.member(
                Optional.ofNullable(account.invitation()).map(String::strip).map(Secret::new),
                account.name(),
                hash,
                zoneOrUtc(account.zone()));
        return signedIn(Response.Status.CREATED, id);
    }

    @POST
    @Path("sign-in")
    @PermitAll
    public Response signIn(@Valid @NotNull Credentials credentials) {
        return signedIn(Response.Status.OK, passwords.inTurn(turn -> recognise(credentials, turn)));
    }

    /** @throws Problem if the name or the device is locked, or name and password do not belong together */
    private UUID recognise(Credentials credentials, Passwords.Turn turn) {
        Attempt attempt = signIn.begin(credentials.name(), DeviceCookie.secret(device));
        attempt.lockedFor().ifPresent(remaining -> {
            signIn.fail(attempt.account().orElse(null), address.current(), "throttled");
            throw Problem.retryLater(ProblemType.TOO_MANY_REQUESTS, remaining);
        });
        boolean right = turn.matches(credentials.password(), attempt.passwordHash());
        if (!right || !attempt.active()) {
            String reason = attempt.account().isEmpty() ? "unknown" : right ? "locked" : "password";
            signIn.fail(attempt.account().orElse(null), address.current(), reason);
            throw Problem.of(ProblemType.WRONG_CREDENTIALS);
        }
        signIn.forgetFailures(credentials.name(), DeviceCookie.secret(device));
        return attempt.account().orElseThrow();
    }

    @POST
    @Path("sign-out")
    @RolesAllowed(Role.SESSION)
    @Consumes(MediaType.WILDCARD)
    public Response signOut() {
        signIn.close(caller.account(), caller.credential());
        return Response.noContent().cookie(SessionCookie.removed()).build();
    }

    private Response signedIn(Response.Status status, UUID account) {
        SignIn.Opened opened =
                signIn.open(account, Device.of(userAgent), address.current(), DeviceCookie.secret(device));
        return Response.status(status)
                .cookie(SessionCookie.holding(opened.secret(), Session.LIFETIME), DeviceCookie.holding(opened.device()))
                .entity(ProfileView.from(opened.account(), opened.profile()))
                .build();
    }

    private String hashChosen(String password, String name) {
        return passwords.inTurn(turn -> turn.hashChosen("password", password, List.of(name)));
    }

    private static String zoneOrUtc(@Nullable String zone) {
        return zone == null ? "UTC" : zone;
    }
}
