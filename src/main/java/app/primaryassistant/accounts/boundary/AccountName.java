package app.primaryassistant.accounts.boundary;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name to sign in with: easy to type on any keyboard, and no two look alike. */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "[A-Za-z0-9._@+-]{2,64}")
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface AccountName {

    String message() default "must have 2 to 64 characters: letters a to z, digits and . _ @ + -";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
