package app.primaryassistant.accounts.control;

import app.primaryassistant.accounts.entity.Account;
import app.primaryassistant.accounts.entity.Profile;
import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.persistence.ActingAccount;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.persistence.UniqueViolation;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.platform.security.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Makes accounts. Its methods take password hashes, for hashing must not hold a database connection. */
@ApplicationScoped
@Transactional
public class Registration {

    /** Who may register. */
    public enum Mode {
        CLOSED,
        INVITE,
        OPEN
    }

    @Inject
    private Settings settings;

    @Inject
    private SignInRepository signIns;

    @Inject
    private AccountRepository accounts;

    @Inject
    private ActingAccount actingAccount;

    @Inject
    private Clock clock;

    public Mode mode() {
        return Mode.valueOf(settings.get("REGISTRATION").strip().toUpperCase(Locale.ROOT));
    }

    public boolean isSetUp() {
        return signIns.isSetUp();
    }

    public UUID firstAdministrator(Secret code, String name, String passwordHash, String zone) {
        UUID id = Ids.next();
        if (!signIns.createFirstAdministrator(code, id, name, passwordHash)) {
            throw signIns.isSetUp()
                    ? Problem.of(ProblemType.CONFLICT, "This installation is already set up.")
                    : Problem.invalid(Violation.body("code", "is not the setup code from the server's log"));
        }
        actingAccount.set(id);
        accounts.add(new Profile(id, name, zone));
        return id;
    }

    public UUID member(Optional<Secret> invitation, String name, String passwordHash, String zone) {
        admit(invitation);
        UUID id = Ids.next();
        actingAccount.set(id);
        try {
            accounts.add(Account.member(id, name, passwordHash, clock.instant()), new Profile(id, name, zone));
        } catch (PersistenceException taken) {
            throw UniqueViolation.isCauseOf(taken) ? Problem.of(ProblemType.CONFLICT, "This name is taken.") : taken;
        }
        return id;
    }

    private void admit(Optional<Secret> invitation) {
        switch (mode()) {
            case CLOSED -> throw Problem.of(ProblemType.REGISTRATION_CLOSED);
            case INVITE -> {
                if (!invitation.map(signIns::acceptInvitation).orElse(false)) {
                    throw Problem.invalid(Violation.body("invitation", "is unknown, already used or expired"));
                }
            }
            // Nobody needs one, but an invitation that was followed is used up all the same.
            case OPEN -> invitation.ifPresent(signIns::acceptInvitation);
        }
    }
}
