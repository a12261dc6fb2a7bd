package app.primaryassistant.platform.problem;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of an error answer, RFC 9457 with the extensions {@code id}, {@code violations} and {@code current}. */
public record ProblemDocument(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String id,
        @Nullable List<Violation> violations,
        @Nullable Object current) {

    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    static ProblemDocument of(Problem problem, String id) {
        return new ProblemDocument(
                problem.type().uri(),
                problem.type().title(),
                problem.type().status(),
                problem.detail().orElse(null),
                id,
                problem.violations().isEmpty() ? null : problem.violations(),
                problem.current().orElse(null));
    }
}
