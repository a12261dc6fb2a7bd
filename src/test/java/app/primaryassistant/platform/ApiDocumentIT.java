package app.primaryassistant.platform;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Application;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The document at {@code /openapi} and the program say the same. */
class ApiDocumentIT {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final Response response =
            RestAssured.get(Application.running().uri().resolve("/openapi"));
    private final Map<String, Object> document = new Yaml().load(response.asString());

    @Test
    void isOpenApi31() {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/yaml");
        assertThat(document).containsEntry("openapi", "3.1.0");
    }

    @Test
    void namesEveryRouteOfTheProgramAndNoOther() {
        assertThat(documentedRoutes()).isEqualTo(routes()).hasSizeGreaterThan(30);
    }

    @Test
    void isTheSameAsJson() {
        Response json = RestAssured.given()
                .accept("application/json")
                .get(Application.running().uri().resolve("/openapi"));

        assertThat(json.contentType()).startsWith("application/json");
        // JSON is YAML too.
        assertThat(new Yaml().<Map<String, Object>>load(json.asString())).isEqualTo(document);
    }

    private Set<String> documentedRoutes() {
        return paths().entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .filter(METHODS::contains)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> paths() {
        return (Map<String, Map<String, Object>>) document.getOrDefault("paths", Map.of());
    }

    private static Set<String> routes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("app.primaryassistant").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(ApiDocumentIT::routes)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> routes(Class<?> resource) {
        String root = "/" + resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> verbs(method).map(verb -> verb + " " + root + below(method)));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static String below(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value();
    }
}
