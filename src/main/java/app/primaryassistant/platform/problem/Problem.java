package app.primaryassistant.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown to end a request with an error answer. It rolls back the transaction it passes through. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final @Nullable String detail;
    private final transient List<Violation> violations;
    private final transient @Nullable Object current;
    private final @Nullable Duration retryAfter;

    private Problem(
            ProblemType type,
            @Nullable String detail,
            List<Violation> violations,
            @Nullable Object current,
            @Nullable Duration retryAfter) {
        // The trace of an expected answer tells nobody anything and costs more than the rest of the request.
        super(type + (detail == null ? "" : ": " + detail), null, false, false);
        this.type = type;
        this.detail = detail;
        this.violations = List.copyOf(violations);
        this.current = current;
        this.retryAfter = retryAfter;
    }

    public static Problem of(ProblemType type) {
        return new Problem(type, null, List.of(), null, null);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), null, null);
    }

    public static Problem notFound() {
        return of(ProblemType.NOT_FOUND);
    }

    public static Problem malformed(Violation... violations) {
        return new Problem(ProblemType.MALFORMED, null, List.of(violations), null, null);
    }

    public static Problem invalid(Violation... violations) {
        return invalid(List.of(violations));
    }

    public static Problem invalid(List<Violation> violations) {
        return new Problem(ProblemType.INVALID, null, violations, null, null);
    }

    /** With what is there now, which the answer shows as {@code current}. */
    public static Problem showing(ProblemType type, Object current) {
        return new Problem(type, null, List.of(), current, null);
    }

    public static Problem retryLater(ProblemType type, Duration after) {
        return new Problem(type, null, List.of(), null, after);
    }

    public ProblemType type() {
        return type;
    }

    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    public List<Violation> violations() {
        return violations;
    }

    public Optional<Object> current() {
        return Optional.ofNullable(current);
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
