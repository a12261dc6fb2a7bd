package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.entity.Units;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The units an account sees its numbers in, read and written in the same form. */
public record UnitsView(
        @NotNull @Pattern(regexp = "kg|lb", message = "must be kg or lb") String mass,
        @NotNull @Pattern(regexp = "cm|in", message = "must be cm or in") String length,
        @NotNull @Pattern(regexp = "°C|°F", message = "must be °C or °F") String temperature,
        @NotNull @Pattern(regexp = "mmol/L|mg/dL", message = "must be mmol/L or mg/dL") String glucose) {

    static UnitsView from(Units units) {
        return new UnitsView(units.mass(), units.length(), units.temperature(), units.glucose());
    }

    Units toUnits() {
        return new Units(mass, length, temperature, glucose);
    }
}
