package app.primaryassistant.transfer.control;

import app.primaryassistant.platform.persistence.AccountTransaction;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.transfer.control.Findings.Match;
import app.primaryassistant.transfer.control.StoredImport.Result;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Applies an import after its request was answered: all of it or nothing, with its progress to be seen meanwhile. */
@ApplicationScoped
public class ImportRun {

    private static final Logger LOG = Logger.getLogger(ImportRun.class.getName());
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(200);

    /** Whoever wrote no step for this long has been killed, and its transaction with it. */
    private static final Duration SILENT = Duration.ofMinutes(5);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private AccountTransaction transaction;

    @Inject
    private ImportRepository imports;

    @Inject
    private WaitingRowsRepository waiting;

    @Inject
    private TakeOverRepository takeOver;

    @Inject
    private EditionRepository editions;

    @Inject
    private Uploads uploads;

    @Inject
    private Clock clock;

    /**
     * Begins; it goes on after the answer.
     *
     * @throws Problem if there is no such import, or something has to be answered first, or it was applied
     */
    public void begin(UUID owner, UUID id) {
        StoredImport claimed = transaction.of(owner, () -> claim(owner, id));
        executor.execute(() -> run(owner, claimed));
    }

    private StoredImport claim(UUID owner, UUID id) {
        StoredImport standing = imports.find(owner, id).orElseThrow(Problem::notFound);
        if (!imports.begin(owner, id, clock.instant(), SILENT)) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    switch (standing.state()) {
                        case ASKED -> "Something has to be answered first.";
                        case APPLYING -> "It is being applied already.";
                        default -> "It was applied already.";
                    });
        }
        return standing;
    }

    private void run(UUID owner, StoredImport claimed) {
        try {
            Result result = transaction.of(owner, () -> apply(owner, claimed));
            uploads.remove(claimed.id());
            LOG.info(() -> "Imported " + result.measurements() + " measurements and " + result.sets() + " sets");
        } catch (Problem refused) {
            fail(owner, claimed.id(), "Nothing was changed. " + refused.detail().orElse(refused.type().title()));
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "An import failed; nothing of it was written", failed);
            fail(owner, claimed.id(), "It could not be written, and nothing was changed. Please try again.");
        }
    }

    private Result apply(UUID owner, StoredImport claimed) {
        UUID id = claimed.id();
        takeOver.queue(owner);
        long replaced = claimed.answers().replacesChanged() ? editions.replace(owner, id, clock.instant()) : 0;
        Result result =
                takeOver.takeOver(owner, id, names(claimed.findings().names()), replaced, new Steps(owner, id));
        waiting.discard(owner, id);
        imports.applied(owner, id, result, clock.instant());
        return result;
    }

    private static String names(List<Findings.Name> names) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Findings.Name name : names) {
            UUID exercise = name.exercise() == null ? Ids.next() : name.exercise();
            array.add(Json.createObjectBuilder()
                    .add("name", name.name())
                    .add("exercise", exercise.toString())
                    .add("made", name.match() == Match.OWN));
        }
        return array.build().toString();
    }

    private void fail(UUID owner, UUID id, String words) {
        try {
            transaction.of(owner, () -> {
                imports.failed(owner, id, words, clock.instant());
                return id;
            });
        } catch (RuntimeException unrecorded) {
            LOG.log(Level.WARNING, "The failed import could not be recorded", unrecorded);
        }
    }

    /** Writes down how far it is, not too often, in a transaction of its own: that of the rows shows nothing before its end. */
    private final class Steps implements IntConsumer {

        private final UUID owner;
        private final UUID id;
        private Instant last = Instant.EPOCH;

        Steps(UUID owner, UUID id) {
            this.owner = owner;
            this.id = id;
        }

        @Override
        public void accept(int done) {
            Instant now = clock.instant();
            if (Duration.between(last, now).compareTo(BETWEEN_STEPS) >= 0) {
                last = now;
                transaction.of(owner, () -> {
                    imports.step(owner, id, done, now);
                    return done;
                });
            }
        }
    }
}
