package app.primaryassistant.exercises.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.RowSource;
import app.primaryassistant.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Own exercises that an import makes, and takes away again. */
@ApplicationScoped
public class ImportedExerciseRepository {

    private static final String ADD = """
            insert into own_exercise (account_id, id, name, category, primary_muscles, secondary_muscles, instructions,
                                      tracking, import_id, version)
            select r.account_id, r.id, r.name, r.category, '{}', '{}', '{}', r.tracking, r.import_id, 1 from (%s) r
            """;

    /** What another workout has meanwhile stays. */
    private static final String DELETE = """
            update own_exercise x
            set deleted_at = coalesce(deleted_at, cast(:now as timestamptz)), version = version + 1
            where account_id = :owner and import_id = :import and not exists (select from exercise_uses(x.account_id, x.id))
            """;

    @Inject
    private Sql sql;

    @Inject
    private ExerciseRepository exercises;

    /**
     * Adds exercises; returns how many.
     *
     * @param rows with {@code account_id, id, name, category, tracking, import_id}
     * @throws app.primaryassistant.platform.problem.Problem if there would be more than {@link ExerciseRepository#MOST}
     */
    public int add(UUID owner, RowSource rows) {
        int added = sql.update(ADD.formatted(rows.query()), rows.parameters());
        if (added > 0) {
            exercises.requireRoom(owner, 0);
        }
        return added;
    }

    /** Deletes those that an import made and that nothing uses: its workouts are deleted before. */
    public void delete(UUID owner, UUID importId, Instant now) {
        sql.update(DELETE, with("owner", owner).and("import", importId).and("now", now));
    }
}
