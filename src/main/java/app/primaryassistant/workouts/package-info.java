/**
 * What people did when they trained: workouts, the exercises in them and their sets. Each workout keeps what it adds up to
 * (decision 013); what follows from all of them is other rooms' affair.
 *
 * <p>For their SQL it publishes the views {@code logged_workout}, {@code logged_exercise} and {@code logged_set}, and the
 * functions {@code lifted} for what a set lifts and {@code repetitions_in_reserve} for how hard it was. The last one holds the rule for sets with both RIR and RPE: the repetitions in
 * reserve are believed, as they were counted, and the RPE is the same judgement on another scale (RPE = 10 − RIR: Zourdos et
 * al. 2016).
 */
@NullMarked
package app.primaryassistant.workouts;

import org.jspecify.annotations.NullMarked;
