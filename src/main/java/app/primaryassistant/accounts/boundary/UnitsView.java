package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.entity.Units;
import app.primaryassistant.platform.unit.Dimension;
import app.primaryassistant.platform.unit.PreferredUnit;
import jakarta.validation.constraints.NotNull;

/** The units an account sees its numbers in, read and written in the same form. */
public record UnitsView(
        @NotNull @PreferredUnit(Dimension.MASS) String mass,
        @NotNull @PreferredUnit(Dimension.LENGTH) String length,
        @NotNull @PreferredUnit(Dimension.TEMPERATURE) String temperature,
        @NotNull @PreferredUnit(Dimension.GLUCOSE) String glucose) {

    static UnitsView from(Units units) {
        return new UnitsView(units.mass(), units.length(), units.temperature(), units.glucose());
    }

    Units toUnits() {
        return new Units(mass, length, temperature, glucose);
    }
}
