package app.primaryassistant.metrics.control;

import app.primaryassistant.metrics.entity.OwnMetric;
import app.primaryassistant.metrics.entity.Quantity;
import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.persistence.UniqueViolation;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks entries and writes them, all or none, in one statement. */
@ApplicationScoped
public class Recording {

    @Inject
    private ObservationRepository observations;

    @Inject
    private MetricRepository metrics;

    /** Records one value under an id. */
    public void one(UUID owner, UUID id, Moment moment, EnteredValue entry, Optional<String> note) {
        write(owner, Optional.empty(), moment, Optional.empty(), List.of(entry), List.of(row(id, entry, note)));
    }

    /** Records a day's entry under the check-in's id. */
    public void checkIn(UUID owner, UUID checkIn, Moment moment, Optional<String> note, List<EnteredValue> entries) {
        refuseTogether(entries.stream().filter(entry -> !entry.isOwn()), EnteredValue::builtIn);
        List<ObservationRepository.ObservationRow> rows = entries.stream()
                .map(entry -> row(Ids.next(), entry, Optional.empty()))
                .toList();
        write(owner, Optional.of(checkIn), moment, note, entries, rows);
    }

    /** Checks every entry before it refuses any, so that a person reads of all their slips at once. */
    private static void refuseTogether(Stream<EnteredValue> entries, Consumer<EnteredValue> check) {
        List<Violation> violations = entries.flatMap(entry -> {
                    try {
                        check.accept(entry);
                        return Stream.empty();
                    } catch (Problem refused) {
                        return refused.violations().stream();
                    }
                })
                .toList();
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    /** The quantity of a correction, by the same rules as of a new entry. */
    public Quantity check(UUID owner, EnteredValue entry) {
        return entry.isOwn() ? entry.own(metrics.find(owner, entry.metric()).orElse(null)) : entry.builtIn();
    }

    /** The quantities of entries, by the same rules as when they are recorded. */
    List<Quantity> checkTogether(List<EnteredValue> entries, Map<String, OwnMetric> own) {
        Function<EnteredValue, Quantity> check =
                entry -> entry.isOwn() ? entry.own(own.get(entry.metric())) : entry.builtIn();
        refuseTogether(entries.stream(), entry -> {
            Quantity unused = check.apply(entry);
        });
        return entries.stream().map(check).toList();
    }

    private void write(
            UUID owner,
            Optional<UUID> checkIn,
            Moment moment,
            Optional<String> note,
            List<EnteredValue> entries,
            List<ObservationRepository.ObservationRow> rows) {
        try {
            int written = observations.record(owner, checkIn.orElse(null), moment, note.orElse(null), rows);
            if (written < rows.size()) {
                throw explain(owner, entries);
            }
        } catch (DatabaseUnavailable failed) {
            throw UniqueViolation.isCauseOf(failed)
                    ? Problem.of(ProblemType.PRECONDITION_FAILED, "It has already been recorded.")
                    : failed;
        }
    }

    private static ObservationRepository.ObservationRow row(UUID id, EnteredValue entry, Optional<String> note) {
        if (entry.isOwn()) {
            return new ObservationRepository.ObservationRow(
                    id,
                    entry.metric(),
                    entry.value(),
                    entry.value(),
                    entry.unit().orElse(null),
                    note.orElse(null));
        }
        Quantity quantity = entry.builtIn();
        return new ObservationRepository.ObservationRow(
                id,
                entry.metric(),
                quantity.value(),
                quantity.enteredValue(),
                quantity.enteredUnit(),
                note.orElse(null));
    }

    /** Rows were left out, so an entry of an own metric is wrong; only now is it worth asking which. */
    private Problem explain(UUID owner, List<EnteredValue> entries) {
        Map<String, OwnMetric> own =
                metrics.own(owner).stream().collect(Collectors.toMap(OwnMetric::key, Function.identity()));
        refuseTogether(entries.stream().filter(EnteredValue::isOwn), entry -> entry.own(own.get(entry.metric())));
        return Problem.of(ProblemType.CONFLICT, "A metric was changed in the meantime. Please try again.");
    }
}
