package app.primaryassistant.platform.unit;

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
    OXYGEN_UPTAKE
}
