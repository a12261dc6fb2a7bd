package app.primaryassistant.platform.vocabulary;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key of a term of a vocabulary; the message names them all. */
@Documented
@Constraint(validatedBy = KeyOf.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface KeyOf {

    Class<? extends Keyed> value();

    String message() default "must be one of the known terms";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid, as in Bean Validation's own constraints. */
    final class Check implements ConstraintValidator<KeyOf, String> {

        private List<String> keys = List.of();

        @Override
        public void initialize(KeyOf constraint) {
            keys = Arrays.stream(constraint.value().getEnumConstants())
                    .map(Keyed::key)
                    .toList();
        }

        @Override
        public boolean isValid(@Nullable String key, ConstraintValidatorContext context) {
            return key == null || OneOf.check(keys, key, context);
        }
    }
}
