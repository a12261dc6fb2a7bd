package app.primaryassistant.transfer.control;

import app.primaryassistant.transfer.control.text.Conventions;
import app.primaryassistant.transfer.control.text.DateOrder;
import app.primaryassistant.transfer.control.text.DecimalMark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about their file.
 *
 * @param dates the key of a {@link DateOrder}
 * @param decimals the key of a {@link DecimalMark}
 * @param units the symbol of the unit for each dimension that was asked for, such as {@code mass}
 * @param changed whether workouts that an earlier file told otherwise are to {@code keep} or {@code replace}; unless said, they stay
 */
public record Answers(
        @Nullable String dates,
        @Nullable String decimals,
        Map<String, String> units,
        List<Name> names,
        @Nullable String changed) {

    private static final String REPLACE = "replace";

    static final Answers NONE = new Answers(null, null, Map.of(), List.of(), null);

    /**
     * What an exercise's name in the file stands for.
     *
     * @param exercise of the library or an own one; absent where an own exercise is to be made of it
     */
    public record Name(String name, @Nullable UUID exercise) {}

    boolean replacesChanged() {
        return REPLACE.equals(changed);
    }

    Conventions conventions() {
        return new Conventions(
                Optional.ofNullable(dates).flatMap(DateOrder::ofKey),
                Optional.ofNullable(decimals).flatMap(DecimalMark::ofKey),
                units);
    }
}
