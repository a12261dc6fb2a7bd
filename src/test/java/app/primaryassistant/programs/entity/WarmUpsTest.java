package app.primaryassistant.programs.entity;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.programs.entity.progression.Bar;
import app.primaryassistant.programs.entity.progression.Fixed;
import app.primaryassistant.programs.entity.progression.Loading;
import app.primaryassistant.programs.entity.progression.Prescription.Target;
import app.primaryassistant.workouts.entity.WeightUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WarmUpsTest {

    private static final Loading KILOGRAMS = new Loading(WeightUnit.KILOGRAM, new BigDecimal("2.5"));
    private static final Loading POUNDS = new Loading(WeightUnit.POUND, new BigDecimal("5"));

    private static List<Target> warmUps(Loading loading, Bar bar, String weight, int... percent) {
        List<Program.WarmUp> sets = IntStream.of(percent)
                .mapToObj(each -> new Program.WarmUp(each, 5))
                .toList();
        var slot = new Program.Slot("lift", UUID.randomUUID(), new Fixed(3, 5, null), sets, null, null, null);
        return slot.warmUpsFor(List.of(new Target(false, 5, null, new BigDecimal(weight), null)), loading, bar);
    }

    private static List<String> weights(List<Target> targets) {
        return targets.stream().map(target -> String.valueOf(target.weight())).toList();
    }

    @Test
    void theBarIsTheLeast() {
        assertThat(weights(warmUps(KILOGRAMS, Bar.LONG, "40", 40, 60, 80))).containsExactly("20", "25", "32.5");
        assertThat(weights(warmUps(POUNDS, Bar.LONG, "95", 40, 60, 80))).containsExactly("45", "55", "75");
        assertThat(weights(warmUps(KILOGRAMS, Bar.EZ_CURL, "20", 40, 80))).containsExactly("10", "15");
        assertThat(weights(warmUps(KILOGRAMS, Bar.NONE, "20", 40, 80))).containsExactly("7.5", "15");
    }

    @Test
    void theEmptyBarIsLiftedOnceAndNotBeforeItself() {
        assertThat(weights(warmUps(KILOGRAMS, Bar.LONG, "30", 40, 60, 80))).containsExactly("20", "25");
        assertThat(warmUps(KILOGRAMS, Bar.LONG, "20", 40, 60, 80)).isEmpty();
        assertThat(weights(warmUps(KILOGRAMS, Bar.LONG, "100", 50, 50))).containsExactly("50", "50");
    }

    @Property
    void noWarmUpIsLighterThanTheBarAndEachCanBeLoaded(
            @ForAll Bar bar,
            @ForAll boolean inPounds,
            @ForAll @IntRange(min = 1, max = 40) int step,
            @ForAll @IntRange(min = 0, max = 600) int weight,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 10, max = 95) Integer> percent) {
        var quarter = new BigDecimal("0.25");
        var loading = new Loading(
                inPounds ? WeightUnit.POUND : WeightUnit.KILOGRAM, quarter.multiply(BigDecimal.valueOf(step)));
        int[] rising = percent.stream().sorted().mapToInt(Integer::intValue).toArray();

        List<BigDecimal> weights = warmUps(loading, bar, String.valueOf(weight), rising).stream()
                .map(Target::weight)
                .map(BigDecimal.class::cast)
                .toList();

        assertThat(weights).isSorted().allSatisfy(each -> {
            assertThat(each).isGreaterThanOrEqualTo(bar.weight(loading)).isLessThan(BigDecimal.valueOf(weight));
            assertThat(each.subtract(bar.weight(loading)).remainder(loading.step()))
                    .isEqualByComparingTo("0");
        });
    }
}
