package app.primaryassistant.platform.unit;

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The symbol of one of the {@linkplain Dimension#preferences() units that people choose from}; the message names them all. */
@Documented
@Constraint(validatedBy = PreferredUnit.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PreferredUnit {

    Dimension value();

    String message() default "must be one of the known units";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid, as in Bean Validation's own constraints. */
    final class Check implements ConstraintValidator<PreferredUnit, String> {

        private List<String> symbols = List.of();

        @Override
        public void initialize(PreferredUnit constraint) {
            symbols =
                    constraint.value().preferences().stream().map(Unit::symbol).toList();
        }

        @Override
        public boolean isValid(@Nullable String symbol, ConstraintValidatorContext context) {
            return symbol == null || OneOf.check(symbols, symbol, context);
        }
    }
}
