package app.primaryassistant.metrics.entity;

import app.primaryassistant.platform.unit.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What everybody can measure, in the order the catalogue shows it. Limbs have a side: two sides can be averaged later,
 * an average cannot be taken apart.
 *
 * <p>The plausible range keeps out what cannot be, not unusual people: its ends lie at or beyond what has been recorded of
 * living humans. Inside it a value is never refused; whether it fits this person is asked by {@code control.Review}.
 */
public enum BuiltInMetric {
    /** From a small child to beyond the heaviest person known, some 635 kg. */
    WEIGHT("weight", "Weight", MetricGroup.BODY, "2", "650", Unit.KILOGRAM, Unit.POUND),
    /** Essential fat of men is about 3 %. */
    BODY_FAT("body-fat", "Body fat", MetricGroup.BODY, "2", "75", Unit.PERCENT),
    MUSCLE_MASS("muscle-mass", "Muscle mass", MetricGroup.BODY, "1", "200", Unit.KILOGRAM, Unit.POUND),

    /** The largest waist known measured 3.02 m. */
    WAIST("waist", "Waist", "0.25", "3.3"),
    CHEST("chest", "Chest", "0.25", "3.3"),
    HIPS("hips", "Hips", "0.25", "3.3"),
    NECK("neck", "Neck", "0.12", "1"),
    UPPER_ARM_LEFT("upper-arm-left", "Upper arm, left", "0.06", "1.2"),
    UPPER_ARM_RIGHT("upper-arm-right", "Upper arm, right", "0.06", "1.2"),
    THIGH_LEFT("thigh-left", "Thigh, left", "0.1", "1.8"),
    THIGH_RIGHT("thigh-right", "Thigh, right", "0.1", "1.8"),
    CALF_LEFT("calf-left", "Calf, left", "0.08", "1.2"),
    CALF_RIGHT("calf-right", "Calf, right", "0.08", "1.2"),

    /** Trained hearts at rest have been recorded below 30. */
    RESTING_HEART_RATE(
            "resting-heart-rate", "Resting heart rate", MetricGroup.VITAL, "20", "250", Unit.BEAT_PER_MINUTE),
    SYSTOLIC("systolic", "Blood pressure, systolic", MetricGroup.VITAL, "40", "300", Unit.MILLIMETRE_OF_MERCURY),
    DIASTOLIC("diastolic", "Blood pressure, diastolic", MetricGroup.VITAL, "20", "200", Unit.MILLIMETRE_OF_MERCURY),
    /** As RMSSD, which wearables report. */
    HEART_RATE_VARIABILITY("hrv", "Heart rate variability", MetricGroup.VITAL, "1", "500", Unit.MILLISECOND),
    /** Between deep hypothermia and the hottest fever survived. */
    BODY_TEMPERATURE(
            "body-temperature", "Body temperature", MetricGroup.VITAL, "25", "47", Unit.CELSIUS, Unit.FAHRENHEIT),
    BLOOD_GLUCOSE(
            "blood-glucose",
            "Blood glucose",
            MetricGroup.VITAL,
            "0.3",
            "100",
            Unit.MILLIMOLE_PER_LITRE,
            Unit.MILLIGRAM_PER_DECILITRE),
    /** The highest published is 97.5. */
    VO2_MAX("vo2max", "VO₂max", MetricGroup.VITAL, "5", "100", Unit.MILLILITRE_PER_KILOGRAM_AND_MINUTE),

    SLEEP_DURATION("sleep-duration", "Sleep", MetricGroup.WELLNESS, "0", "24", Unit.HOUR, Unit.MINUTE),
    SLEEP_QUALITY("sleep-quality", "Sleep quality", MetricGroup.WELLNESS, "1", "10", Unit.OUT_OF_TEN),
    ENERGY("energy", "Energy", MetricGroup.WELLNESS, "1", "10", Unit.OUT_OF_TEN),
    MOOD("mood", "Mood", MetricGroup.WELLNESS, "1", "10", Unit.OUT_OF_TEN),
    STRESS("stress", "Stress", MetricGroup.WELLNESS, "1", "10", Unit.OUT_OF_TEN),
    /** A day and night of running comes to some 300,000. */
    STEPS("steps", "Steps", MetricGroup.WELLNESS, "0", "400000", Unit.STEP);

    private static final Map<String, BuiltInMetric> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(BuiltInMetric::key, Function.identity()));

    private final String key;
    private final String label;
    private final MetricGroup group;
    private final BigDecimal low;
    private final BigDecimal high;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes it so.
    private final List<Unit> units;

    /** A girth. */
    BuiltInMetric(String key, String label, String low, String high) {
        this(key, label, MetricGroup.GIRTH, low, high, Unit.CENTIMETRE, Unit.INCH, Unit.METRE);
    }

    BuiltInMetric(String key, String label, MetricGroup group, String low, String high, Unit... units) {
        this.key = key;
        this.label = label;
        this.group = group;
        this.low = new BigDecimal(low);
        this.high = new BigDecimal(high);
        this.units = List.of(units);
    }

    public static Optional<BuiltInMetric> ofKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** The name in the API and the database. */
    public String key() {
        return key;
    }

    /** The name for people, in English. */
    public String label() {
        return label;
    }

    public MetricGroup group() {
        return group;
    }

    /** The unit values are stored in. */
    public Unit unit() {
        return units.stream().filter(Unit::isCanonical).findFirst().orElseThrow();
    }

    /** The units it may be entered in, the usual one first; {@link #unit()} is among them. */
    public List<Unit> units() {
        return units;
    }

    /** The lowest plausible value, in {@link #unit()}. */
    public BigDecimal low() {
        return low;
    }

    /** The highest plausible value, in {@link #unit()}. */
    public BigDecimal high() {
        return high;
    }

    /** Whether a value in {@link #unit()} lies in the plausible range, its ends included. */
    public boolean isPlausible(BigDecimal canonical) {
        return canonical.compareTo(low) >= 0 && canonical.compareTo(high) <= 0;
    }
}
