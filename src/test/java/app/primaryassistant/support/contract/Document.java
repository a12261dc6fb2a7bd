package app.primaryassistant.support.contract;

import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The OpenAPI document as the validator takes it. */
final class Document {

    private Document() {}

    /** @throws IllegalStateException if it is not valid */
    static OpenAPI load() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        // A schema without a type is one of anything, not of an object.
        options.setExplicitObjectSchema(false);
        SwaggerParseResult parsed = new OpenAPIParser().readContents(text(), List.of(), options);
        if (parsed.getOpenAPI() == null || !parsed.getMessages().isEmpty()) {
            throw new IllegalStateException("The OpenAPI document is not valid: " + parsed.getMessages());
        }
        OpenAPI document = parsed.getOpenAPI();
        operations(document).forEach(operation -> prepare(document, operation));
        return document;
    }

    static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().values().stream().flatMap(path -> path.readOperations().stream());
    }

    private static void prepare(OpenAPI document, Operation operation) {
        // It would make every status a documented one.
        operation.getResponses().remove("default");
        // The validator looks at the operation alone.
        if (operation.getSecurity() == null) {
            operation.setSecurity(document.getSecurity());
        }
        Optional.ofNullable(operation.getParameters()).orElse(List.of()).forEach(Document::prepare);
    }

    /** The validator knows a list by its class, and the parser has one class for all schemas of OpenAPI 3.1. */
    private static void prepare(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        if (schema.getItems() != null) {
            ArraySchema list = new ArraySchema();
            list.setItems(schema.getItems());
            list.setMinItems(schema.getMinItems());
            list.setMaxItems(schema.getMaxItems());
            list.setUniqueItems(schema.getUniqueItems());
            parameter.setSchema(list);
        }
    }

    private static String text() {
        try (InputStream document = Document.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            if (document == null) {
                throw new IllegalStateException("There is no OpenAPI document");
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
