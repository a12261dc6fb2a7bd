package app.primaryassistant.imports.control;

import app.primaryassistant.imports.control.FileAnalysis.Survey;
import app.primaryassistant.imports.entity.Answers;
import app.primaryassistant.imports.entity.Findings;
import app.primaryassistant.imports.entity.Question;
import app.primaryassistant.imports.entity.StoredImport;
import app.primaryassistant.metrics.control.Measurable;
import app.primaryassistant.metrics.control.MetricRepository;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Reads the file of an import, has its rows wait in their tables, and says what was found. */
@ApplicationScoped
public class ImportAnalysis {

    /** Of the rows that are refused, where that is all of them. */
    private static final int SHOWN = 10;

    @Inject
    private ImportRepository imports;

    @Inject
    private StagedRowRepository staged;

    @Inject
    private ExerciseNameRepository names;

    @Inject
    private ImportWriter writer;

    @Inject
    private OutlierRowRepository outliers;

    @Inject
    private Uploads uploads;

    @Inject
    private MetricRepository metrics;

    @Inject
    private Clock clock;

    /** What a file comes to by the answers for it, some of which may have been remembered. */
    record Reading(Answers answers, Findings findings) {}

    /**
     * Looks at the characters of a file.
     *
     * @throws Problem if it is no text, or no longer there
     */
    FileAnalysis open(UUID owner, UUID id, ZoneId zone) {
        return FileAnalysis.of(uploads.existing(id), zone, clock, metrics(owner));
    }

    /**
     * Reads all of a file.
     *
     * @param progress is told how many of the import's lines have been read
     * @throws Problem if it cannot be read, or holds nothing
     */
    Reading read(UUID owner, StoredImport standing, IntConsumer progress) {
        FileAnalysis file = open(owner, standing.id(), standing.zone());
        var pass = new Pass(standing.total(), progress);
        Survey survey = file.survey(standing.answers().conventions(), pass::first);
        if (survey.rows() == 0) {
            throw Problem.invalid(Violation.body("file", "has a header but no rows"));
        }
        boolean isNew = standing.findings().rows() == 0;
        if (!isNew) {
            // What somebody has taken back and answered since is no longer assumed.
            List<String> assumed = Optional.ofNullable(standing.findings().assumed()).orElse(List.of()).stream()
                    .filter(standing.answers()::answers)
                    .toList();
            return findings(owner, standing, file, survey, standing.answers(), assumed, pass);
        }
        Reading reading = assuming(owner, standing, file, survey, pass)
                .orElseGet(() -> findings(owner, standing, file, survey, standing.answers(), List.of(), pass));
        if (isRefused(reading.findings())) {
            throw Problem.invalid(refusals(reading.findings()));
        }
        return reading;
    }

    /** By what was answered for earlier files from the same source, if that answers anything and makes sense of this one. */
    private Optional<Reading> assuming(UUID owner, StoredImport standing, FileAnalysis file, Survey survey, Pass pass) {
        Answers remembered =
                standing.answers().withRemembered(survey.questions(), imports.answersOfSource(owner, standing.id()));
        List<String> assumed = survey.questions().stream()
                .map(Question::about)
                .filter(remembered::answers)
                .toList();
        if (assumed.isEmpty()) {
            return Optional.empty();
        }
        Survey again = file.survey(remembered.conventions(), line -> pass.between());
        return Optional.of(findings(owner, standing, file, again, remembered, assumed, pass))
                .filter(reading -> !isRefused(reading.findings()));
    }

    private Reading findings(
            UUID owner,
            StoredImport standing,
            FileAnalysis file,
            Survey survey,
            Answers answers,
            List<String> assumed,
            Pass pass) {
        UUID id = standing.id();
        if (!survey.questions().isEmpty()) {
            staged.discard(owner, id);
            return new Reading(
                    answers, new Findings(survey.rows(), survey.questions(), List.of(), null, assumed, null));
        }
        Staging staging = staged.stage(owner, id);
        Survey read = file.read(survey.conventions(), staging, pass::second);
        staging.flush();
        if (!read.questions().isEmpty()) {
            staged.discard(owner, id);
            return new Reading(answers, new Findings(read.rows(), read.questions(), List.of(), null, assumed, null));
        }
        staged.refuseTooMany(owner, id, staging);
        return new Reading(
                answers,
                new Findings(
                        read.rows(),
                        List.of(),
                        names.names(owner, id, answers),
                        staged.preview(owner, id, staging, writer.changes(owner, id)),
                        assumed,
                        outliers.find(owner, id, file.metrics())));
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
                        .limit(SHOWN)
                        .map(refusal -> Violation.body("file line " + refusal.line(), refusal.reason()))
                        .toList();
    }

    private List<Measurable> metrics(UUID owner) {
        return Stream.concat(
                        Measurable.builtIn().stream(),
                        metrics.own(owner).stream().map(Measurable::of))
                .toList();
    }

    /**
     * The two times that a file is read: to see how it is written, and for what it says. A line that was read once is half done.
     *
     * @param lines of the file
     */
    private record Pass(int lines, IntConsumer progress) {

        void first(long line) {
            progress.accept(Math.min((int) line, lines) / 2);
        }

        /** What was remembered is tried out. */
        void between() {
            progress.accept(lines / 2);
        }

        void second(long line) {
            progress.accept((lines + Math.min((int) line, lines)) / 2);
        }
    }
}
