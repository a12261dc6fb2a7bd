package app.primaryassistant.operations.control;

import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** When the program makes backups by itself, and how long it keeps them. */
public final class BackupSchedule {

    /** What to do where there is no key. */
    public static final String HOW_TO_SET_UP =
            "set BACKUP_KEY to a key from `assistant secret --backup-key`, and keep a copy elsewhere";

    private final Settings settings;

    public BackupSchedule(Settings settings) {
        this.settings = settings;
    }

    /** Whether there is a key; without one no backup is made. */
    public boolean isPossible() {
        return settings.find("BACKUP_KEY").isPresent();
    }

    /**
     * The time of day in UTC, or nothing where {@code BACKUP_AT} is empty.
     *
     * @throws InvalidSetting if it is no time such as 02:30
     */
    Optional<LocalTime> at() {
        if (settings.isEmptied("BACKUP_AT")) {
            return Optional.empty();
        }
        try {
            return settings.find("BACKUP_AT").map(LocalTime::parse);
        } catch (DateTimeParseException noTime) {
            throw new InvalidSetting("BACKUP_AT must be a time of day in UTC such as 02:30, or empty for no backups.");
        }
    }

    /** Whether the backup of this day should have begun: a program that was down at the time makes it later. */
    public boolean isDue(Instant now) {
        LocalDateTime local = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return isPossible()
                && at().filter(time -> !local.toLocalTime().isBefore(time)).isPresent();
    }

    public Duration keep() {
        return Duration.ofDays(settings.number("BACKUP_KEEP_DAYS", 1, 3650));
    }
}
