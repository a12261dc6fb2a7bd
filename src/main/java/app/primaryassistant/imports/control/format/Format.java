package app.primaryassistant.imports.control.format;

import app.primaryassistant.imports.control.row.ParsedRow;
import app.primaryassistant.imports.control.text.CsvRow;
import java.util.function.Consumer;

/** Reads the rows of one kind of file, in their order: what a row leaves out may stand in one before it. */
public sealed interface Format
        permits Fitnotes, Garmin, Hevy, Openscale, OwnMeasurements, OwnWorkouts, PlainValues, Strong, Withings {

    /** The name in the API, such as {@code strong}. */
    String key();

    /** Whether a program writes such files, and so writes all of them alike. */
    default boolean isOfAProgram() {
        return true;
    }

    /**
     * Reads one row.
     *
     * @throws app.primaryassistant.imports.control.text.Refusal if nothing of it can be taken over
     */
    void read(CsvRow row, Consumer<ParsedRow> outcomes);
}
