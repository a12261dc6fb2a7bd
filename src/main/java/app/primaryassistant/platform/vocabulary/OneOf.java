package app.primaryassistant.platform.vocabulary;

import jakarta.validation.ConstraintValidatorContext;
import java.util.List;

/** What validators of terms have in common: where a term is not one of those known, the message names them all. */
public final class OneOf {

    private OneOf() {}

    public static boolean check(List<String> terms, String term, ConstraintValidatorContext context) {
        if (terms.contains(term)) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate("must be " + alternatives(terms))
                .addConstraintViolation();
        return false;
    }

    /** Such as "kg or lb", or "working, drop or failure". */
    private static String alternatives(List<String> terms) {
        int last = terms.size() - 1;
        return last < 1 ? String.join("", terms) : String.join(", ", terms.subList(0, last)) + " or " + terms.get(last);
    }
}
