package app.primaryassistant.imports.control.row;

import app.primaryassistant.imports.control.row.ParsedRow.ParsedWorkout;
import app.primaryassistant.imports.control.text.ParsedDateTime;
import app.primaryassistant.imports.control.text.Refusal;
import app.primaryassistant.metrics.control.Moment;
import java.util.Optional;

/** The workouts of other programs, which have no ids: when it began and what it was called tell one from the other. */
public final class Sessions {

    private static final int LONGEST_TITLE = 100;

    private Sessions() {}

    public static ParsedWorkout of(
            ImportContext context,
            ParsedDateTime begun,
            String title,
            Optional<Integer> durationS,
            Optional<String> note) {
        if (title.length() > LONGEST_TITLE) {
            throw new Refusal("The workout title is longer than 100 characters.");
        }
        var moment = new Moment(
                begun.day(),
                begun.instant(context.zone(), context.clock()),
                context.zone().getId());
        return new ParsedWorkout(
                Optional.empty(),
                begun.key() + "|" + title,
                moment,
                title,
                durationS.filter(seconds -> seconds > 0),
                note,
                Optional.empty());
    }
}
