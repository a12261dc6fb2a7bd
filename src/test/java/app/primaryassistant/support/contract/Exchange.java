package app.primaryassistant.support.contract;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request and its answer, as the client saw them. */
public record Exchange(String method, String target, Message request, int status, Message answer) {

    /**
     * What either side sent.
     *
     * @param headers the values by name; names may differ in case
     * @param body empty if there was none
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares messages
    public record Message(Map<String, List<String>> headers, byte[] body) {

        Optional<String> contentType() {
            return header("Content-Type");
        }

        private Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst();
        }

        /** The body without what is null: in a request that is as if it were absent. */
        private byte[] withoutNulls() {
            if (body.length == 0
                    || contentType()
                            .filter(type -> type.startsWith("application/json"))
                            .isEmpty()) {
                return body;
            }
            try {
                JsonNode json = Json.mapper().readTree(body);
                removeNulls(json);
                return Json.mapper().writeValueAsBytes(json);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The server has accepted what is no JSON", unreadable);
            }
        }

        private static void removeNulls(JsonNode json) {
            if (json instanceof ObjectNode object) {
                object.removeIf(JsonNode::isNull);
            }
            json.forEach(Message::removeNulls);
        }
    }

    /** The path as it was sent, without the query. */
    String path() {
        return target.split("\\?", 2)[0];
    }

    /** Whether it was refused before the program saw it, as what is hardly HTTP is: the program has an id in each answer. */
    boolean isNotOfProgram() {
        return status >= 400
                && answer.body().length == 0
                && answer.header("X-Request-Id").isEmpty();
    }

    /** Whether the server did what it was asked for. */
    boolean isAccepted() {
        return status >= 200 && status < 300;
    }

    /** The method, unless it is one that no document can describe. */
    Optional<Request.Method> knownMethod() {
        return Arrays.stream(Request.Method.values())
                .filter(known -> known.name().equals(method))
                .findFirst();
    }

    SimpleRequest asRequest() {
        var builder = new SimpleRequest.Builder(method, path(), true);
        request.headers().forEach(builder::withHeader);
        String[] parts = target.split("\\?", 2);
        if (parts.length == 2) {
            for (String parameter : parts[1].split("&")) {
                String[] pair = parameter.split("=", 2);
                // Without a value it is as if it were absent.
                if (pair.length == 2 && !pair[1].isEmpty()) {
                    builder.withQueryParam(decoded(pair[0]), decoded(pair[1]));
                }
            }
        }
        byte[] body = request.withoutNulls();
        return (body.length == 0 ? builder : builder.withBody(body)).build();
    }

    SimpleResponse asResponse() {
        var builder = SimpleResponse.Builder.status(status);
        answer.headers().forEach(builder::withHeader);
        return (answer.body().length == 0 ? builder : builder.withBody(answer.body())).build();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
