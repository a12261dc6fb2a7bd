package app.primaryassistant.workouts.boundary;

import app.primaryassistant.workouts.entity.Measure;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number in the range, and on a step, of what it measures; the message says which. */
@Documented
@Constraint(validatedBy = Within.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface Within {

    Measure value();

    String message() default "must be plausible";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid, as in Bean Validation's own constraints. */
    final class Check implements ConstraintValidator<Within, Number> {

        private Measure measure = Measure.REPS;

        @Override
        public void initialize(Within constraint) {
            measure = constraint.value();
        }

        @Override
        public boolean isValid(@Nullable Number number, ConstraintValidatorContext context) {
            if (number == null || measure.allows(new BigDecimal(number.toString()))) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(measure.demand()).addConstraintViolation();
            return false;
        }
    }
}
