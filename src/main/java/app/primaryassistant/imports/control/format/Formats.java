package app.primaryassistant.imports.control.format;

import app.primaryassistant.imports.control.row.Columns;
import app.primaryassistant.imports.control.row.ImportContext;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Recognises what kind of file it is by the names of its columns. */
public final class Formats {

    /** The most particular ones first: a table of one's own has columns that others have too. */
    private static final List<BiFunction<Columns, ImportContext, Optional<Format>>> KNOWN = List.of(
            OwnMeasurements::of,
            OwnWorkouts::of,
            Strong::of,
            Hevy::of,
            Fitnotes::of,
            Withings::of,
            Garmin::of,
            Openscale::of,
            PlainValues::of);

    private Formats() {}

    /**
     * The reader for a file with these columns.
     *
     * @throws Problem if they are those of no kind
     */
    public static Format of(List<String> header, ImportContext context) {
        var columns = new Columns(header);
        return KNOWN.stream()
                .flatMap(format -> format.apply(columns, context).stream())
                .findFirst()
                .orElseThrow(() -> Problem.invalid(Violation.body(
                        "file",
                        "has no columns that can be imported: it must be a file from Strong, Hevy, FitNotes, openScale, Withings"
                                + " or Garmin Connect, an export of this program, or a table with a column “date” and"
                                + " columns named after metrics")));
    }
}
