package app.primaryassistant.platform.telemetry;

import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;

/** The setting {@code LOG_LEVEL} in the words that operators know, and in those of {@code java.util.logging}. */
final class LogLevel {

    private LogLevel() {}

    /** Empty where the word means nothing. */
    static Optional<Level> named(String word) {
        return switch (word.strip().toUpperCase(Locale.ROOT)) {
            case "ERROR", "SEVERE" -> Optional.of(Level.SEVERE);
            case "WARN", "WARNING" -> Optional.of(Level.WARNING);
            case "INFO" -> Optional.of(Level.INFO);
            case "DEBUG", "FINE" -> Optional.of(Level.FINE);
            case "TRACE", "FINEST" -> Optional.of(Level.FINEST);
            default -> Optional.empty();
        };
    }
}
