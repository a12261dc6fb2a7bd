package app.primaryassistant.programs.control;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.programs.entity.Enrolment;
import app.primaryassistant.programs.entity.OwnProgram;
import app.primaryassistant.programs.entity.Program;
import app.primaryassistant.programs.entity.Start;
import app.primaryassistant.programs.entity.progression.Loading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Begins programs, and checks what they are begun with. */
@ApplicationScoped
public class Enrolling {

    private static final int YEARS_AHEAD = 1;

    @Inject
    private EnrolmentRepository enrolments;

    @Inject
    private ProgramRepository programs;

    @Inject
    private ShippedPrograms shipped;

    @Inject
    private Clock clock;

    /** An enrolment, and whether it is new. */
    public record Begun(Enrolment enrolment, boolean isNew) {}

    /** A shipped program, or an own one that is not deleted. */
    public Program program(UUID owner, UUID id) {
        return shipped.find(id)
                .or(() -> programs.find(owner, id).filter(own -> !own.deleted()).map(OwnProgram::program))
                .orElseThrow(Problem::notFound);
    }

    /**
     * Begins a program. To do so again under the same id changes nothing.
     *
     * @throws Problem if another program is going on
     */
    public Begun begin(UUID owner, Enrolment wanted, LocalDate today) {
        if (wanted.startOn().isAfter(today.plusYears(YEARS_AHEAD))) {
            throw Problem.invalid(Violation.body("startOn", "must be within a year from now"));
        }
        requireStarts(wanted);
        Optional<Enrolment> added = enrolments.add(owner, wanted, clock.instant());
        return added.map(enrolment -> new Begun(enrolment, true))
                .orElseGet(() -> enrolments
                        .find(owner, wanted.id())
                        .filter(standing -> standing.programId().equals(wanted.programId()))
                        .map(standing -> new Begun(standing, false))
                        .orElseThrow(() -> Problem.of(
                                ProblemType.CONFLICT,
                                "You already have an active program. End it before you start another.")));
    }

    /** Requires that each starting weight can be lifted and is of a lift of the program, and of each lift at most one. */
    public void requireStarts(Enrolment enrolment) {
        List<Start> starts = enrolment.starts();
        Set<String> lifts =
                enrolment.program().lifts().stream().map(Program.Lift::lift).collect(Collectors.toSet());
        Set<String> met = new HashSet<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            String lift = starts.get(i).lift();
            String field = "starts[" + i + "].lift";
            if (!lifts.contains(lift)) {
                violations.add(Violation.body(field, "must be a lift of the program"));
            } else if (!met.add(lift)) {
                violations.add(Violation.body(field, "must be given once for each lift"));
            }
            requireWeight("starts[" + i + "].weight", starts.get(i).weight(), enrolment.loading(), violations);
            requireWeight(
                    "starts[" + i + "].trainingMax", starts.get(i).trainingMax(), enrolment.loading(), violations);
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    private static void requireWeight(
            String field, @Nullable BigDecimal weight, Loading loading, List<Violation> violations) {
        BigDecimal most = Start.most(loading);
        if (weight != null && weight.compareTo(most) > 0) {
            violations.add(Violation.body(field, "must be from 0 to " + loading.words(most)));
        }
    }
}
