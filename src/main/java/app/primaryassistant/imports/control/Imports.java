package app.primaryassistant.imports.control;

import app.primaryassistant.imports.entity.Answers;
import app.primaryassistant.imports.entity.Findings;
import app.primaryassistant.imports.entity.StoredImport;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files from their arrival until somebody has said yes or no. */
@ApplicationScoped
public class Imports {

    private static final int MOST_WAITING = 10;

    @Inject
    private ImportRepository imports;

    @Inject
    private ImportAnalysis analysis;

    @Inject
    private ImportLock lock;

    @Inject
    private ExerciseNameRepository names;

    @Inject
    private ImportWriter writer;

    @Inject
    private Uploads uploads;

    @Inject
    private Clock clock;

    /**
     * Takes a file that was stored under an id, which becomes that of its import; it is to be read then.
     *
     * @param fileName what the file is called where it comes from
     * @throws Problem if it is nothing that can be read, or too many others wait
     */
    public void add(UUID owner, UUID id, @Nullable String fileName, ZoneId zone) {
        if (imports.waiting(owner) >= MOST_WAITING) {
            throw Problem.of(
                    ProblemType.CONFLICT, "Ten imports are already waiting. Apply or discard one of them first.");
        }
        FileAnalysis file = analysis.open(owner, id, zone);
        imports.add(owner, id, fileName, clock.instant(), zone, file.source(), file.lines());
    }

    /**
     * Goes on with what was answered.
     *
     * @return whether the file has to be read anew
     * @throws Problem if it is being read, or is applied already, or an answer names no exercise
     */
    public boolean answer(UUID owner, UUID id, Answers answers) {
        StoredImport standing = imports.find(owner, id).orElseThrow(Problem::notFound);
        switch (standing.state()) {
            case ANALYSING ->
                throw Problem.of(ProblemType.CONFLICT, "The file is still being read. Answer when that is done.");
            case REFUSED ->
                throw Problem.of(ProblemType.CONFLICT, "The file cannot be read. Correct it and upload it again.");
            case APPLYING, APPLIED, UNDONE -> throw applied();
            case ASKED, READY -> {
                // These can be answered.
            }
        }
        names.check(answers);
        boolean isReadAnew = standing.findings().preview() == null
                || !standing.answers().conventions().equals(answers.conventions());
        boolean isDone = isReadAnew
                ? imports.readAnew(owner, id, answers, clock.instant())
                : imports.found(owner, id, answers, named(owner, standing, answers), clock.instant());
        if (!isDone) {
            // Between the look and the change, somebody else has answered or applied it.
            throw Problem.of(ProblemType.CONFLICT, "The import was answered or applied elsewhere in the meantime.");
        }
        return isReadAnew;
    }

    private static Problem applied() {
        return Problem.of(
                ProblemType.CONFLICT,
                "The import has already been applied. To change it, undo it and upload" + " the file again.");
    }

    private Findings named(UUID owner, StoredImport standing, Answers answers) {
        Findings before = standing.findings();
        return new Findings(
                before.rows(),
                before.questions(),
                names.names(owner, standing.id(), answers),
                before.preview(),
                before.assumed(),
                before.unusual());
    }

    /** Takes back what an import has written; throws one away that has not. */
    public void remove(UUID owner, UUID id) {
        StoredImport standing = imports.find(owner, id).orElseThrow(Problem::notFound);
        switch (standing.state()) {
            case ANALYSING -> callOff(owner, id);
            case REFUSED, ASKED, READY -> {
                imports.delete(owner, id);
                uploads.remove(id);
            }
            case APPLYING ->
                throw Problem.of(
                        ProblemType.CONFLICT,
                        "The import is being applied. Wait until that is" + " done, then undo it.");
            case APPLIED -> {
                writer.undo(owner, id, clock.instant());
                imports.undone(owner, id, clock.instant());
            }
            case UNDONE -> {
                // It was asked for twice, and is as it was to be.
            }
        }
    }

    /** Whoever reads it notices and tidies up; where nobody does, it is done here. If it has just been read, that is thrown away. */
    private void callOff(UUID owner, UUID id) {
        if (!imports.cancel(owner, id, clock.instant()) || !lock.isTaken(id)) {
            imports.delete(owner, id);
            uploads.remove(id);
        }
    }
}
