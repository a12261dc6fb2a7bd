package app.primaryassistant.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.accounts.control.CredentialCache.Kind;
import app.primaryassistant.accounts.control.CredentialRepository.Recognised;
import app.primaryassistant.local.TestClock;
import app.primaryassistant.platform.security.AccountPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is cached of a credential, and when it is not. */
class CredentialCacheTest {

    private static final byte[] HASH = {1, 2, 3};

    private final UUID account = UUID.randomUUID();
    private final CredentialCache cache = new CredentialCache(TestClock.CLOCK);
    private final AtomicInteger lookUps = new AtomicInteger();

    private Instant expiresAt = TestClock.now().plus(Duration.ofDays(1));

    @BeforeEach
    void enable() {
        cache.enable();
    }

    @Test
    void aSecondLookUpIsServedFromTheCache() {
        assertThat(find(Kind.SESSION)).isEqualTo(find(Kind.SESSION)).isPresent();

        assertThat(lookUps).hasValue(1);
    }

    @Test
    void aSessionIsNoToken() {
        find(Kind.SESSION);
        find(Kind.TOKEN);

        assertThat(lookUps).hasValue(2);
    }

    @Test
    void anUnknownCredentialIsLookedUpEachTime() {
        assertThat(cache.find(Kind.SESSION, HASH, this::unknown)).isEmpty();
        assertThat(cache.find(Kind.SESSION, HASH, this::unknown)).isEmpty();

        assertThat(lookUps).hasValue(2);
    }

    @Test
    void aChangeOfTheAccountInvalidatesIt() {
        find(Kind.SESSION);
        cache.invalidate(account);
        find(Kind.SESSION);

        assertThat(lookUps).hasValue(2);
    }

    @Test
    void aChangeOfAnotherAccountLeavesThisOne() {
        find(Kind.SESSION);
        cache.invalidate(UUID.randomUUID());
        find(Kind.SESSION);

        assertThat(lookUps).hasValue(1);
    }

    @Test
    void whatChangesDuringTheLookUpIsNotCached() {
        cache.find(Kind.SESSION, HASH, hash -> {
            cache.invalidate(account);
            return known();
        });
        find(Kind.SESSION);

        assertThat(lookUps).hasValue(2);
    }

    @Test
    void anExpiredCredentialIsLookedUpAgain() {
        expiresAt = TestClock.now();
        find(Kind.SESSION);
        find(Kind.SESSION);

        assertThat(lookUps).hasValue(2);
    }

    @Test
    void nothingIsCachedWhileNotificationsMayBeMissed() {
        find(Kind.SESSION);
        cache.disable();
        find(Kind.SESSION);
        find(Kind.SESSION);
        assertThat(lookUps).hasValue(3);

        cache.enable();
        find(Kind.SESSION);
        find(Kind.SESSION);
        assertThat(lookUps).hasValue(4);
    }

    private Optional<Recognised> find(Kind kind) {
        return cache.find(kind, HASH.clone(), hash -> known());
    }

    private Optional<Recognised> known() {
        lookUps.incrementAndGet();
        var principal = new AccountPrincipal(account, UUID.randomUUID(), "Robin", ZoneOffset.UTC);
        return Optional.of(new Recognised(principal, Set.of(), expiresAt));
    }

    private Optional<Recognised> unknown(byte[] hash) {
        lookUps.incrementAndGet();
        return Optional.empty();
    }
}
