package app.primaryassistant.programs.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.Parameters;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.platform.vocabulary.Keyed;
import app.primaryassistant.programs.entity.Enrolment;
import app.primaryassistant.programs.entity.Place;
import app.primaryassistant.programs.entity.TrainingHistory;
import app.primaryassistant.programs.entity.progression.Loading;
import app.primaryassistant.workouts.entity.WeightUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who follows which program. */
@ApplicationScoped
public class EnrolmentRepository {

    private static final String STATE =
            "case when e.ended_at is not null then 'ended' when e.paused_at is not null then 'paused' else 'active' end";

    private static final String COLUMNS = """
            e.id, e.program_id, e.program, e.start_on, cast(e.days_of_week as integer[]) as weekdays, e.unit, e.step, e.starts,
            %s as state, e.version
            """.formatted(STATE);

    /** More programs than anybody looks back at. */
    private static final String LIST = """
            select e.id, e.program_id, e.program ->> 'name' as program_name, e.start_on, w.last_on, %s as state, w.done,
                   (select count(*) from skipped_session s where s.account_id = e.account_id and s.enrolment_id = e.id) as skipped
            from enrolment e
            cross join lateral (
                select count(*) as done, max(w.local_date) as last_on from logged_workout w
                where w.account_id = e.account_id and w.enrolment_id = e.id and w.ended_at is not null) w
            where e.account_id = :owner
            order by e.ended_at is not null, e.ended_at desc, e.id limit 50
            """.formatted(STATE);

    private static final String SELECT = "select " + COLUMNS + " from enrolment e where e.account_id = :owner ";
    private static final String RETURNING = " returning " + COLUMNS;

    /**
     * With all that was done in it as texts of JSON, for a row for each set would repeat the program thousands of times.
     * Warm-ups and drop sets say nothing of progress.
     */
    private static final String COURSE = """
            select %s,
                   (select jsonb_agg(s.place) from skipped_session s
                    where s.account_id = e.account_id and s.enrolment_id = e.id) as skipped,
                   (select jsonb_agg(jsonb_build_object(
                               'workout', w.id, 'place', w.program_place, 'on', w.local_date, 'finished', w.ended_at is not null,
                               'sets', coalesce((
                                   select jsonb_agg(jsonb_build_array(
                                       x.exercise_id, s.weight, s.entered_weight, s.entered_unit, s.reps,
                                       10 - repetitions_in_reserve(s.rir, s.rpe))
                                       order by x.position, s.position)
                                   from logged_exercise x
                                   join logged_set s on s.account_id = x.account_id and s.workout_exercise_id = x.id
                                   where x.account_id = w.account_id and x.workout_id = w.id and s.done
                                     and s.kind in ('working', 'failure', 'amrap')), '[]')))
                    from logged_workout w
                    where w.account_id = e.account_id and w.enrolment_id = e.id) as workouts,
                   known.names, known.equipment
            from enrolment e
            left join lateral (
                select jsonb_object_agg(k.id, k.name) as names,
                       jsonb_object_agg(k.id, k.equipment) filter (where k.equipment is not null) as equipment
                from exercises_of(e.account_id) k
                where k.id in (
                    select (jsonb_path_query(e.program, '$.phases[*].weeks[*].days[*].exercises[*].exerciseId') #>> '{}')::uuid)
            ) known on true
            where e.account_id = :owner and e.id = :id
            """.formatted(COLUMNS);

    @Inject
    private Sql sql;

    @Inject
    private ProgramDocuments documents;

    /** An enrolment with what was done in it. */
    public record Followed(Enrolment enrolment, TrainingHistory history) {}

    /**
     * An enrolment without its program.
     *
     * @param lastOn the day of the last session that was finished
     */
    public record Listed(
            UUID id,
            UUID programId,
            String programName,
            LocalDate startOn,
            @Nullable LocalDate lastOn,
            Enrolment.State state,
            int done,
            int skipped) {}

    /** The program and the starting weights are JSON. */
    private record EnrolmentRow(
            UUID id,
            UUID programId,
            String program,
            LocalDate startOn,
            List<Integer> weekdays,
            String unit,
            BigDecimal step,
            String starts,
            Enrolment.State state,
            int version) {}

    private record FollowedRow(
            EnrolmentRow enrolment,
            @Nullable String skipped,
            @Nullable String workouts,
            @Nullable String names,
            @Nullable String equipment) {}

    /** Those of an account, what is going on first, then what ended last. */
    public List<Listed> list(UUID owner) {
        return sql.list(LIST, Listed.class, with("owner", owner));
    }

    public Optional<Followed> followed(UUID owner, UUID id) {
        return sql.first(COURSE, FollowedRow.class, with("owner", owner).and("id", id))
                .map(row -> {
                    Enrolment enrolment = enrolment(row.enrolment);
                    return new Followed(
                            enrolment,
                            TrainingHistory.read(row.skipped, row.workouts, row.names, row.equipment, enrolment));
                });
    }

    public Optional<Enrolment> find(UUID owner, UUID id) {
        return enrolment(SELECT + "and e.id = :id", with("owner", owner).and("id", id));
    }

    /** The one that has not ended. */
    public Optional<Enrolment> current(UUID owner) {
        return enrolment(SELECT + "and e.ended_at is null", with("owner", owner));
    }

    /** Empty where the account has an enrolment of that id, or another one that is going on. */
    public Optional<Enrolment> add(UUID owner, Enrolment enrolment, Instant now) {
        return enrolment(
                """
                insert into enrolment as e (account_id, id, program_id, program, start_on, days_of_week, unit, step, starts,
                                            created_at, version)
                values (:owner, :id, :programId, cast(:program as jsonb), :startOn, cast(:weekdays as smallint[]), :unit, :step,
                        cast(:starts as jsonb), :now, 1)
                on conflict do nothing
                """ + RETURNING,
                with("owner", owner)
                        .and("id", enrolment.id())
                        .and("programId", enrolment.programId())
                        .and("program", documents.json(enrolment.program()))
                        .and("startOn", enrolment.startOn())
                        .and("weekdays", List.copyOf(enrolment.weekdays()))
                        .and("unit", enrolment.loading().unit().key())
                        .and("step", enrolment.loading().step())
                        .and("starts", documents.json(enrolment.starts()))
                        .and("now", now));
    }

    /** Writes weekdays, step and starting weights; empty where the enrolment no longer has its version. */
    public Optional<Enrolment> change(UUID owner, Enrolment enrolment) {
        return enrolment(
                """
                update enrolment e
                set days_of_week = cast(:weekdays as smallint[]), step = :step, starts = cast(:starts as jsonb),
                    version = version + 1
                where account_id = :owner and id = :id and version = :version
                """ + RETURNING,
                with("owner", owner)
                        .and("id", enrolment.id())
                        .and("version", enrolment.version())
                        .and("weekdays", List.copyOf(enrolment.weekdays()))
                        .and("step", enrolment.loading().step())
                        .and("starts", documents.json(enrolment.starts())));
    }

    /** Pauses it where it is going on; empty where there is none. */
    public Optional<Enrolment> pause(UUID owner, UUID id, Instant now) {
        return enrolment("""
                update enrolment e
                set paused_at = coalesce(paused_at, case when ended_at is null then cast(:now as timestamptz) end),
                    version = version + (paused_at is null and ended_at is null)::integer
                where account_id = :owner and id = :id
                """ + RETURNING, with("owner", owner).and("id", id).and("now", now));
    }

    /** Goes on with it where it is paused; empty where there is none. */
    public Optional<Enrolment> resume(UUID owner, UUID id) {
        return enrolment("""
                update enrolment e set paused_at = null, version = version + (paused_at is not null)::integer
                where account_id = :owner and id = :id
                """ + RETURNING, with("owner", owner).and("id", id));
    }

    /** Ends it for good; empty where there is none. */
    public Optional<Enrolment> end(UUID owner, UUID id, Instant now) {
        return enrolment("""
                update enrolment e set ended_at = coalesce(ended_at, :now), version = version + (ended_at is null)::integer
                where account_id = :owner and id = :id
                """ + RETURNING, with("owner", owner).and("id", id).and("now", now));
    }

    /** Leaves a session out. To do so again changes nothing. */
    public void skip(UUID owner, UUID id, Place place, Instant now) {
        sql.update(
                """
                insert into skipped_session (account_id, enrolment_id, place, skipped_at) values (:owner, :id, :place, :now)
                on conflict do nothing
                """,
                with("owner", owner)
                        .and("id", id)
                        .and("place", place.toString())
                        .and("now", now));
    }

    /** Returns whether the session had been left out. */
    public boolean unskip(UUID owner, UUID id, Place place) {
        return sql.update(
                        "delete from skipped_session where account_id = :owner and enrolment_id = :id and place = :place",
                        with("owner", owner).and("id", id).and("place", place.toString()))
                > 0;
    }

    private Optional<Enrolment> enrolment(String statement, Parameters parameters) {
        return sql.first(statement, EnrolmentRow.class, parameters).map(this::enrolment);
    }

    private Enrolment enrolment(EnrolmentRow row) {
        return new Enrolment(
                row.id,
                row.programId,
                documents.program(row.program),
                row.startOn,
                new TreeSet<>(row.weekdays),
                new Loading(Keyed.of(WeightUnit.class, row.unit), row.step),
                documents.starts(row.starts),
                row.state,
                row.version);
    }
}
