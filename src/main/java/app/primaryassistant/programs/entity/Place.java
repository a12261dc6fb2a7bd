package app.primaryassistant.programs.entity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A session's place in a program, each part counted from 1.
 *
 * @param round the pass through the phase's weeks
 * @param day the session within the week, not the day of the week
 */
public record Place(int phase, int round, int week, int day) implements Comparable<Place> {

    /** Where everybody begins. */
    public static final Place FIRST = new Place(1, 1, 1, 1);

    private static final Pattern WRITTEN = Pattern.compile("[1-9][0-9]{0,2}(\\.[1-9][0-9]{0,2}){3}");

    private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::phase)
            .thenComparingInt(Place::round)
            .thenComparingInt(Place::week)
            .thenComparingInt(Place::day);

    /** More rounds than a phase can have, so that rounds can be counted through all phases. */
    private static final int ROUNDS = 1000;

    /** Reads {@code 1.2.3.1}. */
    public static Optional<Place> of(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        int[] parts =
                Arrays.stream(text.split("\\.")).mapToInt(Integer::parseInt).toArray();
        return Optional.of(new Place(parts[0], parts[1], parts[2], parts[3]));
    }

    /** Grows from each round to the next, also from the last of a phase to the first of the following. */
    int roundOfProgram() {
        return phase * ROUNDS + round;
    }

    /** The same of the first round of its phase. */
    int firstRoundOfPhase() {
        return phase * ROUNDS + 1;
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return phase + "." + round + "." + week + "." + day;
    }
}
