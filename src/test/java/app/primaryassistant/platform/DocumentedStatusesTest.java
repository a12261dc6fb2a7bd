package app.primaryassistant.platform;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.support.ApiDescription;
import app.primaryassistant.support.ApiDescription.Operation;
import app.primaryassistant.support.ApiDescription.Parameter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The OpenAPI document lists with each operation what it can be answered. Whatever a test is answered is held against it; here
 * is what each operation can be answered and no test can show of all of them.
 */
class DocumentedStatusesTest {

    static Stream<Operation> operations() {
        return ApiDescription.operations().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void eachThatFollowsFromTheOperationIsListed(Operation operation) {
        assertThat(operation.responses()).as(operation.toString()).containsAll(possible(operation));
    }

    /** Each error is a problem document. */
    @ParameterizedTest
    @MethodSource("operations")
    void everyErrorIsAProblemDocument(Operation operation) {
        Map<String, Object> responses =
                ApiDescription.resolved(operation.description().get("responses"));

        assertThat(responses).allSatisfy((status, response) -> {
            if (!status.matches("[23]..")) {
                assertThat(ApiDescription.resolved(response))
                        .extractingByKey("content")
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .containsOnlyKeys("application/problem+json");
            }
        });
    }

    @Test
    void theRangeOfDaysIsTheProgramsOwn() {
        assertThat(ApiDescription.resolved(Map.of("$ref", "#/components/schemas/Day")))
                .containsEntry("formatMinimum", CivilDay.EARLIEST.toString())
                .containsEntry("formatMaximum", CivilDay.LATEST.toString());
        assertThat(CivilDay.RANGE).contains(CivilDay.EARLIEST.toString(), CivilDay.LATEST.toString());
    }

    private static Set<String> possible(Operation operation) {
        // Any request can be one too many, or meet a database that is away.
        Set<String> statuses = new TreeSet<>(Set.of("429", "503", "default"));
        if (has(operation, "query")) {
            statuses.add("422");
        }
        if (operation.parameters().stream()
                .map(Parameter::name)
                .anyMatch(Set.of("If-Match", "If-None-Match")::contains)) {
            statuses.add("412");
        }
        if (operation.body().isPresent()) {
            statuses.add("408");
        }
        return statuses;
    }

    private static boolean has(Operation operation, String in) {
        return operation.parameters().stream()
                .anyMatch(parameter -> parameter.in().equals(in));
    }
}
