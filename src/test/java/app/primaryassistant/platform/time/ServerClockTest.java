package app.primaryassistant.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.platform.config.InvalidSetting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerClockTest {

    private static final Optional<String> TEST = Optional.of("test");

    @ParameterizedTest
    @ValueSource(strings = {"", "PT0.123456789S"})
    void ticksInMicrosecondsAsPostgresDoes(String offset) {
        Clock clock = ServerClock.of(Optional.of(offset).filter(text -> !text.isEmpty()), TEST);

        assertThat(Stream.generate(clock::instant).limit(1000))
                .allMatch(instant -> instant.equals(instant.truncatedTo(ChronoUnit.MICROS)));
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void testsShiftItByAnOffset() {
        Instant real = ServerClock.of(Optional.empty(), Optional.empty()).instant();
        Instant behind = ServerClock.of(Optional.of("-PT48H"), TEST).instant();
        Instant ahead = ServerClock.of(Optional.of("PT0.5S"), TEST).instant();

        assertThat(Duration.between(real.minus(Duration.ofDays(2)), behind))
                .isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(ahead).isAfterOrEqualTo(real.plusMillis(500));
    }

    @Test
    void anOffsetOutsideTestsIsRefused() {
        assertThatThrownBy(() -> ServerClock.of(Optional.of("PT1S"), Optional.empty()))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("CLOCK_OFFSET is for tests only, when MP_CONFIG_PROFILE is test. Remove it.");
        assertThatThrownBy(() -> ServerClock.of(Optional.of("PT1S"), Optional.of("prod")))
                .isInstanceOf(InvalidSetting.class);
    }

    @Test
    void whatIsNoDurationIsRefused() {
        assertThatThrownBy(() -> ServerClock.of(Optional.of("tomorrow"), TEST))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("CLOCK_OFFSET must be a duration such as P30D or -PT3H.");
    }
}
