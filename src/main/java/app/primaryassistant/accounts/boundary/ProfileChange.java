package app.primaryassistant.accounts.boundary;

import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.platform.time.BoundedDay;
import app.primaryassistant.platform.time.TimeZone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The whole profile as it is to be. Height in metres. */
public record ProfileChange(
        @NotNull @PlainText(min = 1, max = 100) String displayName,
        @NotNull @TimeZone String zone,

        @NotNull
        @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", message = "must be a language tag such as en-GB")
        String locale,

        @NotNull @Valid UnitsView units,
        @Nullable @Past @BoundedDay LocalDate birthDate,

        @Nullable @Digits(integer = 1, fraction = 4) @DecimalMin("0.5") @DecimalMax("2.75")
        BigDecimal height,

        @Nullable @Pattern(regexp = "female|male", message = "must be female or male")
        String sexAtBirth) {}
