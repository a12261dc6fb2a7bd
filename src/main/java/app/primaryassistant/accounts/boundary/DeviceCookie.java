package app.primaryassistant.accounts.boundary;

import app.primaryassistant.platform.security.Secret;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cookie by which a browser is known that somebody has signed in with, as OWASP's "Slow Down Online Guessing Attacks with
 * Device Cookies" describes it. It stays when one signs out, and lets nobody in: it only has attempts of its own.
 */
final class DeviceCookie {

    static final String NAME = "__Host-device";

    private static final Duration LIFETIME = Duration.ofDays(365);

    private DeviceCookie() {}

    static Optional<Secret> secret(@Nullable Cookie shown) {
        return Optional.ofNullable(shown).map(Cookie::getValue).map(Secret::new);
    }

    static NewCookie holding(Secret secret) {
        return new NewCookie.Builder(NAME)
                .value(secret.text())
                .path("/")
                .maxAge(Math.toIntExact(LIFETIME.toSeconds()))
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
