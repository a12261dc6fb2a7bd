package app.primaryassistant.metrics.control;

import org.hipparchus.distribution.continuous.TDistribution;

/** The width of 95 % intervals of means and slopes whose variance is estimated from the same values. */
final class StudentT {

    private StudentT() {}

    /** How many standard errors the 95 % interval reaches to either side. The degrees of freedom need not be whole. */
    static double margin(double degreesOfFreedom) {
        return new TDistribution(degreesOfFreedom).inverseCumulativeProbability(0.975);
    }
}
