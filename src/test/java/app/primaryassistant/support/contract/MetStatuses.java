package app.primaryassistant.support.contract;

import com.atlassian.oai.validator.model.ApiOperation;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** The operations, by the status that none of their tests has met. */
    private Map<String, Set<String>> unmet() {
        return documented.stream()
                .filter(status -> !met.contains(status))
                .collect(Collectors.groupingBy(
                        Documented::status,
                        TreeMap::new,
                        Collectors.mapping(Documented::operation, Collectors.toCollection(TreeSet::new))));
    }

    /** For people to read: a paragraph for each status. */
    String report() {
        var text = new StringBuilder("Documented, and met by no test of this run: %d of %d statuses of operations.%n"
                .formatted(documented.size() - met.size(), documented.size()));
        unmet().forEach((status, operations) -> {
            long all =
                    documented.stream().filter(of -> of.status().equals(status)).count();
            text.append("%n%s: %d of %d%n".formatted(status, operations.size(), all));
            operations.forEach(operation -> text.append("  ").append(operation).append('\n'));
        });
        return text.toString();
    }
}
