package app.primaryassistant.imports.control;

import app.primaryassistant.imports.entity.Findings;
import app.primaryassistant.imports.entity.Findings.Match;
import app.primaryassistant.imports.entity.StoredImport;
import app.primaryassistant.imports.entity.StoredImport.Result;
import app.primaryassistant.imports.entity.StoredImport.State;
import app.primaryassistant.platform.persistence.AccountTransaction;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Applies an import after its request was answered: all of it or nothing, with its progress to be seen meanwhile. */
@ApplicationScoped
public class ImportRun {

    private static final Logger LOG = Logger.getLogger(ImportRun.class.getName());
    private static final int AT_ONCE = 4;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private AccountTransaction transaction;

    @Inject
    private ImportRepository imports;

    @Inject
    private StagedRowRepository staged;

    @Inject
    private ImportWriter writer;

    @Inject
    private Uploads uploads;

    @Inject
    private ImportLock lock;

    @Inject
    private Clock clock;

    private WorkQueue queue;

    @PostConstruct
    void begin() {
        queue = new WorkQueue(executor, AT_ONCE);
    }

    /**
     * Begins; it goes on after the answer. What a server had begun that has died is begun anew at once.
     *
     * @throws Problem if there is no such import, or something has to be answered first, or it was applied
     */
    public void begin(UUID owner, UUID id) {
        transaction.of(owner, () -> claim(owner, id));
        queue.enqueue(id, () -> run(owner, id));
    }

    /** Goes on where another server, or this one before it was started anew, had begun and has died. */
    public void resume(UUID owner, StoredImport standing) {
        UUID id = standing.id();
        if (standing.state() == State.APPLYING && !isWorkedOn(id)) {
            resume(owner, id);
        }
    }

    /** The same without a look first; if somebody applies it, it is left to them. */
    void resume(UUID owner, UUID id) {
        queue.enqueue(id, () -> run(owner, id));
    }

    private boolean isWorkedOn(UUID id) {
        return queue.has(id) || lock.isTaken(id);
    }

    private UUID claim(UUID owner, UUID id) {
        StoredImport standing = imports.find(owner, id).orElseThrow(Problem::notFound);
        boolean isTaken = standing.state() == State.APPLYING && isWorkedOn(id);
        if (isTaken || !imports.begin(owner, id, clock.instant())) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    switch (standing.state()) {
                        case ANALYSING -> "The file is still being read.";
                        case REFUSED -> "The file cannot be read. Correct it and upload it again.";
                        case ASKED -> "Answer the open questions first.";
                        case APPLYING -> "The import is already being applied.";
                        default -> "The import has already been applied.";
                    });
        }
        return id;
    }

    private void run(UUID owner, UUID id) {
        try {
            Optional<Result> result = transaction.of(owner, () -> apply(owner, id));
            result.ifPresent(written -> {
                uploads.remove(id);
                LOG.info(() -> "Imported " + written.measurements() + " measurements and " + written.sets() + " sets");
            });
        } catch (Problem refused) {
            fail(
                    owner,
                    id,
                    "Nothing was changed. "
                            + refused.detail().orElse(refused.type().title()));
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "An import failed; nothing was written", failed);
            fail(owner, id, "The import failed, and nothing was changed. Please try again.");
        }
    }

    /** Does nothing where somebody else applies it, or has applied it. */
    private Optional<Result> apply(UUID owner, UUID id) {
        if (!lock.take(id)) {
            return Optional.empty();
        }
        writer.queue(owner);
        StoredImport claimed = imports.find(owner, id).orElseThrow(Problem::notFound);
        if (claimed.state() != State.APPLYING) {
            return Optional.empty();
        }
        Result result = writer.apply(
                owner,
                id,
                names(claimed.findings().names()),
                claimed.answers().replacesChanged(),
                clock.instant(),
                new ImportProgress(transaction, imports, clock, owner, id));
        staged.discard(owner, id);
        imports.applied(owner, id, result, clock.instant());
        return Optional.of(result);
    }

    private static String names(List<Findings.FoundName> names) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Findings.FoundName name : names) {
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
}
