package app.primaryassistant.platform.security;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * The cookie of a browser's session.
 *
 * <p>The prefix {@code __Host-} makes browsers insist on {@code Secure}, the path {@code /} and no {@code Domain}. They take
 * {@code http://localhost} for secure, so the same cookie serves in development.
 */
public final class SessionCookie {

    public static final String NAME = "__Host-session";

    private SessionCookie() {}

    public static NewCookie holding(Secret secret, Duration lifetime) {
        return cookie(secret.text(), Math.toIntExact(lifetime.toSeconds()));
    }

    public static NewCookie removed() {
        return cookie("", 0);
    }

    private static NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
