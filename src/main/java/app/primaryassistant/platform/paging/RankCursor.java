package app.primaryassistant.platform.paging;

import app.primaryassistant.platform.json.PlainText;
import java.util.UUID;

/**
 * The position of a row in a list that is ordered by rank, best first, then by name and id.
 *
 * <p>Its text form is as opaque to clients as that of {@link Cursor}.
 */
public record RankCursor(int rank, String name, UUID id) {

    /** Before every row there can be. */
    public static final RankCursor START = new RankCursor(Integer.MAX_VALUE, "", new UUID(0, 0));

    /** Found by JAX-RS for a query parameter. */
    public static RankCursor fromString(String text) {
        return OpaqueText.read(
                text,
                parts -> new RankCursor(Integer.parseInt(parts[0]), parts[2], UUID.fromString(parts[1])),
                cursor -> PlainText.Check.isStorable(cursor.name));
    }

    @Override
    public String toString() {
        return OpaqueText.of(rank, id, name);
    }
}
