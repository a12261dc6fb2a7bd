package app.primaryassistant.exercises.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.exercises.entity.Exercise;
import app.primaryassistant.platform.persistence.Parameters;
import app.primaryassistant.platform.persistence.RowLimit;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The exercises that an account knows, one by one: the library's and its own. */
@ApplicationScoped
public class ExerciseRepository {

    private static final String FIND = """
            select x.id, x.account_id is not null as own, x.name, x.category, x.equipment, x.level, x.mechanic, x.force,
                   x.primary_muscles, x.secondary_muscles, x.instructions, x.tracking, x.version,
                   x.deleted_at is not null as deleted,
                   exists (select from favourite_exercise f where f.account_id = :owner and f.exercise_id = x.id) as favourite,
                   (select max(u.local_date) from exercise_uses(:owner, x.id) u) as last_used
            from exercises_of(:owner) x
            where x.id = :id
            """;

    private static final String ADD = """
            insert into own_exercise (name, category, equipment, level, mechanic, force, primary_muscles, secondary_muscles,
                                      instructions, tracking, account_id, id, version)
            values (:name, :category, :equipment, :level, :mechanic, :force, :primaryMuscles, :secondaryMuscles,
                    :instructions, :tracking, :owner, :id, 1)
            on conflict do nothing
            """;

    private static final String CHANGE = """
            update own_exercise
            set name = :name, category = :category, equipment = :equipment, level = :level, mechanic = :mechanic, force = :force,
                primary_muscles = :primaryMuscles, secondary_muscles = :secondaryMuscles, instructions = :instructions,
                tracking = :tracking, version = version + 1
            where account_id = :owner and id = :id and version = :version and deleted_at is null
            """;

    private static final String DELETE = """
            update own_exercise set deleted_at = :now, version = version + 1
            where account_id = :owner and id = :id and deleted_at is null
            """;

    private static final String RESTORE = """
            update own_exercise set deleted_at = null, version = version + 1
            where account_id = :owner and id = :id and deleted_at is not null
            """;

    private static final String FAVOUR = """
            with known as (
                select id from known_exercise where id = :id and deleted_at is null
            ), favoured as (
                insert into favourite_exercise (account_id, exercise_id) select :owner, id from known on conflict do nothing
            )
            select id from known
            """;

    /**
     * An exercise and what an account has to do with it.
     *
     * @param lastUsed the day it was last done
     */
    public record Known(Exercise exercise, boolean deleted, boolean favourite, Optional<LocalDate> lastUsed) {}

    /** What is deleted counts until it can no longer be restored: otherwise deleting and adding would have no end. */
    public static final int MOST = 1000;

    private static final String OF_EXERCISES = "exercises of your own (deleted ones count for 30 days)";

    @Inject
    private Sql sql;

    @Inject
    private RowLimit rowLimit;

    /** Also an own one that is deleted and not yet purged. */
    public Optional<Known> find(UUID owner, UUID id) {
        return sql.first(FIND, Known.class, with("owner", owner).and("id", id));
    }

    /** @throws Problem if there would be more than {@link #MOST} with this many more */
    public void requireRoom(UUID owner, int adding) {
        rowLimit.requireRoom(
                owner,
                OF_EXERCISES,
                adding,
                MOST,
                () -> sql.one(
                        "select count(*) from own_exercise where account_id = :owner",
                        Long.class,
                        with("owner", owner)));
    }

    /**
     * Returns whether the id was free.
     *
     * @throws Problem if there are {@link #MOST} already
     */
    public boolean add(UUID owner, Exercise exercise) {
        requireRoom(owner, 1);
        return sql.update(ADD, Parameters.of(exercise).and("owner", owner)) == 1;
    }

    /** Returns whether the version of the exercise was the one that stood. */
    public boolean change(UUID owner, Exercise exercise) {
        return sql.update(CHANGE, Parameters.of(exercise).and("owner", owner)) == 1;
    }

    /** Returns whether there was one to delete. It can be restored until the nightly purge 30 days later. */
    public boolean delete(UUID owner, UUID id, Instant now) {
        return sql.update(DELETE, with("now", now).and("owner", owner).and("id", id)) == 1;
    }

    /** Returns whether there was a deleted one. */
    public boolean restore(UUID owner, UUID id) {
        return sql.update(RESTORE, with("owner", owner).and("id", id)) == 1;
    }

    /** Returns whether there is such an exercise. */
    public boolean favour(UUID owner, UUID id) {
        return sql.first(FAVOUR, UUID.class, with("owner", owner).and("id", id)).isPresent();
    }

    public void disfavour(UUID owner, UUID id) {
        sql.update(
                "delete from favourite_exercise where account_id = :owner and exercise_id = :id",
                with("owner", owner).and("id", id));
    }
}
