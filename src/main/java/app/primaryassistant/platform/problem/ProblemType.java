package app.primaryassistant.platform.problem;

import java.util.Locale;

/** The kinds of error answers. The URI of a type is its stable name; clients may switch on it. */
public enum ProblemType {
    MALFORMED(400, "The request could not be read"),
    UNAUTHENTICATED(401, "Please sign in"),
    WRONG_CREDENTIALS(401, "Wrong name or password"),
    FORBIDDEN(403, "You do not have permission to do this"),
    INSUFFICIENT_SCOPE(403, "The API token's scope does not cover this"),
    PASSWORD_NEEDED(403, "Please enter your password"),
    FOREIGN_ORIGIN(403, "The request did not come from this site"),
    REGISTRATION_CLOSED(403, "Registration is closed"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "The response is not available in the requested format"),
    TOO_SLOW(408, "The request took too long to arrive"),
    CONFLICT(409, "This conflicts with what is already there"),
    NOT_SET_UP(409, "This is not set up on this server"),
    PRECONDITION_FAILED(412, "This was changed elsewhere in the meantime"),
    TOO_LARGE(413, "The request is too large"),
    ADDRESS_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The format of the request is not supported"),
    INVALID(422, "Some values are not valid"),
    PRECONDITION_REQUIRED(428, "Precondition required"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "Something went wrong on the server"),
    UNAVAILABLE(503, "The server is temporarily unavailable");

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
