package app.primaryassistant.programs.control;

import app.primaryassistant.programs.entity.Program;
import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.enums.UuidNamespace;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The programs that come with this one. They are resources rather than rows, because they change with the code that
 * follows them; who has begun one keeps it as it was.
 */
@ApplicationScoped
public class ShippedPrograms {

    /** In the order they are shown: from the first year of training on. */
    private static final List<String> NAMES =
            List.of("alternating-fives", "full-body-by-effort", "upper-lower-rep-ranges", "four-week-waves");

    private final Map<UUID, Program> programs = new LinkedHashMap<>();

    @Inject
    private ProgramDocuments documents;

    @PostConstruct
    void read() {
        NAMES.forEach(name -> programs.put(id(name), documents.program(resource(name))));
    }

    /** By id, in the order they are shown. */
    public Map<UUID, Program> all() {
        return programs;
    }

    public Optional<Program> find(UUID id) {
        return Optional.ofNullable(programs.get(id));
    }

    /** Stable, and of version 5, which no id that a client may choose has. */
    private static UUID id(String name) {
        return UuidCreator.getNameBasedSha1(
                UuidNamespace.NAMESPACE_URL, "https://primaryassistant.app/programs/" + name);
    }

    private static String resource(String name) {
        String path = "/programs/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(ShippedPrograms.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
