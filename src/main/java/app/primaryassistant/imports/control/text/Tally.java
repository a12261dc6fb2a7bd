package app.primaryassistant.imports.control.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the places of a file say for one of two ways to read it, and some of those that can be read in both. */
final class Tally<T extends Enum<T>> {

    private static final int EXAMPLES = 3;

    private @Nullable T seen;
    private boolean contradicted;
    private final Set<String> open = new LinkedHashSet<>();

    /** A place that can be read in this way only. */
    void proves(T way) {
        contradicted |= seen != null && seen != way;
        seen = way;
    }

    /** A place that can be read in either way, and means something else. */
    void leavesOpen(String text) {
        if (open.size() < EXAMPLES) {
            open.add(text);
        }
    }

    /** The way the whole file can be read in, unless it says both or nothing. */
    Optional<T> decision() {
        return contradicted ? Optional.empty() : Optional.ofNullable(seen);
    }

    boolean isOpen() {
        return contradicted || (seen == null && !open.isEmpty());
    }

    List<String> examples() {
        return List.copyOf(open);
    }
}
