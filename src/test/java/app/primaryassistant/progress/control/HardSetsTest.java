package app.primaryassistant.progress.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.figure.Input;
import app.primaryassistant.progress.control.HardSets.OfMuscle;
import app.primaryassistant.progress.entity.MuscleWeek;
import app.primaryassistant.progress.entity.VolumeRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardSetsTest {

    /** A Wednesday. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final List<LocalDate> FOUR_WEEKS = HardSets.weeks(4, DAY);

    @Test
    void theLastWeekHoldsTheDay() {
        assertThat(FOUR_WEEKS)
                .containsExactly(MONDAY.minusWeeks(3), MONDAY.minusWeeks(2), MONDAY.minusWeeks(1), MONDAY);
        assertThat(HardSets.weeks(1, MONDAY)).containsExactly(MONDAY);
        assertThat(HardSets.weeks(1, MONDAY.plusDays(6))).containsExactly(MONDAY);
    }

    @Test
    void theMeanIsOverWholeWeeksSinceTrainingBegan() {
        List<OfMuscle> muscles = HardSets.of(
                List.of(
                        week(2, "chest", "12", "3"),
                        week(1, "chest", "9.5", "0"),
                        week(0, "chest", "40", "40"),
                        week(1, "lower back", "3", "0")),
                FOUR_WEEKS,
                DAY);

        assertThat(muscles).extracting(OfMuscle::muscle).containsExactly("chest", "lower back");
        assertThat(HardSets.whole(List.of(week(2, "chest", "12", "3"), week(0, "chest", "40", "40")), FOUR_WEEKS, DAY))
                .containsExactly(MONDAY.minusWeeks(2), MONDAY.minusWeeks(1));
        OfMuscle chest = muscles.getFirst();
        assertThat(chest.mean())
                .returns("hard-sets-chest", Figure::key)
                .returns("Hard sets of chest", Figure::name)
                .returns("sets/week", Figure::unit)
                .returns(new BigDecimal("10.8"), Figure::value);
        assertThat(chest.range()).isEqualTo(VolumeRange.TEN_TO_TWENTY);
        assertThat(chest.mean().explanation().inputs())
                .containsExactly(
                        Input.words("Weeks", "2026-11-09 to 2026-11-22"),
                        Input.number("Whole weeks", BigDecimal.valueOf(2), "weeks"),
                        Input.number("Hard sets", new BigDecimal("21.5"), "sets"),
                        Input.number("Of which without RPE or reserve", new BigDecimal("3"), "sets"));
        assertThat(muscles.getLast())
                .returns("hard-sets-lower-back", muscle -> muscle.mean().key())
                .returns(new BigDecimal("1.5"), muscle -> muscle.mean().value())
                .returns(VolumeRange.UNDER_FIVE, OfMuscle::range);
    }

    @Test
    void aWeekWithoutTheMuscleIsZero() {
        OfMuscle chest = HardSets.of(List.of(week(2, "chest", "12", "0")), FOUR_WEEKS, DAY)
                .getFirst();

        assertThat(chest.weeks()).extracting(MuscleWeek::week).isEqualTo(FOUR_WEEKS);
        assertThat(chest.weeks()).extracting(week -> week.sets().intValue()).containsExactly(0, 12, 0, 0);
        assertThat(chest.mean().value()).isEqualByComparingTo("6");
    }

    @Test
    void theFirstWeekHasNoMeanYet() {
        OfMuscle chest = HardSets.of(List.of(week(0, "chest", "12", "0")), FOUR_WEEKS, DAY)
                .getFirst();

        assertThat(chest.mean())
                .returns(null, Figure::value)
                .returns("Needs one full week of training, Monday to Sunday.", Figure::missing);
        assertThat(chest.range()).isNull();
        assertThat(chest.weeks()).hasSize(4);
    }

    @Test
    void nothingTrainedIsNoMuscle() {
        assertThat(HardSets.of(List.of(), FOUR_WEEKS, DAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, UNDER_FIVE",
        "4.9, UNDER_FIVE",
        "5, FIVE_TO_NINE",
        "9.9, FIVE_TO_NINE",
        "10, TEN_TO_TWENTY",
        "20, TEN_TO_TWENTY",
        "20.1, OVER_TWENTY"
    })
    void rangesAreThoseThatStudiesCompared(BigDecimal sets, VolumeRange range) {
        assertThat(VolumeRange.of(sets)).isEqualTo(range);
        assertThat(range.meaning()).isNotBlank();
        assertThat(range.key()).matches("[a-z]+(-[a-z]+)*");
        assertThat(range.from()).isLessThanOrEqualTo(sets);
    }

    private static MuscleWeek week(int ago, String muscle, String sets, String withoutReserve) {
        return new MuscleWeek(
                MONDAY.minusWeeks(ago),
                muscle,
                new BigDecimal(sets),
                new BigDecimal(withoutReserve),
                new BigDecimal("1000"));
    }
}
