package app.primaryassistant.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * What a load has to keep.
 *
 * @param ratio the least part of the floor's rate
 * @param serverMicros the most processor time of the server for a request, in microseconds
 */
record Budget(OptionalDouble ratio, OptionalDouble serverMicros) {

    /** At how many connections it is to be kept. */
    static final int CONNECTIONS = 16;

    /** How far the slowest hundredth may be from the median. */
    private static final double SPREAD = 6;

    /** Reads {@code ratio 0.5, server 900}; either may be left out. */
    static Budget of(String text) {
        return new Budget(number("ratio", text), number("server", text));
    }

    private static OptionalDouble number(String name, String text) {
        var found = Pattern.compile("\\b" + name + " +([\\d.]+)").matcher(text);
        return found.find() ? OptionalDouble.of(Double.parseDouble(found.group(1))) : OptionalDouble.empty();
    }

    /** What a round misses, in the words of the table. */
    List<String> misses(Round round) {
        List<String> misses = new ArrayList<>();
        if (ratio.isPresent() && round.ratio().isPresent() && round.ratio().getAsDouble() < ratio.getAsDouble()) {
            misses.add("ratio < " + ratio.getAsDouble());
        }
        if (serverMicros.isPresent() && round.program().serverMicros() > serverMicros.getAsDouble()) {
            misses.add("server > " + Math.round(serverMicros.getAsDouble()) + " µs");
        }
        if (round.program().p99Millis() > SPREAD * round.program().p50Millis()) {
            misses.add("p99 > " + Math.round(SPREAD) + " × p50");
        }
        return misses;
    }
}
