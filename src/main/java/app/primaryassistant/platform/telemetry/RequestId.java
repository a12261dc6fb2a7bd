package app.primaryassistant.platform.telemetry;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of the request that the current thread works for: 32 hexadecimal digits, in the form of Nginx's {@code $request_id}. */
public final class RequestId {

    /** How proxy and program, and program and client, tell each other. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final HexFormat HEX = HexFormat.of();
    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private RequestId() {}

    /** Empty outside of any request, as in a timer. */
    public static Optional<String> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** It tells requests apart and is no secret, so it need not be hard to guess. */
    public static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }

    static boolean isWellFormed(@Nullable String text) {
        return text != null && FORM.matcher(text).matches();
    }

    static void begin(String id) {
        CURRENT.set(id);
    }

    static void end() {
        CURRENT.remove();
    }
}
