package app.primaryassistant.progress.control;

/** Which sets count, said once for all questions. */
final class PerformedSets {

    /**
     * A common table expression of the sets an account ({@code :owner}) has done, also in a workout that is going on: not the
     * planned ones, not warm-ups, and only those with repetitions. The reserve is what was recorded, by the rule of the workouts
     * ({@code repetitions_in_reserve}), or else follows from the set's kind; it is null where nobody said. A set without weight
     * has a weight of zero. What it lifted is null where that was the body, and nobody said what it weighed.
     */
    static final String CTE = """
            performed as (
                select e.exercise_id, k.name, k.tracking, w.id as workout_id, w.local_date, w.started_at, s.reps,
                       coalesce(s.weight, 0) as weight, b.kilograms as body, b.measured_on as body_on,
                       lifted(k.tracking, b.kilograms, s.weight) as load,
                       coalesce(repetitions_in_reserve(s.rir, s.rpe), case when s.kind in ('failure', 'amrap') then 0 end) as reserve
                from logged_workout w
                join logged_exercise e on e.account_id = w.account_id and e.workout_id = w.id
                join exercises_of(e.account_id) k on k.id = e.exercise_id
                left join lateral body_lifted(e.account_id, k.tracking, e.local_date) b on true
                join logged_set s on s.account_id = e.account_id and s.workout_exercise_id = e.id
                where w.account_id = :owner
                  and s.done and s.kind <> 'warm-up' and s.reps >= 1
            )
            """;

    private PerformedSets() {}
}
