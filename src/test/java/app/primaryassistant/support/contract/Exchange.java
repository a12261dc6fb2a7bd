package app.primaryassistant.support.contract;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
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
    public record Message(Map<String, List<String>> headers, byte[] body) {

        Optional<String> contentType() {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                    .map(header -> header.getValue().getFirst())
                    .findFirst();
        }
    }

    /** The path as it was sent, without the query. */
    String path() {
        return target.split("\\?", 2)[0];
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
                builder.withQueryParam(decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : "");
            }
        }
        return (request.body().length == 0 ? builder : builder.withBody(request.body())).build();
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
