package app.primaryassistant.platform.problem;

import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Takes what the {@code @Transactional} interceptor throws, a failed commit before all, from the server's own mapper, which
 * only throws it on: the client would get the server's HTML page.
 */
@Provider
public final class FailedTransactions implements ExceptionMapper<TransactionalException> {

    private final ProblemResponses problems = new ProblemResponses();

    @Override
    public Response toResponse(TransactionalException failed) {
        return problems.toResponse(failed);
    }
}
