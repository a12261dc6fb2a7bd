package app.primaryassistant.platform.json;

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

/**
 * Text that can be stored and shown as it is: at most {@link #max()} characters, well-formed Unicode, no control
 * characters but tab and line breaks. PostgreSQL keeps no NUL, a lone surrogate would silently become a question mark, and
 * the replacement character says that bytes which were not UTF-8 have been lost on the way.
 */
@Documented
@Constraint(validatedBy = PlainText.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** The fewest characters after white space at the ends is taken away. */
    int min() default 0;

    int max();

    String message() default "{app.primaryassistant.PlainText}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid, as in Bean Validation's own constraints. */
    final class Check implements ConstraintValidator<PlainText, String> {

        private int min;
        private int max;

        @Override
        public void initialize(PlainText constraint) {
            min = constraint.min();
            max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || (text.length() <= max && text.strip().length() >= min && isStorable(text));
        }

        /** Whether PostgreSQL keeps the text and a page shows it as it is. */
        public static boolean isStorable(String text) {
            return text.codePoints().allMatch(Check::storable);
        }

        private static boolean storable(int codePoint) {
            return switch (Character.getType(codePoint)) {
                case Character.SURROGATE -> false;
                case Character.CONTROL -> codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
                default -> codePoint != '\uFFFD';
            };
        }
    }
}
