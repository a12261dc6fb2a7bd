package app.primaryassistant.strength.control;

/**
 * The published ways from a set to failure to the weight that can be lifted once. Each is the multiple of the weight by
 * the number of repetitions <i>n</i>, and holds from its least number of repetitions to
 * {@value OneRepetitionMaximum#MOST_REPETITIONS}.
 *
 * @see <a href="https://doi.org/10.1519/R-15304.1">J. M. Reynolds, T. J. Gordon, R. A. Robergs (2006)</a>, who found that
 *     no more than ten repetitions should go into such linear formulas
 */
enum MaximumFormula {
    /** B. Epley, Poundage Chart (1985). At one repetition it would exceed what was lifted, so it begins at two. */
    EPLEY(2) {
        @Override
        double multiple(double n) {
            return 1 + n / 30;
        }

        @Override
        double slope(double n) {
            return 1.0 / 30;
        }
    },
    /** M. Brzycki, Journal of Physical Education, Recreation and Dance 64 (1993). */
    BRZYCKI(1) {
        @Override
        double multiple(double n) {
            return 36 / (37 - n);
        }

        @Override
        double slope(double n) {
            return 36 / ((37 - n) * (37 - n));
        }
    };

    private final int least;

    MaximumFormula(int least) {
        this.least = least;
    }

    boolean holds(double n) {
        return n >= least && n <= OneRepetitionMaximum.MOST_REPETITIONS;
    }

    abstract double multiple(double n);

    /** What one repetition more adds to the multiple. */
    abstract double slope(double n);
}
