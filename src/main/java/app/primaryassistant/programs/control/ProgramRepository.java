package app.primaryassistant.programs.control;

import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.persistence.PlainSql;
import app.primaryassistant.platform.persistence.RowLimit;
import app.primaryassistant.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** An account's own programs. They are documents: nothing in them is asked for by itself. */
@ApplicationScoped
public class ProgramRepository {

    private static final String COLUMNS = "id, document::text, deleted_at is not null, version";
    private static final String SELECT = "select " + COLUMNS + " from program where account_id = ? ";
    private static final String RETURNING = " returning " + COLUMNS;

    /** What is deleted counts until it can no longer be restored: otherwise deleting and adding would have no end. */
    public static final int MOST = 200;

    private static final String OF_PROGRAMS = "programs of your own (deleted ones count for 30 days)";

    @Inject
    private PlainSql sql;

    @Inject
    private RowLimit rowLimit;

    @Inject
    private ProgramDocuments documents;

    /** A program, and where it is in the list of all. */
    public record Listed(OwnProgram program, Instant createdAt) {}

    /** Those that are not deleted, newest first. */
    public List<Listed> page(UUID owner, Cursor after, int limit) {
        return sql.list(
                """
                select %s, created_at from program
                where account_id = ? and deleted_at is null and (created_at, id) < (cast(? as timestamptz), cast(? as uuid))
                order by created_at desc, id desc limit ?
                """
                        .formatted(COLUMNS),
                row -> new Listed(program(row), row.getObject(5, OffsetDateTime.class).toInstant()),
                owner,
                after.at(),
                after.id(),
                limit);
    }

    /** Also one that is deleted and not yet purged. */
    public Optional<OwnProgram> find(UUID owner, UUID id) {
        return sql.first(SELECT + "and id = ?", this::program, owner, id);
    }

    /**
     * Empty where the account has had a program of that id.
     *
     * @throws Problem if there are {@link #MOST} already
     */
    public Optional<OwnProgram> add(UUID owner, UUID id, Program program, Instant now) {
        rowLimit.requireRoom(
                owner, OF_PROGRAMS, 1, MOST, () -> sql.number("select count(*) from program where account_id = ?", owner));
        return sql.first(
                "insert into program (account_id, id, document, created_at, version) values (?, ?, ?::jsonb, ?, 1) on conflict do nothing"
                        + RETURNING,
                this::program,
                owner,
                id,
                documents.json(program),
                now);
    }

    /** Empty where the program no longer has that version. */
    public Optional<OwnProgram> change(UUID owner, UUID id, int version, Program program) {
        return sql.first(
                """
                update program set document = ?::jsonb, version = version + 1
                where account_id = ? and id = ? and version = ? and deleted_at is null
                """ + RETURNING,
                this::program,
                documents.json(program),
                owner,
                id,
                version);
    }

    /** Returns whether there was such a program. It can be restored until the nightly purge 30 days later. */
    public boolean delete(UUID owner, UUID id, Instant now) {
        return sql.first(
                        """
                        update program set deleted_at = ?, version = version + 1
                        where account_id = ? and id = ? and deleted_at is null returning version
                        """,
                        row -> row.getInt(1),
                        now,
                        owner,
                        id)
                .isPresent();
    }

    /** Restores it where it is deleted; empty where it never was there. */
    public Optional<OwnProgram> restore(UUID owner, UUID id) {
        return sql.first(
                """
                update program set deleted_at = null, version = version + (deleted_at is not null)::integer
                where account_id = ? and id = ?
                """ + RETURNING,
                this::program,
                owner,
                id);
    }

    /** The names of those exercises that are in the library or the account's own. */
    public Map<UUID, String> names(UUID owner, Collection<UUID> exercises) {
        return sql
                .list(
                        """
                        select id, name from known_exercise
                        where id = any (?) and (account_id is null or account_id = ?) and deleted_at is null
                        """,
                        row -> Map.entry((UUID) row.getObject(1), row.getString(2)),
                        List.copyOf(exercises),
                        owner)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private OwnProgram program(ResultSet row) throws SQLException {
        return new OwnProgram(
                (UUID) row.getObject(1), documents.program(row.getString(2)), row.getBoolean(3), row.getInt(4));
    }
}
