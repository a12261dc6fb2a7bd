package app.primaryassistant.imports.control;

import app.primaryassistant.imports.control.ImportAnalysis.Reading;
import app.primaryassistant.imports.control.ImportProgress.CalledOff;
import app.primaryassistant.imports.entity.StoredImport;
import app.primaryassistant.imports.entity.StoredImport.State;
import app.primaryassistant.platform.persistence.AccountTransaction;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Has files read beside their requests, which wait only so long that what is usual is answered at once. Its progress is seen
 * meanwhile, and it can be called off.
 */
@ApplicationScoped
public class AnalysisRun {

    private static final Logger LOG = Logger.getLogger(AnalysisRun.class.getName());

    /** In bytes: some years of training. What is smaller is read within a second, unless the machine has too much to do. */
    private static final long SMALL = 512 << 10;

    private static final Duration PATIENCE_WITH_SMALL = Duration.ofSeconds(10);
    private static final Duration PATIENCE_WITH_LARGE = Duration.ofSeconds(1);
    private static final int SMALL_AT_ONCE = 4;
    private static final int LARGE_AT_ONCE = 2;
    private static final int LONGEST_ERROR = 500;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private AccountTransaction transaction;

    @Inject
    private ImportRepository imports;

    @Inject
    private ImportLock lock;

    @Inject
    private ImportAnalysis analysis;

    @Inject
    private Uploads uploads;

    @Inject
    private Clock clock;

    private WorkQueue small;
    private WorkQueue large;

    /** Large files do not hold up small ones. */
    @PostConstruct
    void begin() {
        small = new WorkQueue(executor, SMALL_AT_ONCE);
        large = new WorkQueue(executor, LARGE_AT_ONCE);
    }

    /**
     * Has a file read, and waits a little for its end; it may go on after that.
     *
     * @throws Problem if it could not be read, and that is known already
     */
    public void read(UUID owner, UUID id) {
        boolean isSmall = uploads.size(id) <= SMALL;
        CompletableFuture<Void> reading = (isSmall ? small : large).submit(id, () -> run(owner, id));
        Duration patience = isSmall ? PATIENCE_WITH_SMALL : PATIENCE_WITH_LARGE;
        try {
            reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException later) {
            LOG.fine("The file is being read in the background");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        }
    }

    /** Goes on where another server, or this one before it was started anew, had begun and has died. */
    public void resume(UUID owner, StoredImport standing) {
        UUID id = standing.id();
        if (standing.state() == State.ANALYSING && !small.has(id) && !large.has(id) && !lock.isTaken(id)) {
            resume(owner, id);
        }
    }

    /** The same without a look first; if somebody reads it, it is left to them. */
    void resume(UUID owner, UUID id) {
        large.enqueue(id, () -> run(owner, id));
    }

    private void run(UUID owner, UUID id) {
        try {
            transaction.of(owner, () -> readHeld(owner, id));
        } catch (CalledOff calledOff) {
            tidyUp(owner, id);
        } catch (Problem refused) {
            refuse(owner, id, words(refused));
            throw refused;
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "An uploaded file could not be read", failed);
            refuse(owner, id, "The file could not be read because of an error on the server. Please upload it again.");
            throw failed;
        }
    }

    /** Does nothing where somebody else reads it, or has read it. */
    private boolean readHeld(UUID owner, UUID id) {
        if (!lock.take(id)) {
            return false;
        }
        StoredImport standing = imports.find(owner, id).orElseThrow(CalledOff::new);
        if (standing.state() != State.ANALYSING) {
            return false;
        }
        Reading reading = analysis.read(owner, standing, new ImportProgress(transaction, imports, clock, owner, id));
        if (!imports.found(owner, id, reading.answers(), reading.findings(), clock.instant())) {
            throw new CalledOff();
        }
        return true;
    }

    private void refuse(UUID owner, UUID id, String error) {
        boolean isWanted = transaction.of(owner, () -> imports.refused(owner, id, error, clock.instant()));
        if (isWanted) {
            uploads.remove(id);
        } else {
            tidyUp(owner, id);
        }
    }

    private void tidyUp(UUID owner, UUID id) {
        transaction.of(owner, () -> {
            imports.deleteCancelled(owner, id);
            return id;
        });
        uploads.remove(id);
    }

    /** As sentences of their own, for they are read later and elsewhere. */
    private static String words(Problem refused) {
        String words = refused.violations().isEmpty()
                ? refused.detail().orElse("The file cannot be read.")
                : refused.violations().stream().map(AnalysisRun::words).collect(Collectors.joining(" "));
        return words.length() > LONGEST_ERROR ? words.substring(0, LONGEST_ERROR - 1) + "…" : words;
    }

    private static String words(Violation violation) {
        String line = violation.field().startsWith("file ") ? violation.field().substring("file ".length()) : "";
        return line.isEmpty()
                ? "The file " + violation.message() + "."
                : Character.toUpperCase(line.charAt(0)) + line.substring(1) + ": " + violation.message();
    }
}
