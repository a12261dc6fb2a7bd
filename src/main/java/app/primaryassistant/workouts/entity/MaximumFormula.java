package app.primaryassistant.workouts.entity;

/**
 * The published ways from a set to failure to the weight that can be lifted once. Each is the multiple of the weight by
 * the number of repetitions <i>n</i>, and holds from its least number of repetitions to
 * {@value #MOST_REPETITIONS}.
 *
 * @see <a href="https://doi.org/10.1519/R-15304.1">J. M. Reynolds, T. J. Gordon, R. A. Robergs (2006)</a>, who found that
 *     no more than ten repetitions should go into such linear formulas
 */
public enum MaximumFormula {
    /** B. Epley, Poundage Chart (1985). At one repetition it would exceed what was lifted, so it begins at two. */
    EPLEY(2) {
        @Override
        public double multiple(double n) {
            return 1 + n / EPLEY_DIVISOR;
        }

        @Override
        public double slope(double n) {
            return 1.0 / EPLEY_DIVISOR;
        }
    },
    /** M. Brzycki, Journal of Physical Education, Recreation and Dance 64 (1993). */
    BRZYCKI(1) {
        @Override
        public double multiple(double n) {
            return 36 / (37 - n);
        }

        @Override
        public double slope(double n) {
            return 36 / ((37 - n) * (37 - n));
        }
    };

    /** In repetitions, of all of them. */
    public static final int MOST_REPETITIONS = 10;

    /** In repetitions: Epley's one-repetition maximum is weight × (1 + repetitions ÷ this). */
    public static final int EPLEY_DIVISOR = 30;

    private final int least;

    MaximumFormula(int least) {
        this.least = least;
    }

    public boolean holds(double n) {
        return n >= least && n <= MOST_REPETITIONS;
    }

    public abstract double multiple(double n);

    /** What one repetition more adds to the multiple. */
    public abstract double slope(double n);
}
