package app.primaryassistant.transfer.control.format;

import app.primaryassistant.transfer.control.outcome.Cells;
import app.primaryassistant.transfer.control.outcome.Columns;
import app.primaryassistant.transfer.control.outcome.Efforts;
import app.primaryassistant.transfer.control.outcome.Exact;
import app.primaryassistant.transfer.control.outcome.Frame;
import app.primaryassistant.transfer.control.outcome.Outcome;
import app.primaryassistant.transfer.control.outcome.Outcome.Effort;
import app.primaryassistant.transfer.control.outcome.Outcome.Entry;
import app.primaryassistant.transfer.control.outcome.Outcome.Remarks;
import app.primaryassistant.transfer.control.outcome.Outcome.Session;
import app.primaryassistant.transfer.control.outcome.Outcome.Weight;
import app.primaryassistant.transfer.control.text.Refusal;
import app.primaryassistant.transfer.control.text.Row;
import app.primaryassistant.workouts.control.Plausible;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** This program's own list of workouts: a row a set, with all that is known of the workout and the exercise in each. */
final class OwnWorkouts implements Format {

    private static final List<String> TYPES =
            List.of("strength", "cardio", "flexibility", "martial-arts", "sports", "recovery", "mixed");
    private static final List<String> KINDS = List.of("warm-up", "working", "drop", "failure", "amrap");

    /** Exports of earlier releases have up to so many repetitions in reserve. */
    private static final int ONCE_MOST_IN_RESERVE = 20;

    private static final BigDecimal MOST_HELP = BigDecimal.valueOf(300);

    private final Columns columns;
    private final Frame frame;
    private String entry = "";
    private int entries;

    private OwnWorkouts(Columns columns, Frame frame) {
        this.columns = columns;
        this.frame = frame;
    }

    static Optional<Format> of(Columns columns, Frame frame) {
        return columns.has("workout id", "local date", "started at", "ended at", "exercise position", "exercise", "kind", "done")
                ? Optional.of(new OwnWorkouts(columns, frame))
                : Optional.empty();
    }

    @Override
    public String key() {
        return "workouts";
    }

    @Override
    public void read(Row row, Consumer<Outcome> outcomes) {
        var cells = new Exact(new Cells(columns, row, frame.notation()));
        UUID workout = cells.id("workout id").orElseThrow(() -> new Refusal("The id of the workout is missing."));
        outcomes.accept(new Outcome.PerformedSet(
                row.line(),
                session(cells, workout),
                cells.term("exercise").map(name -> entry(cells, workout, name)),
                cells.term("kind").map(kind -> effort(cells))));
    }

    private Session session(Exact cells, UUID id) {
        Instant started = instant(cells, "started at");
        Instant ended = instant(cells, "ended at");
        if (ended.isBefore(started)) {
            throw new Refusal("The workout ends before it begins.");
        }
        return new Session(
                Optional.of(id),
                "id|" + id,
                cells.moment(frame, started),
                cells.text("title").orElse(""),
                cells.whole("duration s", Plausible.of("durationSeconds")),
                cells.text("note"),
                Optional.of(new Remarks(
                        ended,
                        oneOf(cells, "type", TYPES),
                        cells.number("intensity", Plausible.of("intensity")),
                        cells.whole("fatigue", Plausible.of("fatigue")),
                        cells.whole("soreness", Plausible.of("soreness")),
                        cells.text("coach note"))));
    }

    private static Instant instant(Exact cells, String name) {
        return cells.instant(name).orElseThrow(() -> new Refusal(name + ": The instant is missing."));
    }

    private Entry entry(Exact cells, UUID workout, String name) {
        String place = workout + " " + cells.whole("exercise position", 1, 60).orElse(0);
        if (!place.equals(entry)) {
            entry = place;
            entries++;
        }
        return new Entry(
                entries,
                cells.id("exercise id"),
                name,
                cells.whole("superset", Plausible.of("superset")),
                cells.whole("exercise rest s", Plausible.of("restSeconds")),
                cells.text("exercise note"));
    }

    private static Effort effort(Exact cells) {
        return new Effort(
                oneOf(cells, "kind", KINDS),
                cells.whole("reps", Plausible.of("reps")),
                weight(cells),
                cells.number("rpe", Plausible.of("rpe")),
                reserve(cells),
                cells.whole("set duration s", Plausible.of("durationSeconds")),
                cells.number("distance m", Plausible.of("distanceMetres")),
                cells.whole("set rest s", Plausible.of("restSeconds")),
                oneOf(cells, "done", List.of("yes", "no")).equals("yes"));
    }

    /** What is above the range of today is brought to its end, which means the same, as it was in the table. */
    private static Optional<Integer> reserve(Exact cells) {
        Plausible range = Plausible.of("rir");
        return cells.whole("rir", range.low().intValueExact(), ONCE_MOST_IN_RESERVE)
                .map(reps -> Math.min(reps, range.high().intValueExact()));
    }

    /** In its own unit, from which the weight in kg follows; the one in kg stands beside it for other programs. */
    private static Optional<Weight> weight(Exact cells) {
        return cells.number("weight", -700, 2300).map(weight -> {
            String unit = oneOf(cells, "unit", List.of("kg", "lb"));
            return new Weight(kilograms(weight, unit), weight, unit);
        });
    }

    /** Below zero it is what helped to lift the body. */
    private static BigDecimal kilograms(BigDecimal weight, String unit) {
        BigDecimal kilograms = Efforts.kilograms(weight.abs(), unit);
        if (weight.signum() >= 0) {
            return kilograms;
        }
        if (kilograms.compareTo(MOST_HELP) > 0) {
            throw new Refusal("The weight is less than −300 kg.");
        }
        return kilograms.negate();
    }

    private static String oneOf(Exact cells, String name, List<String> known) {
        return cells.term(name)
                .filter(known::contains)
                .orElseThrow(() -> new Refusal(name + ": It must be one of " + String.join(", ", known) + "."));
    }
}
