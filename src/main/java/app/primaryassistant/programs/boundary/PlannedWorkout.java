package app.primaryassistant.programs.boundary;

import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.programs.entity.ProgramProgress;
import app.primaryassistant.programs.entity.Enrolment;
import app.primaryassistant.programs.entity.TrainingHistory;
import app.primaryassistant.programs.entity.Program;
import app.primaryassistant.programs.entity.progression.Bar;
import app.primaryassistant.programs.entity.progression.Loading;
import app.primaryassistant.programs.entity.progression.Prescription;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The next session as a workout that is begun now: a client puts it under an id of its choice, as it is, and fills in what is
 * done as it goes on. Its sets are planned: none counts before it is done.
 */
public record PlannedWorkout(
        LocalDate localDate,
        Instant startedAt,
        String zone,
        String type,
        String title,
        ProgramPlace program,
        List<PlannedEntry> exercises) {

    /** Of which session it is, so that finishing it moves on. */
    public record ProgramPlace(UUID enrolmentId, String place) {}

    /** One exercise of it. */
    public record PlannedEntry(
            UUID id,
            UUID exerciseId,
            @Nullable Integer superset,
            @Nullable Integer restSeconds,
            @Nullable String note,
            List<PlannedSet> sets) {}

    /** A set to be done; its weight is in the unit of the enrolment. */
    public record PlannedSet(
            UUID id,
            String kind,
            @Nullable Integer reps,
            @Nullable BigDecimal weight,
            @Nullable String unit,
            @Nullable Integer durationSeconds,
            boolean done) {}

    /** As if it were begun at an instant. */
    static PlannedWorkout from(Enrolment enrolment, TrainingHistory journal, ProgramProgress.Planned planned, Instant now, ZoneId zone) {
        return new PlannedWorkout(
                CivilDay.at(now, zone),
                now,
                zone.getId(),
                "strength",
                title(enrolment, planned),
                new ProgramPlace(enrolment.id(), planned.place().toString()),
                planned.exercises().stream()
                        .map(exercise -> entry(
                                exercise, enrolment.loading(), journal.bar(exercise.slot().exerciseId())))
                        .toList());
    }

    /** As much of program and day as a title can hold. */
    private static String title(Enrolment enrolment, ProgramProgress.Planned planned) {
        String title = enrolment.program().name() + ": " + planned.day();
        return title.length() <= 100 ? title : planned.day();
    }

    private static PlannedEntry entry(ProgramProgress.PlannedExercise exercise, Loading loading, Bar bar) {
        Program.Slot slot = exercise.slot();
        List<Prescription.Target> targets = exercise.prescription().targets();
        return new PlannedEntry(
                Ids.next(),
                slot.exerciseId(),
                slot.superset(),
                slot.restSeconds(),
                slot.note(),
                Stream.concat(
                                slot.warmUpsFor(targets, loading, bar).stream().map(target -> set("warm-up", target, loading)),
                                targets.stream()
                                        .map(target -> set(target.amrap() ? "amrap" : "working", target, loading)))
                        .toList());
    }

    private static PlannedSet set(String kind, Prescription.Target target, Loading loading) {
        return new PlannedSet(
                Ids.next(),
                kind,
                target.reps(),
                target.weight(),
                target.weight() == null ? null : loading.unit().key(),
                target.seconds(),
                false);
    }
}
