package app.primaryassistant.programs.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An account's own programs. They are documents: nothing in them is asked for by itself. */
@ApplicationScoped
public class ProgramRepository {

    private static final String SELECT =
            """
            select cast(id as text), cast(document as text), deleted_at is not null, version from program
            where account_id = cast(?1 as uuid)
            """;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ProgramDocuments documents;

    /** Those that are not deleted, newest first. */
    public List<OwnProgram> list(UUID owner) {
        return rows(query(SELECT + " and deleted_at is null order by created_at desc, id desc", owner)).toList();
    }

    /** Also one that is deleted and not yet purged. */
    public Optional<OwnProgram> find(UUID owner, UUID id) {
        return rows(query(SELECT + " and id = cast(?2 as uuid)", owner, id)).findFirst();
    }

    /** Fails with a unique violation where the account has a program of that id. */
    public void add(UUID owner, UUID id, Program program, Instant now) {
        query(
                        """
                        insert into program (account_id, id, document, created_at, version)
                        values (cast(?1 as uuid), cast(?2 as uuid), cast(?3 as jsonb), cast(?4 as timestamptz), 1)
                        """,
                        owner,
                        id,
                        documents.json(program),
                        now)
                .executeUpdate();
    }

    /** Returns whether the program still had that version. */
    public boolean change(UUID owner, UUID id, int version, Program program) {
        return query(
                                """
                                update program set document = cast(?3 as jsonb), version = version + 1
                                where account_id = cast(?1 as uuid) and id = cast(?2 as uuid) and deleted_at is null
                                  and version = cast(?4 as integer)
                                """,
                                owner,
                                id,
                                documents.json(program),
                                version)
                        .executeUpdate()
                == 1;
    }

    /** Returns whether there was such a program. It can be restored until the nightly purge 30 days later. */
    public boolean delete(UUID owner, UUID id, Instant now) {
        return query(
                                """
                                update program set deleted_at = cast(?3 as timestamptz), version = version + 1
                                where account_id = cast(?1 as uuid) and id = cast(?2 as uuid) and deleted_at is null
                                """,
                                owner,
                                id,
                                now)
                        .executeUpdate()
                == 1;
    }

    /** Restores it if it is deleted. */
    public void restore(UUID owner, UUID id) {
        query(
                        """
                        update program set deleted_at = null, version = version + 1
                        where account_id = cast(?1 as uuid) and id = cast(?2 as uuid) and deleted_at is not null
                        """,
                        owner,
                        id)
                .executeUpdate();
    }

    /** Which of the exercises are neither in the library nor the account's own. */
    @SuppressWarnings("unchecked")
    public Set<UUID> unknown(UUID owner, Set<UUID> exercises) {
        Stream<String> unknown = query(
                        """
                        select cast(wanted.id as text) from unnest(cast(?2 as uuid[])) as wanted(id)
                        where not exists (select from exercise e where e.id = wanted.id)
                          and not exists (select from own_exercise o
                                          where o.account_id = cast(?1 as uuid) and o.id = wanted.id and o.deleted_at is null)
                        """,
                        owner,
                        exercises.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultStream();
        return unknown.map(UUID::fromString).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private Stream<OwnProgram> rows(Query query) {
        Stream<Object[]> rows = query.getResultStream();
        return rows.map(row -> new OwnProgram(
                UUID.fromString((String) row[0]), documents.program((String) row[1]), (Boolean) row[2], (Integer) row[3]));
    }

    private Query query(String sql, Object... parameters) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i].toString());
        }
        return query;
    }
}
