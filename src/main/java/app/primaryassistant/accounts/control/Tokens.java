package app.primaryassistant.accounts.control;

import app.primaryassistant.accounts.entity.ApiToken;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.security.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Makes API tokens. It is a transaction of its own, for the password may have to be checked before. */
@ApplicationScoped
@Transactional
public class Tokens {

    /** Tells people and secret scanners what they have found. */
    private static final String PREFIX = "pa_";

    @Inject
    private AccountRepository accounts;

    @Inject
    private Clock clock;

    /** The only time that the secret is known. */
    public record Issued(ApiToken token, Secret secret) {}

    /** @throws Problem if there are {@link AccountRepository#MOST_TOKENS} already */
    public Issued issue(UUID owner, String name, boolean mayWrite, Duration lifetime) {
        Secret secret = Secret.random(PREFIX);
        Instant now = clock.instant();
        var token = new ApiToken(Ids.next(), owner, name, secret.hash(), mayWrite, now, now.plus(lifetime));
        accounts.add(owner, token);
        return new Issued(token, secret);
    }
}
