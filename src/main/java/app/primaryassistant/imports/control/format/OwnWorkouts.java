package app.primaryassistant.imports.control.format;

import app.primaryassistant.imports.control.row.Cells;
import app.primaryassistant.imports.control.row.Columns;
import app.primaryassistant.imports.control.row.Efforts;
import app.primaryassistant.imports.control.row.Exact;
import app.primaryassistant.imports.control.row.ImportContext;
import app.primaryassistant.imports.control.row.ParsedRow;
import app.primaryassistant.imports.control.row.ParsedRow.ParsedExercise;
import app.primaryassistant.imports.control.row.ParsedRow.ParsedWorkout;
import app.primaryassistant.imports.control.row.ParsedRow.Remarks;
import app.primaryassistant.imports.control.text.CsvRow;
import app.primaryassistant.imports.control.text.Refusal;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.vocabulary.Keyed;
import app.primaryassistant.workouts.entity.Measure;
import app.primaryassistant.workouts.entity.SetKind;
import app.primaryassistant.workouts.entity.Weight;
import app.primaryassistant.workouts.entity.WeightUnit;
import app.primaryassistant.workouts.entity.WorkoutSet;
import app.primaryassistant.workouts.entity.WorkoutType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** This program's own list of workouts: a row a set, with all that is known of the workout and the exercise in each. */
final class OwnWorkouts implements Format {

    /** Exports of earlier releases have up to so many repetitions in reserve. */
    private static final int ONCE_MOST_IN_RESERVE = 20;

    private final Columns columns;
    private final ImportContext context;
    private String entry = "";
    private int entries;

    private OwnWorkouts(Columns columns, ImportContext context) {
        this.columns = columns;
        this.context = context;
    }

    static Optional<Format> of(Columns columns, ImportContext context) {
        return columns.has(
                        "workout id",
                        "local date",
                        "started at",
                        "ended at",
                        "exercise position",
                        "exercise",
                        "kind",
                        "done")
                ? Optional.of(new OwnWorkouts(columns, context))
                : Optional.empty();
    }

    @Override
    public String key() {
        return "workouts";
    }

    @Override
    public void read(CsvRow row, Consumer<ParsedRow> outcomes) {
        var cells = new Exact(new Cells(columns, row, context.notation()));
        UUID workout = cells.id("workout id").orElseThrow(() -> new Refusal("The workout's id is missing."));
        outcomes.accept(new ParsedRow.ParsedSet(
                row.line(),
                session(cells, workout),
                cells.term("exercise").map(name -> entry(cells, workout, name)),
                cells.term("kind").map(kind -> set(cells))));
    }

    private ParsedWorkout session(Exact cells, UUID id) {
        Instant started = instant(cells, "started at");
        Instant ended = instant(cells, "ended at");
        if (ended.isBefore(started)) {
            throw new Refusal("The workout ends before it starts.");
        }
        return new ParsedWorkout(
                Optional.of(id),
                "id|" + id,
                cells.moment(context, started),
                cells.text("title").orElse(""),
                cells.whole("duration s", Measure.DURATION),
                cells.text("note"),
                Optional.of(new Remarks(
                        ended,
                        oneOf(cells, "type", WorkoutType.class),
                        cells.number("intensity", Measure.INTENSITY),
                        cells.whole("fatigue", Measure.FATIGUE),
                        cells.whole("soreness", Measure.SORENESS),
                        cells.text("coach note"))));
    }

    private static Instant instant(Exact cells, String name) {
        return cells.instant(name).orElseThrow(() -> new Refusal(name + ": The timestamp is missing."));
    }

    private ParsedExercise entry(Exact cells, UUID workout, String name) {
        String place = workout + " " + cells.whole("exercise position", 1, 60).orElse(0);
        if (!place.equals(entry)) {
            entry = place;
            entries++;
        }
        return new ParsedExercise(
                entries,
                cells.id("exercise id"),
                name,
                cells.whole("superset", Measure.SUPERSET),
                cells.whole("exercise rest s", Measure.REST),
                cells.text("exercise note"));
    }

    private static WorkoutSet set(Exact cells) {
        return new WorkoutSet(
                Ids.next(),
                oneOf(cells, "kind", SetKind.class),
                cells.whole("reps", Measure.REPS),
                weight(cells),
                cells.number("rpe", Measure.RPE),
                reserve(cells),
                cells.whole("set duration s", Measure.DURATION),
                cells.number("distance m", Measure.DISTANCE),
                cells.whole("set rest s", Measure.REST),
                oneOf(cells, "done", List.of("yes", "no")).equals("yes"));
    }

    /** What is above the range of today is brought to its end, which means the same, as it was in the table. */
    private static Optional<Integer> reserve(Exact cells) {
        return cells.whole("rir", Measure.RIR.low().intValueExact(), ONCE_MOST_IN_RESERVE)
                .map(reps -> Math.min(reps, Measure.RIR.high().intValueExact()));
    }

    /** In its own unit, from which the weight in kg follows; the one in kg stands beside it for other programs. */
    private static Optional<Weight> weight(Exact cells) {
        return cells.number("weight")
                .map(weight -> Efforts.weight(
                        weight, oneOf(cells, "unit", WeightUnit.class).key(), Measure.ADDED_WEIGHT));
    }

    private static <E extends Enum<E> & Keyed> E oneOf(Exact cells, String name, Class<E> vocabulary) {
        List<String> keys =
                Arrays.stream(vocabulary.getEnumConstants()).map(Keyed::key).toList();
        return Keyed.of(vocabulary, oneOf(cells, name, keys));
    }

    private static String oneOf(Exact cells, String name, List<String> known) {
        return cells.term(name)
                .filter(known::contains)
                .orElseThrow(() -> new Refusal(name + ": Must be one of " + String.join(", ", known) + "."));
    }
}
