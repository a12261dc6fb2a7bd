package app.primaryassistant.platform.unit;

import java.math.BigDecimal;

/**
 * A unit as clients convert it: canonical = entered × factor + offset.
 *
 * @param decimals what values are shown with
 */
public record UnitView(String unit, BigDecimal factor, BigDecimal offset, int decimals) {

    public static UnitView from(Unit unit) {
        return new UnitView(unit.symbol(), unit.factor(), unit.offset(), unit.decimals());
    }
}
