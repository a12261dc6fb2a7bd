package app.primaryassistant.platform.unit;

import java.util.List;
import java.util.Locale;

/** What units that convert into one another have in common. */
public enum Dimension {
    MASS,
    LENGTH,
    TEMPERATURE,
    GLUCOSE,
    FRACTION,
    HEART_RATE,
    PRESSURE,
    HEARTBEAT_INTERVAL,
    DURATION,
    RATING,
    STEPS,
    OXYGEN_UPTAKE;

    /** Its name in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The units that people choose from for what is measured of a body; none where there is no choice. */
    public List<Unit> preferences() {
        return switch (this) {
            case MASS -> List.of(Unit.KILOGRAM, Unit.POUND);
            case LENGTH -> List.of(Unit.CENTIMETRE, Unit.INCH);
            case TEMPERATURE -> List.of(Unit.CELSIUS, Unit.FAHRENHEIT);
            case GLUCOSE -> List.of(Unit.MILLIMOLE_PER_LITRE, Unit.MILLIGRAM_PER_DECILITRE);
            default -> List.of();
        };
    }
}
