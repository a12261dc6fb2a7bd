package app.primaryassistant.progress.control;

import app.primaryassistant.platform.figure.Explanation;
import app.primaryassistant.platform.figure.Formula;

/** The formulas of {@link TrainingLoad}. */
final class LoadFormulas {

    /** Loads are in arbitrary units; strain is in those too, for monotony is a ratio. */
    private static final String UNIT = "AU";

    static final Formula WEEK = new Formula(
            "week-load",
            "Weekly load",
            UNIT,
            0,
            new Explanation(
                    "Σ session RPE × minutes over 7 days",
                    "C. Foster, Medicine & Science in Sports & Exercise 30 (1998); C. Foster et al., Journal of Strength and"
                            + " Conditioning Research 15 (2001)",
                    "Any kind of training, in arbitrary units: comparable for one person over time, not between people. The session"
                            + " as a whole is rated on Borg's scale from 0 to 10, ideally half an hour after it."));

    static final Formula ACUTE = new Formula(
            "acute-load",
            "Acute load",
            UNIT,
            1,
            new Explanation(
                    "aₜ = aₜ₋₁ + (load − aₜ₋₁) × (1 − e^(−1 ÷ " + TrainingLoad.ACUTE_DAYS + "))",
                    "E. W. Banister et al., Australian Journal of Sports Medicine 7 (1975); as moving averages by A. Coggan in H. Allen,"
                            + " A. Coggan, Training and Racing with a Power Meter (2006)",
                    "What roughly the last week demanded of the body. Days without training count as zero. It starts at"
                            + " zero, so it is only shown from " + TrainingLoad.ACUTE_DAYS
                            + " days after the first rated session."));

    static final Formula CHRONIC = new Formula(
            "chronic-load",
            "Chronic load",
            UNIT,
            1,
            new Explanation(
                    "cₜ = cₜ₋₁ + (load − cₜ₋₁) × (1 − e^(−1 ÷ " + TrainingLoad.CHRONIC_DAYS + "))",
                    "E. W. Banister et al., Australian Journal of Sports Medicine 7 (1975); as moving averages by A. Coggan in H. Allen,"
                            + " A. Coggan, Training and Racing with a Power Meter (2006)",
                    "What the body is used to. The time constant of " + TrainingLoad.CHRONIC_DAYS
                            + " days is a convention and was not"
                            + " measured on you. It starts at zero, so it is too low at first and is only shown from "
                            + TrainingLoad.CHRONIC_DAYS + " days after the first rated session."));

    static final Formula BALANCE = new Formula(
            "training-balance",
            "Training stress balance",
            UNIT,
            1,
            new Explanation(
                    "chronic load − acute load",
                    "H. Allen, A. Coggan, Training and Racing with a Power Meter (2006), after E. W. Banister et al. (1975)",
                    "Below zero, training demands more than the body is used to; above zero, less. Computed at the end of"
                            + " the day, including the day's load. It was developed for load from power or heart rate; with"
                            + " session RPE it shows the direction, and limits published for other kinds of load do not apply."
                            + " It does not predict injury."));

    static final Formula MONOTONY = new Formula(
            "monotony",
            "Monotony",
            "",
            2,
            new Explanation(
                    "mean of 7 days' load ÷ their standard deviation (n − 1)",
                    "C. Foster, Medicine & Science in Sports & Exercise 30 (1998)",
                    "High when every day is alike. Foster saw more illness with high monotony and load in experienced"
                            + " athletes; the often quoted limit of 2 is a rule of thumb. He does not say which standard deviation he"
                            + " used; with n in place of n − 1 it would be 8 % higher."));

    static final Formula STRAIN = new Formula(
            "strain",
            "Strain",
            UNIT,
            0,
            new Explanation(
                    "weekly load × monotony",
                    "C. Foster, Medicine & Science in Sports & Exercise 30 (1998)",
                    "High when there is much load without easy days in between. Compare it only with your own earlier weeks."));

    private LoadFormulas() {}
}
