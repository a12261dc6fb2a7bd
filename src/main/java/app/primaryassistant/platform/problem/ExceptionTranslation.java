package app.primaryassistant.platform.problem;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.SystemException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a thrown exception means to the client. Whatever is not known here is an internal error. */
final class ExceptionTranslation {

    private static final Duration DATABASE_RETRY = Duration.ofSeconds(5);

    private ExceptionTranslation() {}

    static Problem of(Throwable thrown) {
        return stated(thrown)
                .or(() -> causes(thrown)
                        .map(ExceptionTranslation::known)
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElseGet(() -> Problem.of(ProblemType.INTERNAL));
    }

    /** What our own code has said, however the platform wrapped it. */
    private static Optional<Problem> stated(Throwable thrown) {
        return causes(thrown)
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .findFirst();
    }

    private static Optional<Problem> known(Throwable cause) {
        return switch (cause) {
            case ConstraintViolationException invalid -> Optional.of(Problem.invalid(violations(invalid)));
            case OptimisticLockException raced -> Optional.of(Problem.of(ProblemType.PRECONDITION_FAILED));
            case SQLException sql -> ofSql(sql);
            // The commit failed, and the transaction manager keeps no cause: most often the connection was lost.
            case SystemException uncommitted ->
                Optional.of(Problem.retryLater(ProblemType.UNAVAILABLE, DATABASE_RETRY));
            case JsonException malformed ->
                Optional.of(Problem.of(ProblemType.MALFORMED, "The body is not valid JSON."));
            case JsonbException misfit ->
                Optional.of(Problem.of(ProblemType.MALFORMED, "The JSON does not match the expected schema."));
            case NotFoundException nothing -> Optional.of(Problem.notFound());
            case WebApplicationException web ->
                Optional.of(Problem.of(ProblemType.ofStatus(web.getResponse().getStatus())));
            // Jersey wraps what its JSON reader throws; a more telling cause inside comes later in the chain.
            case ProcessingException wrapped
            when wrapped.getCause() == null -> Optional.of(Problem.of(ProblemType.MALFORMED));
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> ofSql(SQLException sql) {
        String state = Optional.ofNullable(sql.getSQLState()).orElse("");
        boolean unreachable = sql instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || String.valueOf(sql.getMessage()).contains("Error in allocating a connection");
        if (unreachable) {
            return Optional.of(Problem.retryLater(ProblemType.UNAVAILABLE, DATABASE_RETRY));
        }
        return switch (state) {
            case "23505" -> Optional.of(Problem.of(ProblemType.CONFLICT));
            case "23503" -> Optional.of(Problem.of(ProblemType.CONFLICT, "It is still in use."));
            case "40001", "40P01", "55P03" ->
                Optional.of(Problem.retryLater(ProblemType.UNAVAILABLE, Duration.ofSeconds(1)));
            default -> Optional.empty();
        };
    }

    private static List<Violation> violations(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(violation -> toViolation(violation.getPropertyPath(), violation.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
    }

    /** {@code create.body.values[2].value} is the field {@code values[2].value} of the body; {@code list.limit} is a query parameter. */
    private static Violation toViolation(Path path, String message) {
        List<String> names = new ArrayList<>();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.BEAN) {
                names.add(node.toString());
            }
        }
        return names.isEmpty() ? Violation.query(parameter, message) : Violation.body(String.join(".", names), message);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
