package app.primaryassistant.transfer.control;

import app.primaryassistant.metrics.control.Measurable;
import app.primaryassistant.platform.persistence.PlainSql;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.transfer.control.FileAnalysis.Survey;
import app.primaryassistant.transfer.control.StoredImport.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files from their arrival until somebody has said yes or no. */
@ApplicationScoped
public class Imports {

    private static final int MOST_WAITING = 10;

    @Inject
    private ImportRepository imports;

    @Inject
    private WaitingRowsRepository waiting;

    @Inject
    private ExerciseNameRepository names;

    @Inject
    private TakeOverRepository takenOver;

    @Inject
    private EditionRepository editions;

    @Inject
    private Uploads uploads;

    @Inject
    private PlainSql sql;

    @Inject
    private Clock clock;

    /**
     * Looks at a file that was stored under an id, which becomes that of its import.
     *
     * @param fileName what the file is called where it comes from
     * @throws Problem if it cannot be read, holds nothing, or too many others wait
     */
    public void look(UUID owner, UUID id, @Nullable String fileName, ZoneId zone) {
        if (imports.waiting(owner) >= MOST_WAITING) {
            throw Problem.of(ProblemType.CONFLICT, "Ten imports wait already; apply or delete one of them first.");
        }
        FileAnalysis file = FileAnalysis.of(uploads.existing(id), zone, clock, metrics(owner));
        Survey survey = file.survey(Answers.NONE.conventions());
        if (survey.rows() == 0) {
            throw Problem.invalid(Violation.body("file", "has a header and no rows"));
        }
        imports.add(owner, id, fileName, clock.instant(), zone, survey.format());
        Findings findings = findings(owner, id, file, survey, Answers.NONE);
        if (survey.questions().isEmpty() && isRefused(findings)) {
            throw Problem.invalid(refusals(findings));
        }
        imports.found(owner, id, Answers.NONE, findings, clock.instant());
    }

    /** Whether not one row can be taken over. */
    private static boolean isRefused(Findings findings) {
        var preview = findings.preview();
        return preview != null && preview.from() == null;
    }

    private static List<Violation> refusals(Findings findings) {
        var preview = findings.preview();
        return preview == null
                ? List.of()
                : preview.refusals().stream()
                        .limit(10)
                        .map(refusal -> Violation.body("file line " + refusal.line(), refusal.reason()))
                        .toList();
    }

    /**
     * Goes on with what was answered.
     *
     * @throws Problem if it is applied already, or an answer names no exercise
     */
    public void answer(UUID owner, UUID id, Answers answers) {
        StoredImport standing = imports.find(owner, id).orElseThrow(Problem::notFound);
        boolean isReadAnew = standing.findings().preview() == null
                || !standing.answers().conventions().equals(answers.conventions());
        Findings findings = isReadAnew ? read(owner, standing, answers) : named(owner, standing, answers);
        if (!imports.found(owner, id, answers, findings, clock.instant())) {
            throw Problem.of(ProblemType.CONFLICT, "It is applied already; it can only be undone.");
        }
    }

    private Findings read(UUID owner, StoredImport standing, Answers answers) {
        if (standing.state() != State.ASKED && standing.state() != State.READY) {
            throw Problem.of(ProblemType.CONFLICT, "It is applied already; it can only be undone.");
        }
        FileAnalysis file = FileAnalysis.of(uploads.existing(standing.id()), standing.zone(), clock, metrics(owner));
        return findings(owner, standing.id(), file, file.survey(answers.conventions()), answers);
    }

    private Findings named(UUID owner, StoredImport standing, Answers answers) {
        Findings before = standing.findings();
        return new Findings(
                before.rows(), before.questions(), names.names(owner, standing.id(), answers), before.preview());
    }

    private Findings findings(UUID owner, UUID id, FileAnalysis file, Survey survey, Answers answers) {
        if (!survey.questions().isEmpty()) {
            waiting.discard(owner, id);
            return new Findings(survey.rows(), survey.questions(), List.of(), null);
        }
        Staging staging = waiting.stage(owner, id);
        Survey reading = file.read(survey.conventions(), staging);
        staging.flush();
        if (!reading.questions().isEmpty()) {
            waiting.discard(owner, id);
            return new Findings(reading.rows(), reading.questions(), List.of(), null);
        }
        waiting.refuseTooMany(owner, id, staging);
        return new Findings(
                reading.rows(),
                List.of(),
                names.names(owner, id, answers),
                waiting.preview(owner, id, staging, editions.changes(owner, id)));
    }

    /** Takes back what an import has written; throws one away that has not. */
    public void remove(UUID owner, UUID id) {
        StoredImport standing = imports.find(owner, id).orElseThrow(Problem::notFound);
        switch (standing.state()) {
            case ASKED, READY -> {
                imports.delete(owner, id);
                uploads.remove(id);
            }
            case APPLYING -> throw Problem.of(ProblemType.CONFLICT, "It is being applied; wait for its end and undo it then.");
            case APPLIED -> {
                editions.relink(owner, id);
                takenOver.undo(owner, id, clock.instant());
                editions.bringBack(owner, id);
                imports.undone(owner, id, clock.instant());
            }
            case UNDONE -> {
                // It was asked for twice, and is as it was to be.
            }
        }
    }

    private List<Measurable> metrics(UUID owner) {
        List<Measurable> own = sql.list(
                "select key, name, unit, low, high from metric where account_id = ?",
                row -> Measurable.own(row.getString(1), row.getString(2), row.getString(3), row.getBigDecimal(4), row.getBigDecimal(5)),
                owner);
        return Stream.concat(Measurable.builtIn().stream(), own.stream()).toList();
    }
}
