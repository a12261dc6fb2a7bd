package app.primaryassistant.platform.paging;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.function.Function;
import java.util.function.Predicate;

/** The text form of a cursor: three parts, of which only the last may hold a space, that clients need not understand. */
final class OpaqueText {

    private static final int PARTS = 3;
    private static final Violation NOT_OURS = Violation.query("cursor", "must be the “next” of a previous page");

    private OpaqueText() {}

    static String of(Object first, Object second, Object last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((first + " " + second + " " + last).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param isPossible whether there can be a row at the position: who forges a cursor may name a day that PostgreSQL does not know
     * @throws Problem if the text is none that {@link #of} gave
     */
    static <T> T read(String text, Function<String[], T> cursor, Predicate<T> isPossible) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", PARTS);
            if (parts.length == PARTS) {
                T position = cursor.apply(parts);
                if (!isPossible.test(position)) {
                    throw Problem.invalid(NOT_OURS);
                }
                return position;
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            // The client's text; what is wrong with it is of no use to anybody.
        }
        throw Problem.malformed(NOT_OURS);
    }
}
