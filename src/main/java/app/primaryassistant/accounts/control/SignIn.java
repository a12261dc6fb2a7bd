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
import java.util.Optional;
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
    public SignInRepository.Attempt begin(String name, Optional<Secret> device) {
        return signIns.begin(name, device);
    }

    public void fail(@Nullable UUID account, String address, String reason) {
        meter.failed(reason);
        signIns.add(new SignInFailure(Ids.next(), clock.instant(), account, address, reason));
    }

    public void forgetFailures(String name, Optional<Secret> device) {
        signIns.forgetFailures(name, device);
    }

    /** What a person is called: to sign in, and on the pages. */
    public List<String> namesOf(UUID account) {
        return Stream.concat(
                        accounts.account(account).map(Account::name).stream(),
                        accounts.profile(account).map(Profile::displayName).stream())
                .toList();
    }

    /**
     * A session that has just begun.
     *
     * @param secret what its browser holds for as long as it lasts
     * @param device what the browser holds beyond that, to have attempts of its own
     */
    public record Opened(Secret secret, Secret device, Account account, Profile profile) {}

    /** @param device the secret that the browser was given by an earlier session */
    public Opened open(UUID account, String browser, String address, Optional<Secret> device) {
        Secret secret = Secret.random("");
        actingAccount.set(account);
        accounts.add(account, new Session(Ids.next(), account, secret.hash(), browser, address, clock.instant()));
        return new Opened(
                secret,
                signIns.trust(device, Secret.random("")),
                accounts.account(account).orElseThrow(),
                accounts.profile(account).orElseThrow());
    }

    /**
     * Ends every other session too, and the trust in other devices: whoever knew the old password is out.
     *
     * @param keepTokens whether the API tokens stay, which somebody who knew it may have made
     */
    public void changePassword(
            UUID account, String hash, UUID keptSession, Optional<Secret> keptDevice, boolean keepTokens) {
        accounts.account(account).orElseThrow(Problem::notFound).changePassword(hash);
        accounts.endSessionsExcept(account, keptSession);
        signIns.distrustAllBut(account, keptDevice);
        if (!keepTokens) {
            accounts.revokeTokens(account);
        }
    }

    public void close(UUID account, UUID session) {
        accounts.endSession(account, session);
    }
}
