package app.primaryassistant.metrics.boundary;

import app.primaryassistant.accounts.control.AccountRepository;
import app.primaryassistant.accounts.control.AccountRepository.Body;
import app.primaryassistant.metrics.control.BodyComposition;
import app.primaryassistant.metrics.control.Physique;
import app.primaryassistant.metrics.control.Physique.Sex;
import app.primaryassistant.metrics.control.StatisticsRepository;
import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.paging.Items;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What measurements and profile together say of the body. */
@Path("body-composition")
@ApplicationScoped
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class BodyCompositionResource {

    @Inject
    private StatisticsRepository statistics;

    @Inject
    private AccountRepository accounts;

    @Inject
    private Caller caller;

    @GET
    @RolesAllowed(Role.READ)
    public Items<Figure> figures(@QueryParam("on") @Nullable LocalDate on) {
        LocalDate day = Optional.ofNullable(on).orElseGet(caller::today);
        var latest = statistics.latest(caller.account(), BodyComposition.firstDay(day), day);
        return new Items<>(new BodyComposition(day, physique(accounts.body(caller.account())), latest).figures());
    }

    private static Physique physique(Body body) {
        return new Physique(
                body.height(),
                body.sexAtBirth() == null ? null : Sex.valueOf(body.sexAtBirth().toUpperCase(Locale.ROOT)),
                body.birthDate());
    }
}
