package app.primaryassistant.platform.paging;

import app.primaryassistant.platform.time.CivilDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The position of a row in a list that is ordered by day, instant and id, newest first.
 *
 * <p>Its text form is opaque to clients, who get it as {@code next} and send it back as {@code cursor}.
 */
public record Cursor(LocalDate day, Instant at, UUID id) {

    /** Before every row there can be. */
    public static final Cursor START =
            new Cursor(LocalDate.of(9999, 1, 1), Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    /** Found by JAX-RS for a query parameter. */
    public static Cursor fromString(String text) {
        return OpaqueText.read(
                text,
                parts -> new Cursor(LocalDate.parse(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2])),
                cursor -> CivilDay.isInRange(cursor.day) && CivilDay.isInRange(cursor.at));
    }

    @Override
    public String toString() {
        return OpaqueText.of(day, at, id);
    }
}
