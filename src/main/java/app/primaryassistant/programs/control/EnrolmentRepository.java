package app.primaryassistant.programs.control;

import app.primaryassistant.workouts.entity.WeightUnit;
import app.primaryassistant.platform.vocabulary.Keyed;
import app.primaryassistant.platform.persistence.PlainSql;
import app.primaryassistant.progression.control.Loading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who follows which program. */
@ApplicationScoped
public class EnrolmentRepository {

    private static final String STATE =
            "case when e.ended_at is not null then 'ENDED' when e.paused_at is not null then 'PAUSED' else 'ACTIVE' end";

    private static final String COLUMNS =
            """
            e.id, e.program_id, e.program::text, e.start_on::text, array_to_string(e.days_of_week, ','), e.unit, e.step,
            e.starts::text,
            %s, e.version
            """.formatted(STATE);

    /** More programs than anybody looks back at. */
    private static final String LIST =
            """
            select e.id, e.program_id, e.program ->> 'name', e.start_on::text, w.last_on::text, %s, w.done,
                   (select count(*) from skipped_session s where s.account_id = e.account_id and s.enrolment_id = e.id)
            from enrolment e
            cross join lateral (
                select count(*) as done, max(w.local_date) as last_on from workout w
                where w.account_id = e.account_id and w.enrolment_id = e.id and w.deleted_at is null and w.ended_at is not null) w
            where e.account_id = ?
            order by e.ended_at is not null, e.ended_at desc, e.id limit 50
            """.formatted(STATE);

    private static final String SELECT = "select " + COLUMNS + " from enrolment e where e.account_id = ? ";
    private static final String RETURNING = " returning " + COLUMNS;

    /**
     * With all that was done in it as texts of JSON, for a row for each set would repeat the program thousands of times.
     * Warm-ups and drop sets say nothing of progress.
     */
    private static final String COURSE =
            """
            select %s,
                   (select jsonb_agg(s.place)::text from skipped_session s
                    where s.account_id = e.account_id and s.enrolment_id = e.id),
                   (select jsonb_agg(jsonb_build_object(
                               'workout', w.id, 'place', w.program_place, 'on', w.local_date, 'finished', w.ended_at is not null,
                               'sets', coalesce((
                                   select jsonb_agg(jsonb_build_array(
                                       x.exercise_id, s.weight, s.entered_weight, s.entered_unit, s.reps,
                                       10 - repetitions_in_reserve(s.rir, s.rpe))
                                       order by x.position, s.position)
                                   from workout_exercise x
                                   join workout_set s on s.account_id = x.account_id and s.workout_exercise_id = x.id
                                   where x.account_id = w.account_id and x.workout_id = w.id and s.done
                                     and s.kind in ('working', 'failure', 'amrap')), '[]')))::text
                    from workout w
                    where w.account_id = e.account_id and w.enrolment_id = e.id and w.deleted_at is null),
                   known.names, known.equipment
            from enrolment e
            left join lateral (
                select jsonb_object_agg(k.id, k.name)::text as names,
                       jsonb_object_agg(k.id, k.equipment) filter (where k.equipment is not null)::text as equipment
                from known_exercise k
                where (k.account_id is null or k.account_id = e.account_id)
                  and k.id in (
                      select (jsonb_path_query(e.program, '$.phases[*].weeks[*].days[*].exercises[*].exerciseId') #>> '{}')::uuid)
            ) known on true
            where e.account_id = ? and e.id = ?
            """.formatted(COLUMNS);

    @Inject
    private PlainSql sql;

    @Inject
    private ProgramDocuments documents;

    /** An enrolment with what was done in it. */
    public record Followed(Enrolment enrolment, Journal journal) {}

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

    /** Those of an account, what is going on first, then what ended last. */
    public List<Listed> list(UUID owner) {
        return sql.list(LIST, EnrolmentRepository::listed, owner);
    }

    private static Listed listed(ResultSet row) throws SQLException {
        String last = row.getString(5);
        return new Listed(
                (UUID) row.getObject(1),
                (UUID) row.getObject(2),
                row.getString(3),
                LocalDate.parse(row.getString(4)),
                last == null ? null : LocalDate.parse(last),
                Enrolment.State.valueOf(row.getString(6)),
                row.getInt(7),
                row.getInt(8));
    }

    public Optional<Followed> followed(UUID owner, UUID id) {
        return sql.first(
                COURSE,
                row -> {
                    Enrolment enrolment = enrolment(row);
                    return new Followed(
                            enrolment,
                            Journal.read(
                                    row.getString(11), row.getString(12), row.getString(13), row.getString(14), enrolment));
                },
                owner,
                id);
    }

    public Optional<Enrolment> find(UUID owner, UUID id) {
        return sql.first(SELECT + "and e.id = ?", this::enrolment, owner, id);
    }

    /** The one that has not ended. */
    public Optional<Enrolment> current(UUID owner) {
        return sql.first(SELECT + "and e.ended_at is null", this::enrolment, owner);
    }

    /** Empty where the account has an enrolment of that id, or another one that is going on. */
    public Optional<Enrolment> add(UUID owner, Enrolment enrolment, Instant now) {
        return sql.first(
                """
                insert into enrolment as e (account_id, id, program_id, program, start_on, days_of_week, unit, step, starts,
                                            created_at, version)
                values (?, ?, ?, ?::jsonb, ?, ?::smallint[], ?, ?, ?::jsonb, ?, 1) on conflict do nothing
                """ + RETURNING,
                this::enrolment,
                owner,
                enrolment.id(),
                enrolment.programId(),
                documents.json(enrolment.program()),
                enrolment.startOn(),
                array(enrolment.weekdays()),
                enrolment.loading().unit().key(),
                enrolment.loading().step(),
                documents.json(enrolment.starts()),
                now);
    }

    /** Writes weekdays, step and starting weights; empty where the enrolment no longer has its version. */
    public Optional<Enrolment> change(UUID owner, Enrolment enrolment) {
        return sql.first(
                """
                update enrolment e set days_of_week = ?::smallint[], step = ?, starts = ?::jsonb, version = version + 1
                where account_id = ? and id = ? and version = ?
                """ + RETURNING,
                this::enrolment,
                array(enrolment.weekdays()),
                enrolment.loading().step(),
                documents.json(enrolment.starts()),
                owner,
                enrolment.id(),
                enrolment.version());
    }

    /** Pauses it where it is going on; empty where there is none. */
    public Optional<Enrolment> pause(UUID owner, UUID id, Instant now) {
        return sql.first(
                """
                update enrolment e set paused_at = coalesce(paused_at, case when ended_at is null then ?::timestamptz end),
                                       version = version + (paused_at is null and ended_at is null)::integer
                where account_id = ? and id = ?
                """ + RETURNING,
                this::enrolment,
                now,
                owner,
                id);
    }

    /** Goes on with it where it is paused; empty where there is none. */
    public Optional<Enrolment> resume(UUID owner, UUID id) {
        return sql.first(
                """
                update enrolment e set paused_at = null, version = version + (paused_at is not null)::integer
                where account_id = ? and id = ?
                """ + RETURNING,
                this::enrolment,
                owner,
                id);
    }

    /** Ends it for good; empty where there is none. */
    public Optional<Enrolment> end(UUID owner, UUID id, Instant now) {
        return sql.first(
                """
                update enrolment e set ended_at = coalesce(ended_at, ?), version = version + (ended_at is null)::integer
                where account_id = ? and id = ?
                """ + RETURNING,
                this::enrolment,
                now,
                owner,
                id);
    }

    /** Leaves a session out. To do so again changes nothing. */
    public void skip(UUID owner, UUID id, Place place, Instant now) {
        sql.first(
                """
                insert into skipped_session (account_id, enrolment_id, place, skipped_at) values (?, ?, ?, ?)
                on conflict do nothing returning place
                """,
                row -> row.getString(1),
                owner,
                id,
                place.toString(),
                now);
    }

    /** Returns whether the session had been left out. */
    public boolean unskip(UUID owner, UUID id, Place place) {
        return sql.first(
                        "delete from skipped_session where account_id = ? and enrolment_id = ? and place = ? returning place",
                        row -> row.getString(1),
                        owner,
                        id,
                        place.toString())
                .isPresent();
    }

    private Enrolment enrolment(ResultSet row) throws SQLException {
        return new Enrolment(
                (UUID) row.getObject(1),
                (UUID) row.getObject(2),
                documents.program(row.getString(3)),
                LocalDate.parse(row.getString(4)),
                Arrays.stream(row.getString(5).split(",")).map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new)),
                new Loading(Keyed.of(WeightUnit.class, row.getString(6)), row.getBigDecimal(7)),
                documents.starts(row.getString(8)),
                Enrolment.State.valueOf(row.getString(9)),
                row.getInt(10));
    }

    private static String array(Set<Integer> weekdays) {
        return weekdays.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
