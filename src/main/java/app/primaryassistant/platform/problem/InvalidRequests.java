package app.primaryassistant.platform.problem;

import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Takes validation failures before the server's own mapper, which is closer to them than {@link ProblemResponses}, can. */
@Provider
public final class InvalidRequests implements ExceptionMapper<ValidationException> {

    private final ProblemResponses problems = new ProblemResponses();

    @Override
    public Response toResponse(ValidationException invalid) {
        return problems.toResponse(invalid);
    }
}
