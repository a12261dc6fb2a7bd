package app.primaryassistant.programs.entity.progression;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.util.List;

/**
 * A lighter week by plan. What is done in it says nothing of progress, and no rule looks at it.
 *
 * @param weight percent of the weights that the rules prescribe, rounded down; 100 where the program lightens them itself
 * @param sets percent of the number of sets, rounded up
 */
public record Deload(
        @Min(30) @Max(100) int weight, @Min(30) @Max(100) int sets) {

    /** The prescription of an ordinary week made lighter. */
    public Prescription lighten(Prescription ordinary, Loading loading) {
        int kept = Math.ceilDiv(ordinary.targets().size() * sets, 100);
        List<Prescription.Target> targets = ordinary.targets().stream()
                .limit(kept)
                .map(target -> lighten(target, loading))
                .toList();
        return new Prescription(Prescription.Change.LIGHTER_WEEK, reason(), targets);
    }

    private Prescription.Target lighten(Prescription.Target target, Loading loading) {
        BigDecimal planned = target.weight();
        Prescription.Target straight = target.straight();
        return planned == null || weight == 100
                ? straight
                : straight.at(loading.down(Loading.percentOf(planned, weight)));
    }

    private String reason() {
        String parts = (weight < 100 ? weight + " % of the weight" : "")
                + (weight < 100 && sets < 100 ? " and " : "")
                + (sets < 100 ? sets + " % of the sets" : "");
        return "Planned deload week" + (parts.isEmpty() ? "" : ": " + parts)
                + ". It does not count as progress or as a failure.";
    }
}
