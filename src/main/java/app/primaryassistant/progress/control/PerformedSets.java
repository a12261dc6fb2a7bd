package app.primaryassistant.progress.control;

/** Which sets count, said once for all questions. */
final class PerformedSets {

    /**
     * {@code performed} has the sets an account ({@code :owner}) has done, also in a workout that is going on: not the planned
     * ones, not warm-ups, and only those with repetitions. The reserve is what was recorded, by the rule of the workouts
     * ({@code repetitions_in_reserve}), or else follows from the set's kind; it is null where nobody said. A set without weight
     * has a weight of zero. What it lifted is null where that was the body, and nobody said what it weighed.
     *
     * <p>The parts are said one by one because PostgreSQL expects a handful of sets where there are ten thousand, and would look
     * each of them up.
     */
    private static final String PERFORMED = """
            known as materialized (
                select id, name, tracking, primary_muscles, secondary_muscles from exercises_of(:owner) where id in (%s)
            ), entry as materialized (
                select e.id, e.exercise_id, k.name, k.tracking, e.workout_id, w.local_date, w.started_at, w.body_weight, w.weighed_on
                from logged_exercise e
                join known k on k.id = e.exercise_id
                join logged_workout w on w.account_id = e.account_id and w.id = e.workout_id
                where e.account_id = :owner
            ), effort as %s (
                select workout_exercise_id, reps, coalesce(weight, 0) as weight,
                       coalesce(repetitions_in_reserve(rir, rpe), case when kind in ('failure', 'amrap') then 0 end) as reserve
                from logged_set
                where account_id = :owner and done and kind <> 'warm-up' and reps >= 1
            ), performed as (
                select e.exercise_id, e.name, e.tracking, e.workout_id, e.local_date, e.started_at, e.body_weight, e.weighed_on,
                       s.reps, s.weight, s.reserve, lifted(e.tracking, e.body_weight, s.weight) as load
                from effort s join entry e on e.id = s.workout_exercise_id
            )
            """;

    private PerformedSets() {}

    /**
     * Common table expressions that read all of an account's sets at once.
     *
     * @param exercises a query of the ids of exercises that the question is about
     */
    static String ofMany(String exercises) {
        return PERFORMED.formatted(exercises, "materialized");
    }

    /**
     * Common table expressions that look the sets of each workout up.
     *
     * @param exercise the parameter with the id of the only exercise that the question is about
     */
    static String ofOne(String exercise) {
        return PERFORMED.formatted("select cast(" + exercise + " as uuid)", "not materialized");
    }
}
