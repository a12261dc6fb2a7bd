package app.primaryassistant.programs.entity;

import app.primaryassistant.exercises.entity.TermOf;
import app.primaryassistant.exercises.entity.Trait;
import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.programs.entity.progression.Bar;
import app.primaryassistant.programs.entity.progression.Deload;
import app.primaryassistant.programs.entity.progression.Loading;
import app.primaryassistant.programs.entity.progression.PercentOfTrainingMax;
import app.primaryassistant.programs.entity.progression.Prescription;
import app.primaryassistant.programs.entity.progression.Rule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program as a document. It is read and written as it is, so its components are the properties of the API.
 *
 * <p>A phase goes through its weeks in order, and through all of them again in the next round, until its gate says that it
 * is over.
 *
 * @param level for whom it is
 */
public record Program(
        @NotNull @PlainText(min = 1, max = 100) String name,
        @Nullable @PlainText(max = 300) String summary,
        @Nullable @PlainText(max = 5000) String description,
        @Nullable @TermOf(Trait.LEVEL) String level,
        @NotNull @Size(min = 1, max = 10) List<@NotNull @Valid Phase> phases) {

    /**
     * Weeks that are gone through again and again.
     *
     * @param until when it is over; only the last phase may go on for ever
     */
    public record Phase(
            @NotNull @PlainText(min = 1, max = 60) String name,
            @NotNull @Size(min = 1, max = 16) List<@NotNull @Valid Week> weeks,
            @Nullable @Valid PhaseEnd until) {}

    /**
     * The sessions of a week, in their order. On which days they fall is the person's affair.
     *
     * @param deload present in a lighter week by plan
     */
    public record Week(
            @Nullable @Valid Deload deload,
            @NotNull @Size(min = 1, max = 7) List<@NotNull @Valid Day> days) {}

    /** One session. */
    public record Day(
            @NotNull @PlainText(min = 1, max = 60) String name,
            @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Slot> exercises) {}

    /**
     * One exercise of a session.
     *
     * @param lift whose progress it is: slots with the same lift share a history, and one exercise may have several lifts,
     *     such as a heavy and a light one
     * @param restSeconds between its sets
     * @param superset slots of one session with the same number are done in turn
     */
    public record Slot(
            @NotNull @Size(max = 40) @Pattern(regexp = LIFT, message = "must be lower-case letters, digits and hyphens")
            String lift,

            @NotNull UUID exerciseId,
            @NotNull @Valid Rule rule,
            @Nullable @Size(max = 6) List<@NotNull @Valid WarmUp> warmUp,
            @Nullable @Min(0) @Max(3600) Integer restSeconds,
            @Nullable @Min(1) @Max(60) Integer superset,
            @Nullable @PlainText(max = 500) String note) {

        /**
         * The warm-up sets before these; none where the weight is not known, or nothing is lifted but the body. None is lighter
         * than the bar, and one that the plates make as heavy as the one before, or as what follows, is left out.
         */
        public List<Prescription.Target> warmUpsFor(List<Prescription.Target> targets, Loading loading, Bar bar) {
            BigDecimal heaviest = targets.stream()
                    .flatMap(target -> Stream.ofNullable(target.weight()))
                    .max(Comparator.naturalOrder())
                    .orElse(BigDecimal.ZERO);
            List<Prescription.Target> warmUps = new ArrayList<>();
            BigDecimal before = BigDecimal.ZERO;
            int percent = 0;
            for (WarmUp set : Optional.ofNullable(warmUp).orElse(List.of())) {
                BigDecimal weight = loading.share(heaviest, set.percent(), bar);
                boolean isNew = weight.compareTo(before) != 0 || set.percent() == percent;
                if (weight.signum() > 0 && weight.compareTo(heaviest) < 0 && isNew) {
                    warmUps.add(Prescription.Target.warmUp(set.reps(), weight));
                    before = weight;
                    percent = set.percent();
                }
            }
            return List.copyOf(warmUps);
        }
    }

    /**
     * A warm-up set.
     *
     * @param percent of the weight of the heaviest set that follows
     */
    public record WarmUp(
            @Min(10) @Max(95) int percent, @Min(1) @Max(20) int reps) {}

    /** How the name of a lift is written. */
    static final String LIFT = "[a-z0-9]+(-[a-z0-9]+)*";

    /**
     * A lift of the program.
     *
     * @param byTrainingMax whether it begins with a training max rather than with a weight
     */
    public record Lift(String lift, UUID exerciseId, boolean byTrainingMax) {}

    /** The lifts in the order they come up first. */
    public List<Lift> lifts() {
        Map<String, Lift> lifts = new LinkedHashMap<>();
        slots().forEach(slot -> lifts.putIfAbsent(
                slot.lift(), new Lift(slot.lift(), slot.exerciseId(), slot.rule() instanceof PercentOfTrainingMax)));
        return List.copyOf(lifts.values());
    }

    /** The most sessions that one of its weeks has. */
    public int daysPerWeek() {
        return phases.stream()
                .flatMap(phase -> phase.weeks().stream())
                .mapToInt(week -> week.days().size())
                .max()
                .orElse(0);
    }

    /** All exercises of all sessions. */
    public Stream<Slot> slots() {
        return phases.stream().flatMap(Program::slots);
    }

    static Stream<Slot> slots(Phase phase) {
        return phase.weeks().stream().flatMap(week -> week.days().stream()).flatMap(day -> day.exercises().stream());
    }

    Phase phase(Place place) {
        return phases.get(place.phase() - 1);
    }

    Week week(Place place) {
        return phase(place).weeks().get(place.week() - 1);
    }

    Day day(Place place) {
        return week(place).days().get(place.day() - 1);
    }

    /** Whether the program has a session there. */
    public boolean has(Place place) {
        return place.phase() <= phases.size()
                && place.week() <= phase(place).weeks().size()
                && place.day() <= week(place).days().size();
    }
}
