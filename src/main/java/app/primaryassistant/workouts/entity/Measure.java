package app.primaryassistant.workouts.entity;

import java.math.BigDecimal;

/** What sets and workouts are measured by, with the range that is plausible and the finest step that is told apart. */
public enum Measure {
    REPS("reps", "", "0", "1000", "1"),
    WEIGHT("weight", "kg", "0", "1000", "0.001"),
    /** What is added to the body where an exercise lifts it; below zero what a machine or a band takes from it. */
    ADDED_WEIGHT("addedWeight", "kg", "-300", "1000", "0.001"),
    /** Rating of perceived exertion of a set, on the scale of repetitions in reserve. */
    RPE("rpe", "", "1", "10", "0.5"),
    /** Repetitions in reserve; 10 are so many or more. */
    RIR("rir", "", "0", "10", "1"),
    DURATION("durationSeconds", "s", "0", "86400", "1"),
    DISTANCE("distanceMetres", "m", "0", "1000000", "0.01"),
    REST("restSeconds", "s", "0", "3600", "1"),
    SUPERSET("superset", "", "1", "60", "1"),
    /** Rating of perceived exertion of a whole session, on Borg's CR10 scale. */
    INTENSITY("intensity", "", "0", "10", "0.5"),
    FATIGUE("fatigue", "", "1", "10", "1"),
    SORENESS("soreness", "", "1", "10", "1");

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final String field;
    private final String unit;
    private final BigDecimal low;
    private final BigDecimal high;
    private final BigDecimal step;

    Measure(String field, String unit, String low, String high, String step) {
        this.field = field;
        this.unit = unit;
        this.low = new BigDecimal(low);
        this.high = new BigDecimal(high);
        this.step = new BigDecimal(step);
    }

    /** Its name in the API. */
    public String field() {
        return field;
    }

    public String unit() {
        return unit;
    }

    public BigDecimal low() {
        return low;
    }

    public BigDecimal high() {
        return high;
    }

    public BigDecimal step() {
        return step;
    }

    public boolean allows(BigDecimal value) {
        return value.compareTo(low) >= 0
                && value.compareTo(high) <= 0
                && value.remainder(step).signum() == 0;
    }

    /** The range in words: "must be from 1 to 10 in steps of 0.5". */
    public String demand() {
        String range = "must be from %s to %s %s".formatted(low, high, unit).strip();
        return step.compareTo(HALF) == 0 ? range + " in steps of 0.5" : range;
    }
}
