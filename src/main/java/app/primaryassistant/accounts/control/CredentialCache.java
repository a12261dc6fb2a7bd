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
 * Caches for up to 30 seconds who a session or API token belongs to, so that not every request asks the database.
 *
 * <p>It is enabled only while this replica is notified of every change. When an account's sessions, tokens, status or time zone
 * change, its entries are invalidated: in this replica when it commits the change, in the others when the database notifies
 * them.
 */
@ApplicationScoped
public class CredentialCache {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final Cache<Key, Recognised> cache =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    @Inject
    private Clock clock;

    private boolean enabled;
    private long changes;

    CredentialCache() {}

    @SuppressWarnings("UnnecessaryAssignment") // for tests
    CredentialCache(Clock clock) {
        this.clock = clock;
    }

    /** Sessions and tokens are different things, whatever their secrets. */
    enum Kind {
        SESSION,
        TOKEN
    }

    private record Key(Kind kind, ByteBuffer hash) {}

    /** Who the credential with this hash belongs to, looked up unless it is cached. */
    Optional<Recognised> find(Kind kind, byte[] hash, Function<byte[], Optional<Recognised>> lookUp) {
        var key = new Key(kind, ByteBuffer.wrap(hash));
        Recognised cached = cache.getIfPresent(key);
        if (cached != null && cached.expiresAt().isAfter(clock.instant())) {
            return Optional.of(cached);
        }
        long before = changes();
        Optional<Recognised> found = lookUp.apply(hash);
        found.ifPresent(recognised -> put(key, recognised, before));
        return found;
    }

    private synchronized long changes() {
        return changes;
    }

    /** Does nothing if anything has changed since the look-up began, as its answer may be stale. */
    private synchronized void put(Key key, Recognised recognised, long before) {
        if (enabled && changes == before) {
            cache.put(key, recognised);
        }
    }

    /** To be called once this replica is notified of every change. */
    synchronized void enable() {
        changes++;
        enabled = true;
    }

    /** To be called as soon as notifications may be missed. */
    synchronized void disable() {
        enabled = false;
        cache.invalidateAll();
    }

    void changedHere(@Observes(during = TransactionPhase.AFTER_COMPLETION) IdentityChanged change) {
        invalidate(change.account());
    }

    /** Removes every entry of an account. */
    synchronized void invalidate(UUID account) {
        changes++;
        cache.asMap()
                .values()
                .removeIf(recognised -> recognised.principal().account().equals(account));
    }
}
