package app.primaryassistant.platform.time;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An instant that something has happened at by a clock that may be a little ahead of this one. A clock that is far ahead is
 * said to be, with how far: what was said by it cannot be put right without whoever said it.
 */
@Documented
@Constraint(validatedBy = Happened.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Happened {

    String message() default "must not be later than now";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid, as in Bean Validation's own constraints. */
    final class Check implements ConstraintValidator<Happened, Instant> {

        /** Phones that keep their time by the network are off by seconds; ones set by hand by minutes. */
        private static final Duration TOLERANCE = Duration.ofMinutes(10);

        private static final int MINUTES_IN_WORDS = 120;
        private static final int HOURS_IN_WORDS = 48;

        @Override
        public boolean isValid(@Nullable Instant instant, ConstraintValidatorContext context) {
            Instant now = context.getClockProvider().getClock().instant();
            if (instant != null && !CivilDay.isInRange(instant) && instant.isBefore(now)) {
                return because("must not be before 1900", context);
            }
            if (instant == null || !instant.isAfter(now.plus(TOLERANCE))) {
                return true;
            }
            String ahead = inWords(now.until(instant, ChronoUnit.MINUTES));
            return because(
                    "must not be later than now; it is %s ahead of the server's clock".formatted(ahead), context);
        }

        private static boolean because(String message, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
            return false;
        }

        private static String inWords(long minutes) {
            if (minutes < MINUTES_IN_WORDS) {
                return minutes + " minutes";
            }
            long hours = Math.round(minutes / 60.0);
            return hours < HOURS_IN_WORDS ? hours + " hours" : Math.round(hours / 24.0) + " days";
        }
    }
}
