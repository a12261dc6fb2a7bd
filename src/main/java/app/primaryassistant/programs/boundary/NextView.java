package app.primaryassistant.programs.boundary;

import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.programs.entity.ProgramProgress;
import app.primaryassistant.programs.entity.Enrolment;
import app.primaryassistant.programs.control.EnrolmentRepository.Followed;
import app.primaryassistant.programs.entity.TrainingHistory;
import app.primaryassistant.programs.entity.SessionDates;
import app.primaryassistant.programs.entity.progression.Prescription;
import app.primaryassistant.programs.entity.progression.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        List<StopView> round,
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
    public record StopView(String place, int week, String day, boolean lighter, String state) {}

    static NextView from(Followed followed, Instant now, ZoneId zone) {
        Enrolment enrolment = followed.enrolment();
        TrainingHistory journal = followed.journal();
        ProgramProgress course = ProgramProgress.of(enrolment, journal);
        return new NextView(
                enrolment.id(),
                enrolment.program().name(),
                enrolment.loading().unit().key(),
                EnrolmentView.state(enrolment),
                journal.trained().size(),
                journal.skipped().size(),
                course.round().stream().map(NextView::stop).toList(),
                course.next().map(planned -> session(enrolment, journal, planned, now, zone)).orElse(null));
    }

    private static StopView stop(ProgramProgress.Stop stop) {
        return new StopView(
                stop.place().toString(),
                stop.place().week(),
                stop.day(),
                stop.lighter(),
                stop.state().name().toLowerCase(Locale.ROOT));
    }

    private static SessionView session(
            Enrolment enrolment, TrainingHistory journal, ProgramProgress.Planned planned, Instant now, ZoneId zone) {
        Optional<LocalDate> last =
                journal.trained().stream().map(ProgramProgress.Trained::on).max(LocalDate::compareTo);
        LocalDate day = SessionDates.next(enrolment.startOn(), enrolment.weekdays(), last, CivilDay.at(now, zone));
        PlannedWorkout workout = PlannedWorkout.from(enrolment, journal, planned, now, zone);
        return new SessionView(
                planned.place().toString(),
                planned.phase(),
                planned.place().round(),
                planned.place().week(),
                planned.day(),
                planned.lighter(),
                day,
                journal.begun().get(planned.place()),
                exercises(planned, workout, journal.exerciseNames()),
                workout);
    }

    private static List<ExerciseView> exercises(ProgramProgress.Planned planned, PlannedWorkout workout, Map<UUID, String> names) {
        return IntStream.range(0, planned.exercises().size())
                .mapToObj(i -> exercise(planned.exercises().get(i), workout.exercises().get(i).id(), names))
                .toList();
    }

    private static ExerciseView exercise(ProgramProgress.PlannedExercise exercise, UUID entry, Map<UUID, String> names) {
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
