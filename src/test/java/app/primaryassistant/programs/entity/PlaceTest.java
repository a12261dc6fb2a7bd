package app.primaryassistant.programs.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @Property
    void isReadAsItIsWritten(@ForAll("places") Place place) {
        assertThat(Place.of(place.toString())).contains(place);
    }

    @Property
    void comesInTheOrderOfThePhasesAndTheirRounds(@ForAll("places") Place one, @ForAll("places") Place other) {
        if (one.roundOfProgram() < other.roundOfProgram()) {
            assertThat(one).isLessThan(other);
        }
        assertThat(one.firstRoundOfPhase()).isLessThanOrEqualTo(one.roundOfProgram());
    }

    @Test
    void isLaterByPhaseThenRoundThenWeekThenDay() {
        assertThat(Stream.of("2.1.1.1", "1.2.1.1", "1.1.2.1", "1.1.1.2", "1.1.1.1", "1.10.1.1")
                        .flatMap(text -> Place.of(text).stream())
                        .sorted()
                        .map(Place::toString))
                .containsExactly("1.1.1.1", "1.1.1.2", "1.1.2.1", "1.2.1.1", "1.10.1.1", "2.1.1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.1.1", "1.1.1.1.1", "0.1.1.1", "1.1.1.1000", "1.1.1.x", "-1.1.1.1", "1.1.1.1 "})
    void nothingElseIsAPlace(String text) {
        assertThat(Place.of(text)).isEmpty();
    }

    @Provide
    Arbitrary<Place> places() {
        Arbitrary<Integer> part = Arbitraries.integers().between(1, 999);
        return Combinators.combine(part, part, part, part).as(Place::new);
    }
}
