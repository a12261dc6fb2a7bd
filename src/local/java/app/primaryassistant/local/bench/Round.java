package app.primaryassistant.local.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A load at a number of connections, once.
 *
 * @param floor how often a second PostgreSQL alone ran the same statements
 * @param other what another program came to by its own request of the same name
 */
record Round(Sample program, OptionalDouble floor, Optional<Sample> other) {

    /** The part of the floor's rate that the program reached. */
    OptionalDouble ratio() {
        return floor.isPresent() ? OptionalDouble.of(program.perSecond() / floor.getAsDouble()) : OptionalDouble.empty();
    }

    /** How many requests failed, of both programs. */
    long errors() {
        return program.errors() + other.map(Sample::errors).orElse(0L);
    }

    /** The one in the middle by its ratio, or by its rate where there is no floor. */
    static Round median(List<Round> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(round -> round.ratio().orElse(round.program().perSecond())))
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
