package app.primaryassistant.platform.paging;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.function.Function;

/** The text form of a cursor: three parts, of which only the last may hold a space, that clients need not understand. */
final class OpaqueText {

    private static final int PARTS = 3;

    private OpaqueText() {}

    static String of(Object first, Object second, Object last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((first + " " + second + " " + last).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem if the text is none that {@link #of} gave */
    static <T> T read(String text, Function<String[], T> cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", PARTS);
            if (parts.length == PARTS) {
                return cursor.apply(parts);
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            // The client's text; what is wrong with it is of no use to anybody.
        }
        throw Problem.malformed(Violation.query("cursor", "must be the `next` of an earlier page"));
    }
}
