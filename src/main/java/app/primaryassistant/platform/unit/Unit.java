package app.primaryassistant.platform.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * A unit that values are entered and shown in. Each dimension has one canonical unit, the one values are stored in, and
 * converts to it by <em>canonical = (entered − zero) × numerator ÷ denominator</em>. The three are exact, so that
 * rounding happens once, at {@link #CANONICAL_DECIMALS}, and converting back at the unit's own decimals gives what was
 * entered.
 */
public enum Unit {
    KILOGRAM("kg", Dimension.MASS, 1),
    /** The international avoirdupois pound of 1959. */
    POUND("lb", Dimension.MASS, 1, "0", "0.45359237", "1"),

    METRE("m", Dimension.LENGTH, 3),
    CENTIMETRE("cm", Dimension.LENGTH, 1, "0", "1", "100"),
    /** The international inch of 1959. */
    INCH("in", Dimension.LENGTH, 2, "0", "0.0254", "1"),
    /** The international foot, yard and mile of 1959. */
    FOOT("ft", Dimension.LENGTH, 2, "0", "0.3048", "1"),
    YARD("yd", Dimension.LENGTH, 1, "0", "0.9144", "1"),
    MILE("mi", Dimension.LENGTH, 2, "0", "1609.344", "1"),
    KILOMETRE("km", Dimension.LENGTH, 2, "0", "1000", "1"),

    CELSIUS("°C", Dimension.TEMPERATURE, 1),
    FAHRENHEIT("°F", Dimension.TEMPERATURE, 1, "32", "5", "9"),

    MILLIMOLE_PER_LITRE("mmol/L", Dimension.GLUCOSE, 1),
    /** Of glucose, C₆H₁₂O₆: 180.156 g/mol by the standard atomic weights of IUPAC. */
    MILLIGRAM_PER_DECILITRE("mg/dL", Dimension.GLUCOSE, 0, "0", "10", "180.156"),

    PERCENT("%", Dimension.FRACTION, 1),
    BEAT_PER_MINUTE("bpm", Dimension.HEART_RATE, 0),
    MILLIMETRE_OF_MERCURY("mmHg", Dimension.PRESSURE, 0),
    MILLISECOND("ms", Dimension.HEARTBEAT_INTERVAL, 0),

    HOUR("h", Dimension.DURATION, 2),
    MINUTE("min", Dimension.DURATION, 0, "0", "1", "60"),

    /** A rating from 1 to 10. */
    OUT_OF_TEN("/10", Dimension.RATING, 0),
    STEP("steps", Dimension.STEPS, 0),
    MILLILITRE_PER_KILOGRAM_AND_MINUTE("mL/(kg·min)", Dimension.OXYGEN_UPTAKE, 1);

    /** The decimals canonical values are kept with, in memory as in the database. */
    public static final int CANONICAL_DECIMALS = 6;

    private final String symbol;
    private final Dimension dimension;
    private final int decimals;
    private final BigDecimal zero;
    private final BigDecimal numerator;
    private final BigDecimal denominator;

    /** A canonical unit. */
    Unit(String symbol, Dimension dimension, int decimals) {
        this(symbol, dimension, decimals, "0", "1", "1");
    }

    Unit(String symbol, Dimension dimension, int decimals, String zero, String numerator, String denominator) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.decimals = decimals;
        this.zero = new BigDecimal(zero);
        this.numerator = new BigDecimal(numerator);
        this.denominator = new BigDecimal(denominator);
    }

    public static Optional<Unit> ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst();
    }

    public String symbol() {
        return symbol;
    }

    public Dimension dimension() {
        return dimension;
    }

    /** The decimals to show a value with. What was entered is shown again to the digit, whatever this says. */
    public int decimals() {
        return decimals;
    }

    /** Whether values of this unit's dimension are stored in it. */
    public boolean isCanonical() {
        return zero.signum() == 0 && numerator.compareTo(denominator) == 0;
    }

    /** The value in the canonical unit, rounded to {@link #CANONICAL_DECIMALS}. */
    public BigDecimal toCanonical(BigDecimal entered) {
        return entered.subtract(zero).multiply(numerator).divide(denominator, CANONICAL_DECIMALS, RoundingMode.HALF_UP);
    }

    /** A canonical value in this unit, rounded to its {@link #decimals()}. */
    public BigDecimal fromCanonical(BigDecimal canonical) {
        // One division that rounds once: the zero is added before it, as a fraction of the same denominator.
        return canonical
                .multiply(denominator)
                .add(zero.multiply(numerator))
                .divide(numerator, decimals, RoundingMode.HALF_UP);
    }

    /** The factor in <em>canonical = entered × factor + offset</em>, to the 16 digits that readers of JSON hold. */
    public BigDecimal factor() {
        return numerator.divide(denominator, MathContext.DECIMAL64);
    }

    /** The offset that goes with {@link #factor()}. */
    public BigDecimal offset() {
        return zero.negate().multiply(numerator).divide(denominator, MathContext.DECIMAL64);
    }
}
