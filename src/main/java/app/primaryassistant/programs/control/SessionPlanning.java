package app.primaryassistant.programs.control;

import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.programs.control.EnrolmentRepository.Followed;
import app.primaryassistant.programs.entity.Enrolment;
import app.primaryassistant.programs.entity.NextSession;
import app.primaryassistant.programs.entity.Program;
import app.primaryassistant.programs.entity.ProgramProgress;
import app.primaryassistant.programs.entity.SessionDates;
import app.primaryassistant.programs.entity.TrainingHistory;
import app.primaryassistant.programs.entity.progression.Bar;
import app.primaryassistant.programs.entity.progression.Loading;
import app.primaryassistant.programs.entity.progression.Prescription;
import app.primaryassistant.workouts.entity.ProgramSession;
import app.primaryassistant.workouts.entity.SetKind;
import app.primaryassistant.workouts.entity.Weight;
import app.primaryassistant.workouts.entity.Workout;
import app.primaryassistant.workouts.entity.WorkoutExercise;
import app.primaryassistant.workouts.entity.WorkoutSet;
import app.primaryassistant.workouts.entity.WorkoutType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Plans the next session of a program as a workout to begin. */
@ApplicationScoped
public class SessionPlanning {

    private static final int LONGEST_TITLE = 100;

    @Inject
    private EnrolmentRepository enrolments;

    @Inject
    private Clock clock;

    /**
     * Plans what comes next; empty if there is no such enrolment for this account.
     *
     * @param zone where the person is, which decides what day it is
     */
    public Optional<NextSession> next(UUID owner, UUID enrolment, ZoneId zone) {
        return enrolments.followed(owner, enrolment).map(followed -> next(followed, clock.instant(), zone));
    }

    private static NextSession next(Followed followed, Instant now, ZoneId zone) {
        var progress = ProgramProgress.of(followed.enrolment(), followed.history());
        return new NextSession(
                followed.enrolment(),
                followed.history(),
                progress.round(),
                progress.next().map(session -> planned(followed, session, now, zone)));
    }

    private static NextSession.Planned planned(
            Followed followed, ProgramProgress.Planned session, Instant now, ZoneId zone) {
        Enrolment enrolment = followed.enrolment();
        TrainingHistory history = followed.history();
        Optional<LocalDate> last =
                history.trained().stream().map(ProgramProgress.Trained::on).max(LocalDate::compareTo);
        return new NextSession.Planned(
                session,
                SessionDates.next(enrolment.startOn(), enrolment.weekdays(), last, CivilDay.at(now, zone)),
                Optional.ofNullable(history.begun().get(session.place())),
                workout(followed, session, now, zone));
    }

    private static Workout workout(Followed followed, ProgramProgress.Planned session, Instant now, ZoneId zone) {
        Enrolment enrolment = followed.enrolment();
        return new Workout(
                Ids.next(),
                CivilDay.at(now, zone),
                now,
                zone.getId(),
                Optional.empty(),
                WorkoutType.STRENGTH,
                Optional.of(title(enrolment, session)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ProgramSession(enrolment.id(), session.place().toString())),
                session.exercises().stream()
                        .map(exercise -> exercise(
                                exercise,
                                enrolment.loading(),
                                followed.history().bar(exercise.slot().exerciseId())))
                        .toList());
    }

    /** As much of program and day as a title can hold. */
    private static String title(Enrolment enrolment, ProgramProgress.Planned session) {
        String title = enrolment.program().name() + ": " + session.day();
        return title.length() <= LONGEST_TITLE ? title : session.day();
    }

    private static WorkoutExercise exercise(ProgramProgress.PlannedExercise exercise, Loading loading, Bar bar) {
        Program.Slot slot = exercise.slot();
        List<Prescription.Target> targets = exercise.prescription().targets();
        return new WorkoutExercise(
                Ids.next(),
                slot.exerciseId(),
                Optional.ofNullable(slot.superset()),
                Optional.ofNullable(slot.restSeconds()),
                Optional.ofNullable(slot.note()),
                Stream.concat(
                                slot.warmUpsFor(targets, loading, bar).stream()
                                        .map(target -> set(SetKind.WARM_UP, target, loading)),
                                targets.stream()
                                        .map(target ->
                                                set(target.amrap() ? SetKind.AMRAP : SetKind.WORKING, target, loading)))
                        .toList());
    }

    private static WorkoutSet set(SetKind kind, Prescription.Target target, Loading loading) {
        return new WorkoutSet(
                Ids.next(),
                kind,
                Optional.ofNullable(target.reps()),
                Optional.ofNullable(target.weight()).map(weight -> Weight.of(weight, loading.unit())),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(target.seconds()),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
