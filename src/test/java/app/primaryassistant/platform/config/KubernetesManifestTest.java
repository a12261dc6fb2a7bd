package app.primaryassistant.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The example for Kubernetes, held against the schema of its API: no field that is unknown, none missing, none of a wrong type. */
class KubernetesManifestTest {

    private static final Path MANIFEST = Path.of("containers/kubernetes/primary-assistant.yaml");
    private static final Gson GSON = new Gson();

    @Test
    void fitsTheSchema() throws IOException {
        List<JsonElement> documents = documents(Files.readString(MANIFEST));

        assertThat(documents).hasSizeGreaterThan(10);
        for (JsonElement document : documents) {
            validate(document);
        }
    }

    @Test
    void aMisspeltFieldDoesNot() throws IOException {
        String misspelt = Files.readString(MANIFEST).replace("readinessProbe", "readynessProbe");

        assertThatThrownBy(() -> {
                    for (JsonElement document : documents(misspelt)) {
                        validate(document);
                    }
                })
                .hasMessageContaining("readynessProbe");
    }

    private static List<JsonElement> documents(String yaml) {
        return StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
                .map(GSON::toJsonTree)
                .toList();
    }

    private static void validate(JsonElement document) throws IOException {
        JsonObject object = document.getAsJsonObject();
        String kind = object.get("apiVersion").getAsString() + " "
                + object.get("kind").getAsString();
        switch (kind) {
            case "v1 Namespace" -> V1Namespace.validateJsonElement(document);
            case "v1 PersistentVolumeClaim" -> V1PersistentVolumeClaim.validateJsonElement(document);
            case "v1 Service" -> V1Service.validateJsonElement(document);
            case "apps/v1 Deployment" -> V1Deployment.validateJsonElement(document);
            case "apps/v1 StatefulSet" -> V1StatefulSet.validateJsonElement(document);
            case "policy/v1 PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(document);
            case "networking.k8s.io/v1 NetworkPolicy" -> V1NetworkPolicy.validateJsonElement(document);
            default -> throw new AssertionError("No schema for " + kind);
        }
    }
}
