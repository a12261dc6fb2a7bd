package app.primaryassistant.programs.entity.progression;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What plates are put on. Nothing lighter can be lifted with it than itself. */
public enum Bar {
    /** What is held or set without plates, or whose own weight nobody counts: dumbbells, machines, cables. */
    NONE("0", "0"),
    /** The long bar of a rack: 20 kg, or 45 lb where plates are made in pounds. */
    LONG("20", "45"),
    /** The short, bent one for curls, as light as they are made. */
    EZ_CURL("10", "15");

    private final BigDecimal kilograms;
    private final BigDecimal pounds;

    Bar(String kilograms, String pounds) {
        this.kilograms = new BigDecimal(kilograms);
        this.pounds = new BigDecimal(pounds);
    }

    /** The bar of an exercise, by the library's term for its equipment. */
    public static Bar of(@Nullable String equipment) {
        return switch (equipment) {
            case "barbell" -> LONG;
            case "e-z curl bar" -> EZ_CURL;
            case null, default -> NONE;
        };
    }

    /** Its own weight, in the unit of the plates. */
    public BigDecimal weight(Loading loading) {
        return loading.in(kilograms, pounds);
    }
}
