package app.primaryassistant.platform.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What went into a formula: a number, or words where there is none, and the day it is of. */
public record Input(
        String name,
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable String text,
        @Nullable LocalDate on) {

    public Input {
        if ((value == null) == (text == null)) {
            throw new IllegalArgumentException(name + " is either a number or words");
        }
    }

    public static Input number(String name, BigDecimal value, String unit) {
        return new Input(name, value, unit, null, null);
    }

    public static Input measured(String name, BigDecimal value, String unit, LocalDate on) {
        return new Input(name, value, unit, null, on);
    }

    public static Input words(String name, String text) {
        return new Input(name, null, null, text, null);
    }
}
