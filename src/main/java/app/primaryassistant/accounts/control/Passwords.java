package app.primaryassistant.accounts.control;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords.
 *
 * <p>Half of the processors may do so at once; the next ones wait up to two seconds and are then asked to come back. So a
 * storm of sign-ins slows sign-ins, not everybody else.
 */
@ApplicationScoped
public class Passwords {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore turns = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** Compared with where there is no account, so that an unknown name costs as much as a known one. */
    private final String nobodysHash = PasswordHash.of("nobody's");

    public String hash(String password) {
        return inTurn(() -> PasswordHash.of(password));
    }

    /** @param hash empty where there is no account; the answer is then no, after the same work */
    public boolean matches(String password, Optional<String> hash) {
        boolean matches = inTurn(() -> PasswordHash.matches(password, hash.orElse(nobodysHash)));
        return matches && hash.isPresent();
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!acquire()) {
            throw Problem.retryLater(ProblemType.UNAVAILABLE, PATIENCE);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean acquire() {
        try {
            return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
