package app.primaryassistant.platform.http;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request's {@code If-Match} and {@code If-None-Match} ask of a change; a resource takes it as a bean parameter. */
public final class Precondition {

    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,9})\"");

    @HeaderParam(HttpHeaders.IF_MATCH)
    private @Nullable String ifMatch;

    @HeaderParam(HttpHeaders.IF_NONE_MATCH)
    private @Nullable String ifNoneMatch;

    /** The tag of a version, for the {@code ETag} header. */
    public static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /** A lost update, 412: the answer carries the stored version as {@code current}, so that a person can choose. */
    public static Problem failed(Object current) {
        return Problem.showing(ProblemType.PRECONDITION_FAILED, current);
    }

    /** Whether the request creates, and nothing else. */
    public boolean isCreate() {
        return ifNoneMatch != null && ifNoneMatch.strip().equals("*");
    }

    /**
     * Lets a change pass only if it names the version that stands.
     *
     * @param current what stands now, shown to whoever lost the race
     * @throws Problem if it names another, or does not say which version it means
     */
    public void requireMatch(int version, Supplier<?> current) {
        if (!matches(required(), version)) {
            throw failed(current.get());
        }
    }

    /** The same for a change that need not name a version. */
    public void requireMatchIfSaid(int version, Supplier<?> current) {
        if (ifMatch != null && !matches(ifMatch, version)) {
            throw failed(current.get());
        }
    }

    /**
     * The one version that a change names; empty if it names none that there can be. For a statement that compares it itself.
     *
     * @throws Problem if it does not say which version it means
     */
    public Optional<Integer> version() {
        var tag = VERSION.matcher(required().strip());
        return tag.matches() ? Optional.of(Integer.valueOf(tag.group(1))) : Optional.empty();
    }

    private String required() {
        if (ifMatch == null) {
            throw Problem.of(ProblemType.PRECONDITION_REQUIRED, "Send the ETag of the version you read as If-Match.");
        }
        return ifMatch;
    }

    private static boolean matches(String tags, int version) {
        String standing = "\"" + version + "\"";
        return tags.strip().equals("*")
                || Arrays.stream(tags.split(",")).anyMatch(tag -> tag.strip().equals(standing));
    }
}
