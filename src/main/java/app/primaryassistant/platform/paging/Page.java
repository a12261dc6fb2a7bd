package app.primaryassistant.platform.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, newest first.
 *
 * @param next the cursor of the following page; absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * The page of at most {@code limit} rows out of {@code rows}, of which there may be one more to show that more follow.
     *
     * @param position where a row stands, as a cursor whose text form clients send back
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, ?> position) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, position.apply(items.getLast()).toString());
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
