package app.primaryassistant.metrics.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** A value in its metric's canonical unit, beside what was typed: 185 lb entered is 185 lb shown, always. */
@Embeddable
public class Quantity {

    private BigDecimal value;

    @Column(name = "entered_value")
    private BigDecimal enteredValue;

    @Column(name = "entered_unit")
    private String enteredUnit;

    @SuppressWarnings("NullAway.Init") // For JPA, which fills the fields.
    protected Quantity() {}

    public Quantity(BigDecimal value, BigDecimal enteredValue, String enteredUnit) {
        this.value = value;
        this.enteredValue = enteredValue;
        this.enteredUnit = enteredUnit;
    }

    public BigDecimal value() {
        return value;
    }

    public BigDecimal enteredValue() {
        return enteredValue;
    }

    public String enteredUnit() {
        return enteredUnit;
    }
}
