package app.primaryassistant.support.contract;

import com.atlassian.oai.validator.model.ApiOperation;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Which of the documented statuses the tests of this run have met. */
final class MetStatuses {

    /** One status of one operation. */
    private record Documented(String operation, String status) {}

    private final Set<Documented> documented;
    private final Set<Documented> met = ConcurrentHashMap.newKeySet();

    MetStatuses(OpenAPI document) {
        documented = document.getPaths().entrySet().stream()
                .flatMap(path -> path.getValue().readOperationsMap().entrySet().stream()
                        .flatMap(operation -> operation.getValue().getResponses().keySet().stream()
                                .map(status -> new Documented(operation.getKey() + " " + path.getKey(), status))))
                .collect(Collectors.toUnmodifiableSet());
    }

    void add(ApiOperation operation, int status) {
        met.add(new Documented(
                operation.getMethod() + " " + operation.getApiPath().original(), Integer.toString(status)));
    }

    /** What the document promises and no test has met, such as {@code 409 PUT /exercises/{id}}, in order. */
    List<String> unmet() {
        return documented.stream()
                .filter(status -> !met.contains(status))
                .map(status -> status.status() + " " + status.operation())
                .sorted()
                .toList();
    }
}
