package app.primaryassistant.accounts.entity;

import jakarta.persistence.Embeddable;

/** The units an account sees its numbers in. Stored values do not depend on it. */
@Embeddable
public class Units {

    private String mass;
    private String length;
    private String temperature;
    private String glucose;

    @SuppressWarnings("NullAway.Init") // For JPA, which fills the fields.
    protected Units() {}

    public Units(String mass, String length, String temperature, String glucose) {
        this.mass = mass;
        this.length = length;
        this.temperature = temperature;
        this.glucose = glucose;
    }

    public static Units metric() {
        return new Units("kg", "cm", "°C", "mmol/L");
    }

    public String mass() {
        return mass;
    }

    public String length() {
        return length;
    }

    public String temperature() {
        return temperature;
    }

    public String glucose() {
        return glucose;
    }
}
