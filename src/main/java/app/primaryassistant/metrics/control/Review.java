package app.primaryassistant.metrics.control;

import app.primaryassistant.metrics.entity.BuiltInMetric;
import app.primaryassistant.metrics.entity.OwnMetric;
import app.primaryassistant.metrics.entity.Quantity;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.unit.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is worth saying of values before they are saved. It is advice: whoever saves without asking is not refused. */
@ApplicationScoped
public class Review {

    /** Digits lost or gained at the decimal point. */
    private static final List<Integer> SHIFTS = List.of(1, -1, 2, -2);

    @Inject
    private NearbyRepository nearby;

    @Inject
    private MetricRepository metrics;

    @Inject
    private Recording recording;

    /**
     * What there is to say of one value.
     *
     * @param unusual present if the value lies outside the person's usual range, or while that is not known, the adults'
     * @param earlier what the day has of this metric already
     */
    public record Remark(String metric, Optional<Unusual> unusual, List<PreviousValue> earlier) {}

    /** A value outside the usual range, and what may have been meant. */
    public record Unusual(UsualRange usual, Optional<Meant> meant) {}

    /** As it would be entered. */
    public record Meant(BigDecimal value, String unit) {}

    /**
     * The values that there is something to say of, in the order they were given.
     *
     * @param id the measurement or check-in that the values are to be kept under; what it has already does not count
     * @throws Problem if a value could not be saved at all
     */
    public List<Remark> of(UUID owner, UUID id, LocalDate day, List<EnteredValue> entries) {
        Map<String, OwnMetric> own = entries.stream().anyMatch(EnteredValue::isOwn)
                ? metrics.own(owner).stream().collect(Collectors.toMap(OwnMetric::key, Function.identity()))
                : Map.of();
        List<Quantity> quantities = recording.checkTogether(entries, own);
        List<String> keys = entries.stream().map(EnteredValue::metric).toList();
        Map<String, List<DayMean>> nearest = nearby.nearest(owner, keys, day, id);
        Map<String, List<PreviousValue>> sameDay = nearby.sameDay(owner, keys, day, id);
        return IntStream.range(0, entries.size())
                .mapToObj(i -> {
                    String metric = entries.get(i).metric();
                    return new Remark(
                            metric,
                            unusual(metric, quantities.get(i), nearest.getOrDefault(metric, List.of()), day),
                            sameDay.getOrDefault(metric, List.of()));
                })
                .filter(remark ->
                        remark.unusual().isPresent() || !remark.earlier().isEmpty())
                .toList();
    }

    static Optional<Unusual> unusual(String metric, Quantity quantity, List<DayMean> nearest, LocalDate day) {
        return UsualRange.missedBy(quantity.value(), metric, nearest, day)
                .map(usual -> new Unusual(usual, meant(BuiltInMetric.ofKey(metric), quantity, usual)));
    }

    /** The first usual slip that explains the value: a decimal point in the wrong place, or the wrong unit. */
    private static Optional<Meant> meant(Optional<BuiltInMetric> metric, Quantity quantity, UsualRange usual) {
        Stream<Meant> shifted = SHIFTS.stream()
                .map(digits -> new Meant(quantity.enteredValue().scaleByPowerOfTen(digits), quantity.enteredUnit()));
        Stream<Meant> otherUnits = metric.map(BuiltInMetric::units).orElse(List.of()).stream()
                .map(Unit::symbol)
                .filter(symbol -> !symbol.equals(quantity.enteredUnit()))
                .map(symbol -> new Meant(quantity.enteredValue(), symbol));
        return Stream.concat(shifted, otherUnits)
                .filter(meant -> usual.contains(canonical(metric, meant)))
                .findFirst();
    }

    /** An own metric has one unit, whatever it is called, and is kept as it is entered. */
    private static BigDecimal canonical(Optional<BuiltInMetric> metric, Meant meant) {
        return metric.flatMap(known -> Unit.ofSymbol(meant.unit()))
                .map(unit -> unit.toCanonical(meant.value()))
                .orElse(meant.value());
    }
}
