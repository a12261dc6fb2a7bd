package app.primaryassistant.platform.problem;

import java.util.Locale;

/** The kinds of error answers. The URI of a type is its stable name; clients may switch on it. */
public enum ProblemType {
    MALFORMED(400, "The request could not be read"),
    UNAUTHENTICATED(401, "Please sign in"),
    WRONG_CREDENTIALS(401, "Name or password is wrong"),
    FORBIDDEN(403, "This is not allowed"),
    INSUFFICIENT_SCOPE(403, "The API token's scope does not cover this"),
    PASSWORD_NEEDED(403, "Please enter your password"),
    FOREIGN_ORIGIN(403, "The request did not come from this site"),
    REGISTRATION_CLOSED(403, "Registration is not open"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This cannot be done here"),
    NOT_ACCEPTABLE(406, "The answer cannot be given in the form asked for"),
    TOO_SLOW(408, "The request took too long to arrive"),
    CONFLICT(409, "This does not fit what is there already"),
    NOT_SET_UP(409, "This is not set up on this server"),
    PRECONDITION_FAILED(412, "It has changed in the meantime"),
    TOO_LARGE(413, "The request is too large"),
    ADDRESS_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The request is in a form that is not understood"),
    INVALID(422, "Some of what was sent is not valid"),
    PRECONDITION_REQUIRED(428, "Say which version is meant"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "Something went wrong here"),
    UNAVAILABLE(503, "The program cannot answer just now");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The type for an HTTP status that JAX-RS or the server itself chose. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            // By 501 the server means a method that it has never heard of.
            case 405, 501 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> TOO_LARGE;
            case 414 -> ADDRESS_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL : MALFORMED;
        };
    }

    /** A relative URI reference, such as {@code /problems/too-large}. */
    public String uri() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
