package app.primaryassistant.programs.control;

import app.primaryassistant.progression.control.Loading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who follows which program. */
@ApplicationScoped
public class EnrolmentRepository {

    private static final String COLUMNS =
            """
            cast(e.id as text), cast(e.program_id as text), cast(e.program as text), e.start_on,
            array_to_string(e.days_of_week, ','), e.unit, e.step, cast(e.starts as text),
            case when e.ended_at is not null then 'ENDED' when e.paused_at is not null then 'PAUSED' else 'ACTIVE' end, e.version
            """;

    /**
     * With all that was done in it, as one text: a row for each set would repeat the program thousands of times. Warm-ups and
     * drop sets say nothing of progress.
     */
    private static final String COURSE =
            """
            select %s,
                   (select cast(jsonb_agg(s.place) as text) from skipped_session s
                    where s.account_id = e.account_id and s.enrolment_id = e.id),
                   (select cast(jsonb_agg(jsonb_build_object(
                               'workout', w.id, 'place', w.program_place, 'on', w.local_date, 'finished', w.ended_at is not null,
                               'sets', coalesce((
                                   select jsonb_agg(jsonb_build_array(
                                       x.exercise_id, s.weight, s.entered_weight, s.entered_unit, s.reps, coalesce(s.rpe, 10 - s.rir))
                                       order by x.position, s.position)
                                   from workout_exercise x
                                   join workout_set s on s.account_id = x.account_id and s.workout_exercise_id = x.id
                                   where x.account_id = w.account_id and x.workout_id = w.id and s.done
                                     and s.kind in ('working', 'failure', 'amrap')), '[]'))) as text)
                    from workout w
                    where w.account_id = e.account_id and w.enrolment_id = e.id and w.deleted_at is null)
            from enrolment e where e.account_id = cast(?1 as uuid) and e.id = cast(?2 as uuid)
            """.formatted(COLUMNS);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ProgramDocuments documents;

    /** An enrolment with what was done in it. */
    public record Followed(Enrolment enrolment, Journal journal) {}

    public Optional<Followed> followed(UUID owner, UUID id) {
        return rows(query(COURSE, owner, id))
                .map(row -> {
                    Enrolment enrolment = enrolment(row);
                    return new Followed(enrolment, Journal.read((String) row[10], (String) row[11], enrolment.loading().unit()));
                })
                .findFirst();
    }

    public Optional<Enrolment> find(UUID owner, UUID id) {
        return rows(query(
                        "select " + COLUMNS + " from enrolment e where account_id = cast(?1 as uuid) and id = cast(?2 as uuid)", owner, id))
                .map(this::enrolment)
                .findFirst();
    }

    /** The one that has not ended. */
    public Optional<Enrolment> current(UUID owner) {
        return rows(query("select " + COLUMNS + " from enrolment e where account_id = cast(?1 as uuid) and ended_at is null", owner))
                .map(this::enrolment)
                .findFirst();
    }

    /** Fails with a unique violation where the account has an enrolment of that id, or another one that is going on. */
    public void add(UUID owner, Enrolment enrolment, Instant now) {
        query(
                        """
                        insert into enrolment (account_id, id, program_id, program, start_on, days_of_week, unit, step, starts,
                                               created_at, version)
                        values (cast(?1 as uuid), cast(?2 as uuid), cast(?3 as uuid), cast(?4 as jsonb), cast(?5 as date),
                                cast(?6 as smallint[]), ?7, cast(?8 as numeric), cast(?9 as jsonb), cast(?10 as timestamptz), 1)
                        """,
                        owner,
                        enrolment.id(),
                        enrolment.programId(),
                        documents.json(enrolment.program()),
                        enrolment.startOn(),
                        array(enrolment.weekdays()),
                        enrolment.loading().unit().symbol(),
                        enrolment.loading().step(),
                        documents.json(enrolment.starts()),
                        now)
                .executeUpdate();
    }

    /** Writes weekdays, step and starting weights. Returns whether the enrolment still had its version. */
    public boolean change(UUID owner, Enrolment enrolment) {
        return query(
                                """
                                update enrolment set days_of_week = cast(?3 as smallint[]), step = cast(?4 as numeric),
                                                     starts = cast(?5 as jsonb), version = version + 1
                                where account_id = cast(?1 as uuid) and id = cast(?2 as uuid) and version = cast(?6 as integer)
                                """,
                                owner,
                                enrolment.id(),
                                array(enrolment.weekdays()),
                                enrolment.loading().step(),
                                documents.json(enrolment.starts()),
                                enrolment.version())
                        .executeUpdate()
                == 1;
    }

    /** Pauses it, if it is going on. */
    public void pause(UUID owner, UUID id, Instant now) {
        query(
                        """
                        update enrolment set paused_at = cast(?3 as timestamptz), version = version + 1
                        where account_id = cast(?1 as uuid) and id = cast(?2 as uuid) and paused_at is null and ended_at is null
                        """,
                        owner,
                        id,
                        now)
                .executeUpdate();
    }

    /** Goes on with it, if it is paused. */
    public void resume(UUID owner, UUID id) {
        query(
                        """
                        update enrolment set paused_at = null, version = version + 1
                        where account_id = cast(?1 as uuid) and id = cast(?2 as uuid) and paused_at is not null and ended_at is null
                        """,
                        owner,
                        id)
                .executeUpdate();
    }

    /** Ends it for good, if it has not ended. */
    public void end(UUID owner, UUID id, Instant now) {
        query(
                        """
                        update enrolment set ended_at = cast(?3 as timestamptz), version = version + 1
                        where account_id = cast(?1 as uuid) and id = cast(?2 as uuid) and ended_at is null
                        """,
                        owner,
                        id,
                        now)
                .executeUpdate();
    }

    /** Leaves a session out. To do so again changes nothing. */
    public void skip(UUID owner, UUID id, Place place, Instant now) {
        query(
                        """
                        insert into skipped_session (account_id, enrolment_id, place, skipped_at)
                        values (cast(?1 as uuid), cast(?2 as uuid), ?3, cast(?4 as timestamptz)) on conflict do nothing
                        """,
                        owner,
                        id,
                        place,
                        now)
                .executeUpdate();
    }

    /** Returns whether the session had been left out. */
    public boolean unskip(UUID owner, UUID id, Place place) {
        return query(
                                """
                                delete from skipped_session
                                where account_id = cast(?1 as uuid) and enrolment_id = cast(?2 as uuid) and place = ?3
                                """,
                                owner,
                                id,
                                place)
                        .executeUpdate()
                == 1;
    }

    private Enrolment enrolment(Object[] row) {
        return new Enrolment(
                UUID.fromString((String) row[0]),
                UUID.fromString((String) row[1]),
                documents.program((String) row[2]),
                ((Date) row[3]).toLocalDate(),
                Arrays.stream(((String) row[4]).split(",")).map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new)),
                new Loading(Loading.Unit.ofSymbol((String) row[5]), (BigDecimal) row[6]),
                documents.starts((String) row[7]),
                Enrolment.State.valueOf((String) row[8]),
                (Integer) row[9]);
    }

    private static String array(Set<Integer> weekdays) {
        return weekdays.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Object[]> rows(Query query) {
        return query.getResultStream();
    }

    private Query query(String sql, Object... parameters) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i].toString());
        }
        return query;
    }
}
