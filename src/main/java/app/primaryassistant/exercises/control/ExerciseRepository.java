package app.primaryassistant.exercises.control;

import app.primaryassistant.exercises.entity.Exercise;
import app.primaryassistant.platform.persistence.PlainSql;
import app.primaryassistant.platform.persistence.RowLimit;
import app.primaryassistant.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The exercises that an account knows, one by one: the library's and its own. */
@ApplicationScoped
public class ExerciseRepository {

    private static final String FIND =
            """
            select x.id, x.account_id is not null, x.name, x.category, x.equipment, x.level, x.mechanic, x.force, x.primary_muscles,
                   x.secondary_muscles, x.instructions, x.tracking, x.version, x.deleted_at is not null,
                   exists (select from favourite_exercise f where f.account_id = o.owner and f.exercise_id = x.id),
                   (select e.local_date from workout_exercise e
                    join workout w on w.account_id = e.account_id and w.id = e.workout_id and w.deleted_at is null
                    where e.account_id = o.owner and e.exercise_id = x.id order by e.local_date desc limit 1)
            from (select cast(? as uuid) as owner) o join known_exercise x on x.account_id = o.owner or x.account_id is null
            where x.id = ?
            """;

    private static final String ADD =
            """
            insert into own_exercise (name, category, equipment, level, mechanic, force, primary_muscles, secondary_muscles,
                                      instructions, tracking, account_id, id, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            on conflict do nothing returning version
            """;

    private static final String CHANGE =
            """
            update own_exercise
            set name = ?, category = ?, equipment = ?, level = ?, mechanic = ?, force = ?, primary_muscles = ?,
                secondary_muscles = ?, instructions = ?, tracking = ?, version = version + 1
            where account_id = ? and id = ? and version = ? and deleted_at is null returning version
            """;

    private static final String DELETE =
            """
            update own_exercise set deleted_at = ?, version = version + 1
            where account_id = ? and id = ? and deleted_at is null returning version
            """;

    private static final String RESTORE =
            """
            update own_exercise set deleted_at = null, version = version + 1
            where account_id = ? and id = ? and deleted_at is not null returning version
            """;

    private static final String FAVOUR =
            """
            with known as (
                select id from known_exercise where id = ? and deleted_at is null
            ), favoured as (
                insert into favourite_exercise (account_id, exercise_id) select cast(? as uuid), id from known on conflict do nothing
            )
            select 1 from known
            """;

    /**
     * An exercise and what an account has to do with it.
     *
     * @param lastUsed the day it was last done
     */
    public record Known(Exercise exercise, boolean deleted, boolean favourite, Optional<LocalDate> lastUsed) {

        static Known from(ResultSet row) throws SQLException {
            return new Known(
                    new Exercise(
                            (UUID) row.getObject(1),
                            row.getBoolean(2),
                            row.getString(3),
                            row.getString(4),
                            Optional.ofNullable(row.getString(5)),
                            Optional.ofNullable(row.getString(6)),
                            Optional.ofNullable(row.getString(7)),
                            Optional.ofNullable(row.getString(8)),
                            texts(row, 9),
                            texts(row, 10),
                            texts(row, 11),
                            row.getString(12),
                            row.getInt(13)),
                    row.getBoolean(14),
                    row.getBoolean(15),
                    Optional.ofNullable(row.getString(16)).map(LocalDate::parse));
        }
    }

    /** What is deleted counts until it can no longer be restored: otherwise deleting and adding would have no end. */
    public static final int MOST = 1000;

    private static final String OF_EXERCISES = "exercises of your own (deleted ones count for 30 days)";

    @Inject
    private PlainSql sql;

    @Inject
    private RowLimit rowLimit;

    /** Also an own one that is deleted and not yet purged. */
    public Optional<Known> find(UUID owner, UUID id) {
        return sql.first(FIND, Known::from, owner, id);
    }

    /** @throws Problem if there would be more than {@link #MOST} with this many more */
    public void requireRoom(UUID owner, int adding) {
        rowLimit.requireRoom(
                owner, OF_EXERCISES, adding, MOST, () -> sql.number("select count(*) from own_exercise where account_id = ?", owner));
    }

    /**
     * Returns whether the id was free.
     *
     * @throws Problem if there are {@link #MOST} already
     */
    public boolean add(UUID owner, Exercise exercise) {
        requireRoom(owner, 1);
        return write(ADD, owner, exercise, List.of());
    }

    /** Returns whether the version of the exercise was the one that stood. */
    public boolean change(UUID owner, Exercise exercise) {
        return write(CHANGE, owner, exercise, List.of(exercise.version()));
    }

    private boolean write(String statement, UUID owner, Exercise exercise, List<Integer> version) {
        var values = Arrays.asList(
                exercise.name(),
                exercise.category(),
                exercise.equipment().orElse(null),
                exercise.level().orElse(null),
                exercise.mechanic().orElse(null),
                exercise.force().orElse(null),
                exercise.primaryMuscles(),
                exercise.secondaryMuscles(),
                exercise.instructions(),
                exercise.tracking(),
                owner,
                exercise.id());
        Object[] parameters =
                Stream.concat(values.stream(), version.stream()).toArray();
        return sql.first(statement, row -> row.getInt(1), parameters).isPresent();
    }

    /** Returns whether there was one to delete. It can be restored until the nightly purge 30 days later. */
    public boolean delete(UUID owner, UUID id, Instant now) {
        return sql.first(DELETE, row -> row.getInt(1), now, owner, id).isPresent();
    }

    /** Returns whether there was a deleted one. */
    public boolean restore(UUID owner, UUID id) {
        return sql.first(RESTORE, row -> row.getInt(1), owner, id).isPresent();
    }

    /** Returns whether there is such an exercise. */
    public boolean favour(UUID owner, UUID id) {
        return sql.first(FAVOUR, row -> row.getInt(1), id, owner).isPresent();
    }

    public void disfavour(UUID owner, UUID id) {
        sql.first(
                "delete from favourite_exercise where account_id = ? and exercise_id = ? returning 1",
                row -> row.getInt(1),
                owner,
                id);
    }

    static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
