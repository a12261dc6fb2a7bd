package app.primaryassistant.exercises.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What exercises are called. The library changes only with the program, so its names are read once in the server's life;
 * those of an account's own exercises are asked for each time.
 */
@ApplicationScoped
public class ExerciseNames {

    private static final String LIBRARY = "select id, name from known_exercise where account_id is null";

    private static final String NAMED =
            "select id, name from exercises_of(:owner) where id = any (cast(:exercises as uuid[]))";

    private record Named(UUID id, String name) {}

    @Inject
    private Sql sql;

    private volatile Map<UUID, String> library = Map.of();

    /** The name of each of the exercises that the account knows, deleted ones too. */
    public Map<UUID, String> of(UUID owner, Collection<UUID> exercises) {
        if (library.isEmpty()) {
            library = names(sql.list(LIBRARY, Named.class, with("owner", owner)));
        }
        List<UUID> others = exercises.stream()
                .distinct()
                .filter(id -> !library.containsKey(id))
                .toList();
        if (others.isEmpty()) {
            return library;
        }
        var names = new HashMap<>(library);
        names.putAll(names(sql.list(NAMED, Named.class, with("owner", owner).and("exercises", others))));
        return names;
    }

    private static Map<UUID, String> names(List<Named> named) {
        return named.stream().collect(Collectors.toUnmodifiableMap(Named::id, Named::name));
    }
}
