package app.primaryassistant.metrics.control;

import app.primaryassistant.platform.figure.Explanation;
import app.primaryassistant.platform.figure.Formula;

/** What there is to say of each formula of {@link BodyComposition}, before it is given anything to compute from. */
enum BodyFormula {
    BODY_MASS_INDEX(
            "bmi",
            "Body mass index",
            "kg/m²",
            1,
            "weight ÷ height²",
            "A. Quetelet (1832); named by A. Keys et al., Journal of Chronic Diseases 25 (1972); thresholds by WHO,"
                    + " Technical Report Series 894 (2000)",
            "Adults from 20. It does not tell muscle from fat or show where fat lies, and does not apply in pregnancy;"
                    + " for children and adolescents it is interpreted by age and sex."),
    FAT_MASS(
            "fat-mass",
            "Fat mass",
            "kg",
            1,
            "weight × body fat ÷ 100",
            "Two-compartment model of the body: W. E. Siri, Techniques for Measuring Body Composition (1961)",
            "Only as accurate as the body fat it is computed from: bioimpedance scales are often off by several percentage"
                    + " points, so no interval is given."),
    LEAN_MASS(
            "lean-mass",
            "Lean mass",
            "kg",
            1,
            "weight × (1 − body fat ÷ 100)",
            "Two-compartment model of the body: W. E. Siri, Techniques for Measuring Body Composition (1961)",
            "Everything that is not fat: muscle, bone, organs and water. Only as accurate as the body fat it is computed from,"
                    + " and it varies with body water from day to day."),
    WAIST_TO_HEIGHT(
            "waist-to-height",
            "Waist-to-height ratio",
            "",
            2,
            "waist ÷ height",
            "M. Ashwell, S. D. Hsieh, International Journal of Food Sciences and Nutrition 56 (2005)",
            "Adults, and children from 5. Not in pregnancy. The authors' threshold for raised risk is 0.5."),
    BODY_FAT_BY_CIRCUMFERENCE(
            "body-fat-circumference",
            "Body fat by circumference",
            "%",
            1,
            "495 ÷ density − 450, in cm; men: density = 1.0324 − 0.19077·log₁₀(waist − neck) + 0.15456·log₁₀(height);"
                    + " women: density = 1.29579 − 0.35004·log₁₀(waist + hips − neck) + 0.22100·log₁₀(height)",
            "J. A. Hodgdon, M. B. Beckett, Naval Health Research Center, Reports 84-11 (men) and 84-29 (women) (1984)",
            "Derived from adults serving in the US Navy. Men measure the waist at the navel, women at its narrowest."
                    + " The interval is 1.96 standard errors of estimate, 3.52 percentage points for men and 3.72 for"
                    + " women; it is wider for very lean and very heavy people."),
    RESTING_ENERGY(
            "bmr",
            "Resting energy expenditure",
            "kcal/day",
            0,
            "10·weight + 6.25·height in cm − 5·age + 5 for men, − 161 for women",
            "M. D. Mifflin, S. T. St Jeor et al., American Journal of Clinical Nutrition 51 (1990)",
            "Derived from 498 healthy people aged 19 to 78. It was within 10 % of the measured value in 82 % of"
                    + " non-obese and 70 % of obese adults (D. Frankenfield et al., Journal of the American Dietetic"
                    + " Association 105, 2005).");

    @SuppressWarnings("ImmutableEnumChecker") // A record of texts and of an empty list.
    private final Formula formula;

    BodyFormula(String key, String label, String unit, int decimals, String formula, String source, String validity) {
        this.formula = new Formula(key, label, unit, decimals, new Explanation(formula, source, validity));
    }

    Formula formula() {
        return formula;
    }
}
