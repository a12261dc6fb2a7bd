package app.primaryassistant.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The OpenAPI document as tests ask it: its operations with what they refer to put in place. */
@SuppressWarnings("unchecked")
public final class ApiDescription {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Map<String, Object> DOCUMENT = read();

    private ApiDescription() {}

    /** @param schema with its reference resolved */
    public record Parameter(String name, String in, boolean required, Map<String, Object> schema) {}

    /**
     * One method of one path.
     *
     * @param body whether it takes one
     * @param anonymous whether it asks for no sign-in
     * @param responses the statuses, as they are written
     */
    public record Operation(
            String method,
            String path,
            List<Parameter> parameters,
            Optional<Map<String, Object>> body,
            boolean anonymous,
            Set<String> responses,
            Map<String, Object> description) {

        /** The path below {@code /api/v1/}, with an id that nothing has. */
        public String examplePath() {
            return path.substring(1)
                    .replace("{key}", "weight")
                    .replace("{place}", "1.1.1.1")
                    .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        }

        public boolean takesJson() {
            return mediaType().filter("application/json"::equals).isPresent();
        }

        /** What its body may be, or the first of several; empty if it takes none. */
        public Optional<String> mediaType() {
            return body.map(
                    taken -> resolved(taken.get("content")).keySet().iterator().next());
        }

        /** Whether an empty object lacks something. */
        public boolean requiresParts() {
            return body.map(taken -> resolved(resolved(taken.get("content")).get("application/json")))
                    .map(json -> resolved(json.get("schema")))
                    .filter(schema -> schema.containsKey("required"))
                    .isPresent();
        }

        /** Whether it answers with more than a status where all goes well. */
        public boolean answersWithContent() {
            return resolved(description.get("responses")).entrySet().stream()
                    .anyMatch(response -> response.getKey().startsWith("2")
                            && resolved(response.getValue()).containsKey("content"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public static List<Operation> operations() {
        return paths().entrySet().stream()
                .flatMap(path -> path.getValue().entrySet().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> operation(method.getKey(), path.getKey(), path.getValue(), (Map<String, Object>)
                                method.getValue())))
                .toList();
    }

    private static Operation operation(
            String method, String path, Map<String, Object> item, Map<String, Object> description) {
        List<Object> parameters = new ArrayList<>((List<Object>) item.getOrDefault("parameters", List.of()));
        parameters.addAll((List<Object>) description.getOrDefault("parameters", List.of()));
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters.stream().map(ApiDescription::parameter).toList(),
                Optional.ofNullable((Map<String, Object>) description.get("requestBody")),
                List.of().equals(description.get("security")),
                ((Map<String, Object>) description.get("responses"))
                        .keySet().stream().collect(Collectors.toUnmodifiableSet()),
                description);
    }

    private static Parameter parameter(Object described) {
        Map<String, Object> parameter = resolved(described);
        return new Parameter(
                (String) parameter.get("name"),
                (String) parameter.get("in"),
                Boolean.TRUE.equals(parameter.get("required")),
                resolved(parameter.getOrDefault("schema", Map.of())));
    }

    /** What a node says or refers to. */
    public static Map<String, Object> resolved(Object node) {
        Map<String, Object> map = (Map<String, Object>) node;
        return map.get("$ref") instanceof String reference ? resolved(at(reference)) : map;
    }

    private static Object at(String reference) {
        @Nullable Object node = DOCUMENT;
        for (String name : reference.substring(2).split("/")) {
            node = node instanceof Map<?, ?> map ? map.get(name) : null;
        }
        if (node == null) {
            throw new IllegalStateException("The OpenAPI document does not hold " + reference);
        }
        return node;
    }

    private static Map<String, Map<String, Object>> paths() {
        return (Map<String, Map<String, Object>>) DOCUMENT.get("paths");
    }

    private static Map<String, Object> read() {
        try (InputStream document = ApiDescription.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new Yaml().load(document);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
