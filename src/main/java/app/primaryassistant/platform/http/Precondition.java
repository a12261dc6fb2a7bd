package app.primaryassistant.platform.http;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code If-Match} and {@code If-None-Match} ask of a change. */
public final class Precondition {

    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,9})\"");

    private Precondition() {}

    /** The tag of a version, for the {@code ETag} header. */
    public static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /**
     * Lets a change pass only if it names the version that stands.
     *
     * @param current what stands now, shown to whoever lost the race
     */
    public static void requireMatch(@Nullable String ifMatch, int version, Supplier<?> current) {
        if (ifMatch == null) {
            throw unsaid();
        }
        String standing = tag(version).toString();
        boolean matches = ifMatch.strip().equals("*")
                || Arrays.stream(ifMatch.split(",")).anyMatch(tag -> tag.strip().equals(standing));
        if (!matches) {
            throw Problem.changedMeanwhile(current.get());
        }
    }

    /**
     * The one version that a change names; empty if it names none that there can be. For a statement that compares it itself.
     *
     * @throws Problem if it does not say which version it means
     */
    public static Optional<Integer> version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw unsaid();
        }
        var tag = VERSION.matcher(ifMatch.strip());
        return tag.matches() ? Optional.of(Integer.valueOf(tag.group(1))) : Optional.empty();
    }

    private static Problem unsaid() {
        return Problem.of(ProblemType.PRECONDITION_REQUIRED, "Send the ETag of what you read as If-Match.");
    }

    /** Whether the request creates, and nothing else. */
    public static boolean creates(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null && ifNoneMatch.strip().equals("*");
    }
}
