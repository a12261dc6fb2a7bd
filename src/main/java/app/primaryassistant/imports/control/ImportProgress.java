package app.primaryassistant.imports.control;

import app.primaryassistant.platform.persistence.AccountTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * Writes down how far the work on an import is, not too often, in a transaction of its own: that of the rows shows nothing before
 * its end.
 */
final class ImportProgress implements IntConsumer {

    private static final Duration BETWEEN = Duration.ofMillis(300);

    /** Somebody has called the work off. */
    static final class CalledOff extends RuntimeException {

        private static final long serialVersionUID = 1;

        CalledOff() {
            super("The import was cancelled", null, false, false);
        }
    }

    private final AccountTransaction transaction;
    private final ImportRepository imports;
    private final Clock clock;
    private final UUID owner;
    private final UUID id;
    private Instant last;

    ImportProgress(AccountTransaction transaction, ImportRepository imports, Clock clock, UUID owner, UUID id) {
        this.transaction = transaction;
        this.imports = imports;
        this.clock = clock;
        this.owner = owner;
        this.id = id;
        this.last = clock.instant();
    }

    /**
     * Takes the lines that are done.
     *
     * @throws CalledOff if nobody wants it any longer
     */
    @Override
    public void accept(int done) {
        Instant now = clock.instant();
        if (Duration.between(last, now).compareTo(BETWEEN) >= 0) {
            last = now;
            if (!transaction.of(owner, () -> imports.step(owner, id, done, now))) {
                throw new CalledOff();
            }
        }
    }
}
