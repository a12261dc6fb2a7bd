package app.primaryassistant.imports.control.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The many names of units, and the one symbol that this program has for each. */
public final class UnitNames {

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("kg", "kg"),
            Map.entry("kgs", "kg"),
            Map.entry("kilogram", "kg"),
            Map.entry("kilograms", "kg"),
            Map.entry("lb", "lb"),
            Map.entry("lbs", "lb"),
            Map.entry("pound", "lb"),
            Map.entry("pounds", "lb"),
            Map.entry("%", "%"),
            Map.entry("percent", "%"),
            Map.entry("m", "m"),
            Map.entry("meter", "m"),
            Map.entry("meters", "m"),
            Map.entry("metres", "m"),
            Map.entry("km", "km"),
            Map.entry("kms", "km"),
            Map.entry("kilometers", "km"),
            Map.entry("kilometres", "km"),
            Map.entry("mi", "mi"),
            Map.entry("mile", "mi"),
            Map.entry("miles", "mi"),
            Map.entry("yd", "yd"),
            Map.entry("yards", "yd"),
            Map.entry("ft", "ft"),
            Map.entry("feet", "ft"),
            Map.entry("cm", "cm"),
            Map.entry("in", "in"),
            Map.entry("inch", "in"),
            Map.entry("inches", "in"),
            Map.entry("\"", "in"),
            Map.entry("°c", "°C"),
            Map.entry("c", "°C"),
            Map.entry("°f", "°F"),
            Map.entry("f", "°F"),
            Map.entry("mmol/l", "mmol/L"),
            Map.entry("mg/dl", "mg/dL"),
            Map.entry("h", "h"),
            Map.entry("hours", "h"),
            Map.entry("min", "min"),
            Map.entry("minutes", "min"),
            Map.entry("bpm", "bpm"),
            Map.entry("mmhg", "mmHg"),
            Map.entry("ms", "ms"));

    private UnitNames() {}

    /** The symbol of a unit by one of its names; a name that is not known is a symbol itself. */
    public static String symbol(String name) {
        String stripped = name.strip();
        return known(stripped).orElse(stripped);
    }

    /** The symbol, if the name is one of those known here. */
    public static Optional<String> known(String name) {
        return Optional.ofNullable(SYMBOLS.get(name.strip().toLowerCase(Locale.ROOT)));
    }
}
