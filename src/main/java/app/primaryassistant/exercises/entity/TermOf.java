package app.primaryassistant.exercises.entity;

import app.primaryassistant.platform.vocabulary.OneOf;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** One of the terms of a trait; the message names them all. */
@Documented
@Constraint(validatedBy = TermOf.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface TermOf {

    Trait value();

    String message() default "must be a known term";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid, as in Bean Validation's own constraints. */
    final class Check implements ConstraintValidator<TermOf, String> {

        private Trait trait = Trait.CATEGORY;

        @Override
        public void initialize(TermOf constraint) {
            trait = constraint.value();
        }

        @Override
        public boolean isValid(@Nullable String term, ConstraintValidatorContext context) {
            return term == null || OneOf.check(trait.terms(), term, context);
        }
    }
}
