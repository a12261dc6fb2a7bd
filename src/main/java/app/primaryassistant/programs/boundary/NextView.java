package app.primaryassistant.programs.boundary;

import app.primaryassistant.programs.entity.Enrolment;
import app.primaryassistant.programs.entity.NextSession;
import app.primaryassistant.programs.entity.ProgramProgress;
import app.primaryassistant.programs.entity.progression.Prescription;
import app.primaryassistant.programs.entity.progression.Rule;
import app.primaryassistant.workouts.entity.Workout;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What comes next of a program.
 *
 * @param done how many sessions were finished
 * @param skipped how many were left out
 * @param unit that weights are in
 * @param round the sessions of the round that the next one belongs to, or of the last round
 * @param session absent where the program is over
 */
public record NextView(
        UUID enrolmentId,
        String programName,
        String unit,
        String state,
        int done,
        int skipped,
        List<SlotView> round,
        @Nullable SessionView session) {

    /**
     * The next session.
     *
     * @param lighter whether its week is a lighter one by plan
     * @param localDate when it falls; today or later
     * @param begun the workout that was begun for it and is still going on
     * @param workout to be put to {@code /workouts/{id}}; with fresh ids in each answer
     */
    public record SessionView(
            String place,
            String phase,
            int round,
            int week,
            String day,
            boolean lighter,
            LocalDate localDate,
            @Nullable UUID begun,
            List<ExerciseView> exercises,
            PlannedWorkout workout) {}

    /**
     * Why an exercise is prescribed as it is.
     *
     * @param workoutExercise the entry of the workout that it is of
     * @param change {@code start}, {@code heavier}, {@code more-reps}, {@code same}, {@code lighter}, {@code setback} or
     *     {@code lighter-week}
     * @param targets the sets that count, without warm-ups
     * @param rule that they follow from
     */
    public record ExerciseView(
            UUID workoutExercise,
            String lift,
            UUID exerciseId,
            @Nullable String exerciseName,
            String change,
            String reason,
            List<Prescription.Target> targets,
            Rule rule) {}

    /**
     * A session of the round.
     *
     * @param lighter whether its week is a lighter one by plan
     * @param state {@code done}, {@code skipped}, {@code next} or {@code ahead}
     */
    public record SlotView(String place, int week, String day, boolean lighter, String state) {}

    static NextView from(NextSession next) {
        Enrolment enrolment = next.enrolment();
        return new NextView(
                enrolment.id(),
                enrolment.program().name(),
                enrolment.loading().unit().key(),
                enrolment.state().key(),
                next.history().trained().size(),
                next.history().skipped().size(),
                next.round().stream().map(NextView::slot).toList(),
                next.planned()
                        .map(planned -> session(planned, next.history().exerciseNames()))
                        .orElse(null));
    }

    private static SlotView slot(ProgramProgress.SessionSlot slot) {
        return new SlotView(
                slot.place().toString(),
                slot.place().week(),
                slot.day(),
                slot.lighter(),
                slot.state().name().toLowerCase(Locale.ROOT));
    }

    private static SessionView session(NextSession.Planned planned, Map<UUID, String> names) {
        ProgramProgress.Planned session = planned.session();
        return new SessionView(
                session.place().toString(),
                session.phase(),
                session.place().round(),
                session.place().week(),
                session.day(),
                session.lighter(),
                planned.on(),
                planned.begun().orElse(null),
                exercises(session, planned.workout(), names),
                PlannedWorkout.from(
                        planned.workout(), planned.workout().program().orElseThrow()));
    }

    private static List<ExerciseView> exercises(
            ProgramProgress.Planned session, Workout workout, Map<UUID, String> names) {
        return IntStream.range(0, session.exercises().size())
                .mapToObj(i -> exercise(
                        session.exercises().get(i), workout.exercises().get(i).id(), names))
                .toList();
    }

    private static ExerciseView exercise(
            ProgramProgress.PlannedExercise exercise, UUID entry, Map<UUID, String> names) {
        UUID id = exercise.slot().exerciseId();
        return new ExerciseView(
                entry,
                exercise.slot().lift(),
                id,
                names.get(id),
                exercise.prescription().change().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                exercise.prescription().reason(),
                exercise.prescription().targets(),
                exercise.slot().rule());
    }
}
