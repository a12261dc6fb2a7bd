package app.primaryassistant.programs.entity;

import app.primaryassistant.programs.entity.progression.DoneSet;
import app.primaryassistant.programs.entity.progression.LiftHistory;
import app.primaryassistant.programs.entity.progression.LiftSession;
import app.primaryassistant.programs.entity.progression.Loading;
import app.primaryassistant.programs.entity.progression.Prescription;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Somebody's way through a program.
 *
 * @param starts what each lift begins with; a lift may be missing
 * @param trained the sessions that were finished
 * @param skipped the places of those that were left out
 */
public record ProgramProgress(
        Program program, Loading loading, Map<String, Start> starts, List<Trained> trained, Set<Place> skipped) {

    /**
     * A finished session.
     *
     * @param sets those that count, by exercise and in the order they were done
     */
    public record Trained(Place place, LocalDate on, Map<UUID, List<DoneSet>> sets) {}

    /** A session to come, with its exercises in order. */
    public record Planned(Place place, String phase, String day, boolean lighter, List<PlannedExercise> exercises) {}

    /** One exercise of it. */
    public record PlannedExercise(Program.Slot slot, Prescription prescription) {}

    /** A session of a round: what became of it, or whether it is the next. */
    public record SessionSlot(Place place, String day, boolean lighter, State state) {

        /** How it stands. */
        public enum State {
            DONE,
            SKIPPED,
            NEXT,
            AHEAD
        }
    }

    /** Of somebody who follows a program. */
    public static ProgramProgress of(Enrolment enrolment, TrainingHistory history) {
        return new ProgramProgress(
                enrolment.program(),
                enrolment.loading(),
                enrolment.starts().stream().collect(Collectors.toMap(Start::lift, Function.identity())),
                history.trained(),
                history.skipped());
    }

    public ProgramProgress {
        trained = trained.stream().sorted(Comparator.comparing(Trained::place)).toList();
    }

    /** The session after the last one that was finished or skipped; empty where the program is over. */
    public Optional<Planned> next() {
        return nextPlace().map(this::planned);
    }

    /** All sessions of the round that the next one belongs to, in order; of the last round where the program is over. */
    public List<SessionSlot> round() {
        Optional<Place> next = nextPlace();
        Place within = next.or(this::last).orElse(Place.FIRST);
        Set<Place> done = trained.stream().map(Trained::place).collect(Collectors.toSet());
        List<Program.Week> weeks = program.phase(within).weeks();
        return IntStream.rangeClosed(1, weeks.size())
                .boxed()
                .flatMap(week -> IntStream.rangeClosed(
                                1, weeks.get(week - 1).days().size())
                        .mapToObj(day -> new Place(within.phase(), within.round(), week, day)))
                .map(place -> new SessionSlot(
                        place,
                        program.day(place).name(),
                        program.week(place).deload() != null,
                        state(place, next, done)))
                .toList();
    }

    private SessionSlot.State state(Place place, Optional<Place> next, Set<Place> done) {
        if (next.filter(place::equals).isPresent()) {
            return SessionSlot.State.NEXT;
        }
        if (done.contains(place)) {
            return SessionSlot.State.DONE;
        }
        // What lies before the next session was passed over, whether somebody said so or not.
        boolean passed = skipped.contains(place)
                || next.map(ahead -> place.compareTo(ahead) < 0).orElse(true);
        return passed ? SessionSlot.State.SKIPPED : SessionSlot.State.AHEAD;
    }

    private Optional<Place> nextPlace() {
        return last().map(this::after).orElse(Optional.of(Place.FIRST));
    }

    /** The last session that was finished or skipped. */
    private Optional<Place> last() {
        return Stream.concat(trained.stream().map(Trained::place), skipped.stream())
                .max(Comparator.naturalOrder());
    }

    private Optional<Place> after(Place last) {
        Program.Phase phase = program.phase(last);
        if (last.day() < program.week(last).days().size()) {
            return Optional.of(new Place(last.phase(), last.round(), last.week(), last.day() + 1));
        }
        if (last.week() < phase.weeks().size()) {
            return Optional.of(new Place(last.phase(), last.round(), last.week() + 1, 1));
        }
        if (!isOver(phase, last)) {
            return Optional.of(new Place(last.phase(), last.round() + 1, 1, 1));
        }
        return last.phase() < program.phases().size()
                ? Optional.of(new Place(last.phase() + 1, 1, 1, 1))
                : Optional.empty();
    }

    private boolean isOver(Program.Phase phase, Place last) {
        PhaseEnd end = phase.until();
        return end != null && end.ends(new PhaseEnd.End(last, histories(phase, last), loading));
    }

    private Map<String, LiftHistory> histories(Program.Phase phase, Place last) {
        return Program.slots(phase)
                .map(Program.Slot::lift)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), lift -> history(lift, last)));
    }

    private Planned planned(Place place) {
        boolean lighter = program.week(place).deload() != null;
        List<PlannedExercise> exercises = program.day(place).exercises().stream()
                .map(slot -> new PlannedExercise(slot, prescription(slot, place)))
                .toList();
        return new Planned(
                place, program.phase(place).name(), program.day(place).name(), lighter, exercises);
    }

    private Prescription prescription(Program.Slot slot, Place place) {
        Prescription ordinary = slot.rule().next(history(slot.lift(), place), loading);
        return Optional.ofNullable(program.week(place).deload())
                .map(deload -> deload.lighten(ordinary, loading))
                .orElse(ordinary);
    }

    /** What was done of a lift before a place, the lighter weeks left out. */
    private LiftHistory history(String lift, Place place) {
        List<LiftSession> sessions = trained.stream()
                .filter(session -> program.week(session.place()).deload() == null)
                .flatMap(session -> session(lift, session).stream())
                .toList();
        Optional<Start> start = Optional.ofNullable(starts.get(lift));
        return new LiftHistory(
                start.map(Start::weight).orElse(null),
                start.map(Start::trainingMax).orElse(null),
                sessions,
                place.roundOfProgram());
    }

    private Optional<LiftSession> session(String lift, Trained session) {
        return program.day(session.place()).exercises().stream()
                .filter(slot -> slot.lift().equals(lift))
                .findFirst()
                .flatMap(slot -> Optional.ofNullable(session.sets().get(slot.exerciseId()))
                        .map(sets ->
                                new LiftSession(slot.rule(), session.place().roundOfProgram(), sets)));
    }
}
