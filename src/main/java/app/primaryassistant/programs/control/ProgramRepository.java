package app.primaryassistant.programs.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.persistence.Parameters;
import app.primaryassistant.platform.persistence.RowLimit;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.programs.entity.OwnProgram;
import app.primaryassistant.programs.entity.Program;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** An account's own programs. They are documents: nothing in them is asked for by itself. */
@ApplicationScoped
public class ProgramRepository {

    private static final String COLUMNS = "id, document, deleted_at is not null as deleted, version";
    private static final String SELECT = "select " + COLUMNS + " from program where account_id = :owner ";
    private static final String RETURNING = " returning " + COLUMNS;

    /** What is deleted counts until it can no longer be restored: otherwise deleting and adding would have no end. */
    public static final int MOST = 200;

    private static final String OF_PROGRAMS = "programs of your own (deleted ones count for 30 days)";

    @Inject
    private Sql sql;

    @Inject
    private RowLimit rowLimit;

    @Inject
    private ProgramDocuments documents;

    /** A program, and where it is in the list of all. */
    public record Listed(OwnProgram program, Instant createdAt) {}

    private record ProgramRow(UUID id, String document, boolean deleted, int version) {}

    private record ListedRow(ProgramRow program, Instant createdAt) {}

    private record NamedExercise(UUID id, String name) {}

    /** Those that are not deleted, newest first. */
    public List<Listed> page(UUID owner, Cursor after, int limit) {
        var parameters =
                with("owner", owner).and("at", after.at()).and("id", after.id()).and("limit", limit);
        return sql.list("""
                        select %s, created_at from program
                        where account_id = :owner and deleted_at is null and (created_at, id) < (:at, :id)
                        order by created_at desc, id desc limit :limit
                        """.formatted(COLUMNS), ListedRow.class, parameters).stream()
                .map(row -> new Listed(program(row.program), row.createdAt))
                .toList();
    }

    /** Also one that is deleted and not yet purged. */
    public Optional<OwnProgram> find(UUID owner, UUID id) {
        return program(SELECT + "and id = :id", with("owner", owner).and("id", id));
    }

    /**
     * Empty where the account has had a program of that id.
     *
     * @throws Problem if there are {@link #MOST} already
     */
    public Optional<OwnProgram> add(UUID owner, UUID id, Program program, Instant now) {
        rowLimit.requireRoom(owner, OF_PROGRAMS, 1, MOST, () -> count(owner));
        return program(
                """
                insert into program (account_id, id, document, created_at, version)
                values (:owner, :id, cast(:document as jsonb), :now, 1) on conflict do nothing
                """ + RETURNING,
                with("owner", owner)
                        .and("id", id)
                        .and("document", documents.json(program))
                        .and("now", now));
    }

    private long count(UUID owner) {
        return sql.one("select count(*) from program where account_id = :owner", Long.class, with("owner", owner));
    }

    /** Empty where the program no longer has that version. */
    public Optional<OwnProgram> change(UUID owner, UUID id, int version, Program program) {
        return program(
                """
                update program set document = cast(:document as jsonb), version = version + 1
                where account_id = :owner and id = :id and version = :version and deleted_at is null
                """ + RETURNING,
                with("owner", owner).and("id", id).and("version", version).and("document", documents.json(program)));
    }

    /** Returns whether there was such a program. It can be restored until the nightly purge 30 days later. */
    public boolean delete(UUID owner, UUID id, Instant now) {
        return sql.update("""
                        update program set deleted_at = :now, version = version + 1
                        where account_id = :owner and id = :id and deleted_at is null
                        """, with("owner", owner).and("id", id).and("now", now)) > 0;
    }

    /** Restores it where it is deleted; empty where it never was there. */
    public Optional<OwnProgram> restore(UUID owner, UUID id) {
        return program("""
                update program set deleted_at = null, version = version + (deleted_at is not null)::integer
                where account_id = :owner and id = :id
                """ + RETURNING, with("owner", owner).and("id", id));
    }

    /** The names of those exercises that are in the library or the account's own. */
    public Map<UUID, String> names(UUID owner, Collection<UUID> exercises) {
        return sql
                .list(
                        "select id, name from exercises_of(:owner) where id = any (cast(:ids as uuid[])) and deleted_at is null",
                        NamedExercise.class,
                        with("owner", owner).and("ids", List.copyOf(exercises)))
                .stream()
                .collect(Collectors.toMap(NamedExercise::id, NamedExercise::name));
    }

    private Optional<OwnProgram> program(String statement, Parameters parameters) {
        return sql.first(statement, ProgramRow.class, parameters).map(this::program);
    }

    private OwnProgram program(ProgramRow row) {
        return new OwnProgram(row.id, documents.program(row.document), row.deleted, row.version);
    }
}
