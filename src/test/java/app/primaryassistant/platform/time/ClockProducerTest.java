package app.primaryassistant.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClockProducerTest {

    private final Clock clock = new ClockProducer().clock();

    @Test
    void ticksInMicrosecondsAsPostgresDoes() {
        assertThat(Stream.generate(clock::instant).limit(1000))
                .allMatch(instant -> instant.equals(instant.truncatedTo(ChronoUnit.MICROS)));
    }

    @Test
    void tellsTheTimeInUtc() {
        assertThat(Duration.between(clock.instant(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
