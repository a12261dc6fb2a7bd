package app.primaryassistant.accounts.control;

import app.primaryassistant.accounts.control.CredentialRepository.Recognised;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Remembers for a short while who a session or API token belongs to, so that not every request asks the database.
 *
 * <p>Only for as long as this replica hears of every change: an account whose sessions, tokens, state or time zone change is
 * forgotten at once, by this replica when it makes the change and by every other one when the database tells it.
 */
@ApplicationScoped
public class RememberedCredentials {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final Cache<Key, Recognised> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    @Inject
    private Clock clock;

    private boolean hears;
    private long changes;

    RememberedCredentials() {}

    @SuppressWarnings("UnnecessaryAssignment") // for tests
    RememberedCredentials(Clock clock) {
        this.clock = clock;
    }

    /** Sessions and tokens are different things, whatever their secrets. */
    enum Kind {
        SESSION,
        TOKEN
    }

    private record Key(Kind kind, ByteBuffer hash) {}

    /** Whom the credential with this hash belongs to; looks it up where it is not known. */
    Optional<Recognised> find(Kind kind, byte[] hash, Function<byte[], Optional<Recognised>> lookUp) {
        var key = new Key(kind, ByteBuffer.wrap(hash));
        Recognised remembered = known.getIfPresent(key);
        if (remembered != null && remembered.expiresAt().isAfter(clock.instant())) {
            return Optional.of(remembered);
        }
        long before = changes();
        Optional<Recognised> found = lookUp.apply(hash);
        found.ifPresent(recognised -> remember(key, recognised, before));
        return found;
    }

    private synchronized long changes() {
        return changes;
    }

    /** Not what may have changed since it was asked for. */
    private synchronized void remember(Key key, Recognised recognised, long before) {
        if (hears && changes == before) {
            known.put(key, recognised);
        }
    }

    /** This replica hears of every change from now on. */
    synchronized void begin() {
        changes++;
        hears = true;
    }

    /** Changes may be missed from now on, so nothing is remembered. */
    synchronized void end() {
        hears = false;
        known.invalidateAll();
    }

    void changedHere(@Observes(during = TransactionPhase.AFTER_COMPLETION) IdentityChanged change) {
        forget(change.account());
    }

    /** Forgets what it knows of an account. */
    synchronized void forget(UUID account) {
        changes++;
        known.asMap()
                .values()
                .removeIf(recognised -> recognised.principal().account().equals(account));
    }
}
