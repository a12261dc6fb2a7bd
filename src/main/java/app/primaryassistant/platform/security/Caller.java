package app.primaryassistant.platform.security;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.time.CivilDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Who the current request is from. */
@ApplicationScoped
public class Caller {

    @Inject
    private SecurityContext security;

    @Inject
    private BeanManager beans;

    @Inject
    private Clock clock;

    /** Empty for a visitor, and outside of any request. */
    public Optional<AccountPrincipal> known() {
        if (!inRequest()) {
            return Optional.empty();
        }
        return security.getPrincipalsByType(AccountPrincipal.class).stream().findFirst();
    }

    /** The owner of everything the request may touch. */
    public UUID account() {
        return principal().account();
    }

    /** The id of the session or API token that the request came with. */
    public UUID credential() {
        return principal().credential();
    }

    public ZoneId zone() {
        return principal().zone();
    }

    /** The day it is now where the caller says they are. */
    public LocalDate today() {
        return CivilDay.at(clock.instant(), zone());
    }

    private AccountPrincipal principal() {
        return known().orElseThrow(() -> Problem.of(ProblemType.UNAUTHENTICATED));
    }

    private boolean inRequest() {
        try {
            return beans.getContext(RequestScoped.class).isActive();
        } catch (ContextNotActiveException outside) {
            return false;
        }
    }
}
