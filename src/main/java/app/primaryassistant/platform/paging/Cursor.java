package app.primaryassistant.platform.paging;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
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
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 4);
            if (parts.length == 3) {
                return new Cursor(LocalDate.parse(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            // The client's text; what is wrong with it is of no use to anybody.
        }
        throw Problem.malformed(Violation.query("cursor", "must be the `next` of an earlier page"));
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((day + " " + at + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
