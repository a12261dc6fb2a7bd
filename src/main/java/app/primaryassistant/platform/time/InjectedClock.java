package app.primaryassistant.platform.time;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.validation.ClockProvider;
import java.time.Clock;

/** Lets Bean Validation compare with the program's clock instead of the system's. It is named in {@code META-INF/validation.xml}. */
public class InjectedClock implements ClockProvider {

    @Override
    public Clock getClock() {
        return CDI.current().select(Clock.class).get();
    }
}
