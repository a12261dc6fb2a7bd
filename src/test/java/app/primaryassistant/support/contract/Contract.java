package app.primaryassistant.support.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.interaction.ApiOperationResolver;
import com.atlassian.oai.validator.model.ApiOperation;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.atlassian.oai.validator.schema.ValidationConfiguration;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the OpenAPI document promises, held against what a client sees. */
public final class Contract {

    private static final String BASE = "/api/v1/";
    private static final String PROBLEM = "application/problem+json";

    /** Given before the server knows which operation is meant: the document has it under {@code default}. */
    private static final int ADDRESS_TOO_LONG = 414;

    private static final int SCHEMAS = 2_000;

    private final OpenApiInteractionValidator validator;
    private final ApiOperationResolver operations;
    private final SchemaValidator schemas;
    private final Schema<?> problem;
    private final MetStatuses met;

    private Contract(OpenAPI document) {
        // RFC 9110 leaves the case of `Bearer` open and the validator does not.
        LevelResolver levels = LevelResolver.create()
                .withLevel("validation.request.security.invalid", ValidationReport.Level.IGNORE)
                .build();
        validator = OpenApiInteractionValidator.createFor(document)
                .withLevelResolver(levels)
                .withSchemaValidationConfiguration(new ValidationConfiguration().setMaxCacheSize(SCHEMAS))
                .withStrictOperationPathMatching()
                .build();
        operations = new ApiOperationResolver(document, null, true);
        schemas = new SchemaValidator(document, new MessageResolver(levels));
        problem = document.getComponents().getSchemas().get("Problem");
        met = new MetStatuses(document);
    }

    private static final class Holder {
        private static final Contract INSTANCE = new Contract(Document.load());
    }

    /** The one of this program. */
    public static Contract instance() {
        return Holder.INSTANCE;
    }

    /** The statuses that were seen so far. */
    MetStatuses met() {
        return met;
    }

    /** @throws AssertionError if the answer, or a request that was accepted, is not as the document says */
    public void check(Exchange exchange) {
        if (!exchange.path().startsWith(BASE) || exchange.isNotOfProgram()) {
            return;
        }
        List<String> breaches = breaches(exchange);
        if (!breaches.isEmpty()) {
            throw new AssertionError("%s %s, answered with %d, breaks the OpenAPI document:%n  %s"
                    .formatted(exchange.method(), exchange.target(), exchange.status(), String.join("\n  ", breaches)));
        }
    }

    private List<String> breaches(Exchange exchange) {
        Optional<ApiOperation> operation = operation(exchange);
        if (operation.isEmpty() || exchange.status() == ADDRESS_TOO_LONG) {
            return refusalBreaches(exchange);
        }
        met.add(operation.get(), exchange.status());
        ValidationReport report = exchange.isAccepted()
                ? validator.validate(exchange.asRequest(), exchange.asResponse())
                : validator.validateResponse(
                        exchange.path(), exchange.knownMethod().orElseThrow(), exchange.asResponse());
        List<String> breaches = new ArrayList<>(messages(report));
        if (exchange.answer().body().length > 0
                && exchange.answer().contentType().isEmpty()) {
            breaches.add("The answer has a body and no Content-Type");
        }
        return breaches;
    }

    private Optional<ApiOperation> operation(Exchange exchange) {
        return exchange.knownMethod()
                .map(method -> operations.findApiOperation(exchange.path(), method))
                .filter(match -> match.isPathFound() && match.isOperationAllowed())
                .map(match -> match.getApiOperation());
    }

    /** What the document does not know is refused with a problem document. */
    private List<String> refusalBreaches(Exchange exchange) {
        if (exchange.status() < 400 || exchange.status() >= 500) {
            return List.of("The document has no such operation, and it was not refused");
        }
        if (exchange.answer().contentType().filter(PROBLEM::equals).isEmpty()) {
            return List.of("It was refused with " + exchange.answer().contentType() + " rather than with " + PROBLEM);
        }
        return messages(
                schemas.validate(() -> Json.mapper().readTree(exchange.answer().body()), problem, "response.body"));
    }

    private static List<String> messages(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(Contract::message)
                .toList();
    }

    private static String message(ValidationReport.Message message) {
        String where = message.getContext()
                .flatMap(ValidationReport.MessageContext::getPointers)
                .map(pointers -> " at " + pointers.getInstance())
                .orElse("");
        return message.getKey().replaceFirst("validation[.]", "") + where + ": " + message.getMessage();
    }
}
