package app.primaryassistant.accounts.control;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.problem.Violation;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Hashes and checks passwords, a few at a time and in the order of their arrival. So a storm of sign-ins slows sign-ins,
 * not everybody else, and never takes more memory than was set aside for it.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // For the container, which calls what fills the fields.
public class Passwords {

    /** Eight at once are served in less, also on a slow machine that has just started. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Each one that waits holds a thread of the server's 200. */
    private static final int MOST_WAITING = 32;

    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private Semaphore queue;

    private Semaphore turns;

    private Argon2id argon2id;

    /** Compared with where there is no account, so that an unknown name costs as much as a known one. */
    private String nobodysHash;

    /** Not in the constructor, which the bean's proxy runs too: the memory would be set aside twice. */
    @PostConstruct
    void setMemoryAside() {
        int atOnce = atOnce(
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory());
        queue = new Semaphore(atOnce + MOST_WAITING);
        turns = new Semaphore(atOnce, true);
        argon2id = new Argon2id(atOnce);
        nobodysHash = argon2id.hash("nobody's");
    }

    /** Half of the processors, and no more than an eighth of the heap holds the memory for; but one. */
    static int atOnce(int processors, long heap) {
        return (int) Math.max(1, Math.min(processors / 2, heap / 8 / Argon2id.bytesAtOnce()));
    }

    /** What may be done in one's turn. */
    public final class Turn {

        private Turn() {}

        /** @param hash empty where there is no account; the answer is then no, after the same work */
        public boolean matches(String password, Optional<String> hash) {
            boolean matches = argon2id.matches(password, hash.orElse(nobodysHash));
            return matches && hash.isPresent();
        }

        /**
         * Returns the hash of a password that somebody has chosen.
         *
         * @param field where it stands in the request
         * @param names the names of the person
         * @throws Problem if the password is too easy to guess
         */
        public String hashChosen(String field, String password, Collection<String> names) {
            PasswordStrength.weakness(password, names).ifPresent(weakness -> {
                throw Problem.invalid(Violation.body(field, weakness));
            });
            return argon2id.hash(password);
        }
    }

    /**
     * Waits for a turn and does the work in it. Counting an attempt is part of the work: what was never tried does not count.
     *
     * @throws Problem if too many wait already, or the wait took too long
     */
    public <T> T inTurn(Function<Turn, T> work) {
        if (!queue.tryAcquire()) {
            throw Problem.retryLater(ProblemType.UNAVAILABLE, COME_BACK);
        }
        try {
            if (!awaitTurn()) {
                throw Problem.retryLater(ProblemType.UNAVAILABLE, COME_BACK);
            }
            try {
                return work.apply(new Turn());
            } finally {
                turns.release();
            }
        } finally {
            queue.release();
        }
    }

    /** The same for work that only throws. */
    public void check(Consumer<Turn> work) {
        inTurn(turn -> {
            work.accept(turn);
            return true;
        });
    }

    private boolean awaitTurn() {
        try {
            return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
