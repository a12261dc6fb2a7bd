package app.primaryassistant.accounts.control;

import app.primaryassistant.accounts.entity.Account;
import app.primaryassistant.accounts.entity.Profile;
import app.primaryassistant.accounts.entity.Session;
import app.primaryassistant.accounts.entity.SignInFailure;
import app.primaryassistant.platform.persistence.ActingAccount;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.security.Secret;
import app.primaryassistant.platform.telemetry.SignInMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The database's part of signing in: before the password is checked, and after.
 *
 * <p>Two transactions rather than one at the boundary, because checking a password takes tens of milliseconds of processor
 * time, may wait for its turn, and must not hold a connection meanwhile.
 */
@ApplicationScoped
@Transactional
public class SignIn {

    @Inject
    private SignInRepository signIns;

    @Inject
    private AccountRepository accounts;

    @Inject
    private ActingAccount actingAccount;

    @Inject
    private SignInMeter meter;

    @Inject
    private Clock clock;

    /** Counts the attempt, whether the name is known or not. */
    public SignInRepository.Attempt begin(String name) {
        return signIns.begin(name);
    }

    public void fail(@Nullable UUID account, String address, String reason) {
        meter.failed(reason);
        signIns.add(new SignInFailure(Ids.next(), clock.instant(), account, address, reason));
    }

    public void forgetFailures(String name) {
        signIns.forgetFailures(name);
    }

    /** What a person is called: to sign in, and on the pages. */
    public List<String> namesOf(UUID account) {
        return Stream.concat(
                        accounts.account(account).map(Account::name).stream(),
                        accounts.profile(account).map(Profile::displayName).stream())
                .toList();
    }

    /** A session that has just begun: what its browser will hold, and who it is for. */
    public record Opened(Secret secret, Account account, Profile profile) {}

    public Opened open(UUID account, String device, String address) {
        Secret secret = Secret.random("");
        actingAccount.set(account);
        accounts.add(account, new Session(Ids.next(), account, secret.hash(), device, address, clock.instant()));
        return new Opened(
                secret, accounts.account(account).orElseThrow(), accounts.profile(account).orElseThrow());
    }

    /** Ends every other session too: whoever knew the old password is out. */
    public void changePassword(UUID account, String hash, UUID keptSession) {
        accounts.account(account).orElseThrow(Problem::notFound).changePassword(hash);
        accounts.endSessionsExcept(account, keptSession);
    }

    public void close(UUID account, UUID session) {
        accounts.endSession(account, session);
    }
}
