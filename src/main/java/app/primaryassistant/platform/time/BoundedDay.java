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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day from {@link CivilDay#EARLIEST} to {@link CivilDay#LATEST}, which may be still to come. */
@Documented
@Constraint(validatedBy = BoundedDay.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface BoundedDay {

    String message() default CivilDay.RANGE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid, as in Bean Validation's own constraints. */
    final class Check implements ConstraintValidator<BoundedDay, LocalDate> {
        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || CivilDay.isInRange(day);
        }
    }
}
