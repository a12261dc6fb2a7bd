package app.primaryassistant.platform.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static final Explanation EXPLANATION = new Explanation("weight ÷ height²", "Quetelet", "Adults");

    @Test
    void isEitherComputedOrSaysWhyNot() {
        assertThat(Figure.computed("bmi", "BMI", "kg/m²", BigDecimal.TEN, EXPLANATION)
                        .missing())
                .isNull();
        assertThat(Figure.missing("bmi", "BMI", "kg/m²", "Add your height", EXPLANATION)
                        .value())
                .isNull();
        assertRefused(null, null, null, null);
        assertRefused(BigDecimal.TEN, null, null, "Add your height");
    }

    @Test
    void keepsItsIntervalAroundItsValue() {
        Figure figure = Figure.computed("bmi", "BMI", "kg/m²", BigDecimal.TEN, EXPLANATION);

        assertThat(figure.within(BigDecimal.ONE, BigDecimal.TEN))
                .returns(BigDecimal.ONE, Figure::low)
                .returns(BigDecimal.TEN, Figure::value)
                .returns(BigDecimal.TEN, Figure::high);
        assertThat(figure.within(BigDecimal.TEN, BigDecimal.TEN).low()).isEqualTo(BigDecimal.TEN);
        assertRefused(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.TEN, null);
        assertRefused(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.TWO, null);
        assertRefused(BigDecimal.TEN, BigDecimal.ONE, null, null);
        assertRefused(BigDecimal.TEN, null, BigDecimal.TEN, null);
        assertRefused(null, BigDecimal.ONE, BigDecimal.TEN, "Add your height");
    }

    @Test
    void explanationKeepsItsInputsWhateverBecomesOfTheListGiven() {
        List<Input> inputs = new ArrayList<>(List.of(Input.number("Height", BigDecimal.TWO, "m")));
        Explanation explanation = EXPLANATION.with(inputs);
        inputs.clear();

        assertThat(explanation.inputs()).extracting(Input::name).containsExactly("Height");
        assertThat(explanation.formula()).isEqualTo(EXPLANATION.formula());
        assertThat(EXPLANATION.inputs()).isEmpty();
    }

    @Test
    void inputIsEitherANumberOrWords() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        assertThat(Input.measured("Weight", BigDecimal.TEN, "kg", day).on()).isEqualTo(day);
        assertThat(Input.words("Sex at birth", "female").value()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new Input("Weight", null, "kg", null, day));
        assertThatIllegalArgumentException().isThrownBy(() -> new Input("Weight", BigDecimal.TEN, "kg", "ten", null));
    }

    private static void assertRefused(
            @Nullable BigDecimal value, @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable String missing) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Figure("bmi", "BMI", "kg/m²", value, low, high, missing, EXPLANATION));
    }
}
