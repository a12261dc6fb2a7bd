package app.primaryassistant.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognises the session cookie or the bearer token of a request to the API.
 *
 * <p>It never refuses: a stale cookie makes a visitor, and {@link AccessRules} says what a visitor may do. Pages and their
 * files are the same for everybody, so they cost no look-up.
 */
@ApplicationScoped
public class RequestAuthentication implements HttpAuthenticationMechanism {

    /** Set when the identity could not be looked up; {@link AccessRules} then answers that the program is unavailable. */
    static final String FAILURE = RequestAuthentication.class.getName() + ".failure";

    private static final String BEARER = "Bearer ";

    @Inject
    private IdentityStoreHandler identities;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (!request.getRequestURI().startsWith("/api/")) {
            return context.doNothing();
        }
        return credential(request)
                .map(credential -> validate(credential, request))
                .filter(result -> result.getStatus() == Status.VALID)
                .map(context::notifyContainerAboutLogin)
                .orElseGet(context::doNothing);
    }

    private CredentialValidationResult validate(Credential credential, HttpServletRequest request) {
        try {
            return identities.validate(credential);
        } catch (RuntimeException failed) {
            request.setAttribute(FAILURE, failed);
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
    }

    /** A program that sends a token means the token, whatever cookie came along. */
    private static Optional<Credential> credential(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? Optional.of(new TokenCredential(
                            new Secret(authorization.substring(BEARER.length()).strip())))
                    : Optional.empty();
        }
        return cookies(request)
                .filter(cookie -> cookie.getName().equals(SessionCookie.NAME))
                .findFirst()
                .map(cookie -> new SessionCredential(new Secret(cookie.getValue())));
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream);
    }
}
