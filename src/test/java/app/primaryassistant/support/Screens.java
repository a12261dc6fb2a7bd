package app.primaryassistant.support;

import app.primaryassistant.local.Moment;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The screens that a journey is for. What it shows does not depend on the screen, and pages are looked at on all of them by
 * {@code PagesJourneyIT}; so a run takes one, another at each {@link Moment}. {@code -Dscreens=all} takes them all.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(Screens.Provider.class)
public @interface Screens {

    Screen[] value();

    /** Takes different screens for different journeys, so that each run has some of every kind. */
    final class Provider implements ArgumentsProvider {

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            Method journey = context.getRequiredTestMethod();
            Screen[] screens = journey.getAnnotation(Screens.class).value();
            if ("all".equals(System.getProperty("screens"))) {
                return Stream.of(screens).map(Arguments::of);
            }
            int turn = List.of(Moment.values()).indexOf(Moment.ofThisRun())
                    + journey.getName().hashCode();
            return Stream.of(Arguments.of(screens[Math.floorMod(turn, screens.length)]));
        }
    }
}
