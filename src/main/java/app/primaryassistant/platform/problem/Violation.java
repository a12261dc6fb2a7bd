package app.primaryassistant.platform.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param field the path to it, such as {@code values[2].value}
 * @param in {@code body}, {@code query}, {@code path} or {@code header}
 * @param message what would be right; never the value that was sent, for that may be health data
 */
public record Violation(String field, String in, String message) {

    public static Violation body(String field, String message) {
        return new Violation(field, "body", message);
    }

    public static Violation query(String field, String message) {
        return new Violation(field, "query", message);
    }
}
