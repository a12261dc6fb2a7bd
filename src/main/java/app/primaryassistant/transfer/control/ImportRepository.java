package app.primaryassistant.transfer.control;

import app.primaryassistant.platform.persistence.PlainSql;
import app.primaryassistant.transfer.control.FileAnalysis.Source;
import app.primaryassistant.transfer.control.StoredImport.Result;
import app.primaryassistant.transfer.control.StoredImport.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The imports of an account, without the rows that wait. */
@ApplicationScoped
public class ImportRepository {

    private static final String COLUMNS =
            """
            select id, created_at, zone, format, state, %s, result::text, error, done, total, step_at, file_name
            from import where account_id = ? and state <> 'cancelled'
            """;

    private static final String WHOLE = COLUMNS.formatted("answers::text, findings::text");

    /** A list of years of files need not carry the names of their exercises, with all that they may be, over and over. */
    private static final String IN_SHORT = COLUMNS.formatted(
            """
            jsonb_set(answers, '{names}', '[]')::text,
            jsonb_set(jsonb_set(jsonb_set(findings, '{names}', '[]', false), '{preview,refusals}', '[]', false),
                      '{preview,changes,first}', '[]', false)::text
            """);

    /** How many earlier files are asked for what was answered for them; each may have asked for something else. */
    private static final int REMEMBERED = 20;

    private final Jsonb json = JsonbBuilder.create();

    @Inject
    private PlainSql sql;

    /** The newest first, without their lists of names, of what is refused, and of what differs. */
    public List<StoredImport> newest(UUID owner, int howMany) {
        return sql.list(IN_SHORT + " order by created_at desc, id desc limit ?", this::read, owner, howMany);
    }

    public Optional<StoredImport> find(UUID owner, UUID id) {
        return sql.first(WHOLE + " and id = ?", this::read, owner, id);
    }

    /** How many of an account are read, or wait to be answered or applied. */
    public long waiting(UUID owner) {
        return sql.number(
                "select count(*) from import where account_id = ? and state in ('analysing', 'asked', 'ready')", owner);
    }

    /** @param lines how many the file has */
    void add(UUID owner, UUID id, @Nullable String fileName, Instant now, ZoneId zone, Source source, long lines) {
        sql.number(
                """
                with made as (
                    insert into import (account_id, id, file_name, created_at, zone, format, source, state, answers, findings, total,
                                        step_at)
                    values (?, ?, ?, ?, ?, ?, ?, 'analysing', ?, ?, ?, ?) returning 1
                )
                select count(*) from made
                """,
                owner,
                id,
                fileName,
                now,
                zone.getId(),
                source.format(),
                source.key(),
                json.toJson(Answers.NONE),
                json.toJson(Findings.NONE),
                lines,
                now);
    }

    /** What was answered for files from the same source, the last first; what was undone or thrown away is forgotten. */
    List<Answers> answersOfSource(UUID owner, UUID id) {
        return sql.list(
                """
                select i.answers::text from import i
                join import this on this.account_id = i.account_id and this.source = i.source and this.id <> i.id
                where i.account_id = ? and this.id = ? and i.state in ('ready', 'applying', 'applied')
                order by i.created_at desc, i.id desc limit ?
                """,
                row -> json.fromJson(row.getString(1), Answers.class),
                owner,
                id,
                REMEMBERED);
    }

    /** Has it read anew by what was answered, unless it is being applied or was. */
    boolean readAnew(UUID owner, UUID id, Answers answers, Instant now) {
        return sql.number(
                        """
                        with changed as (
                            update import set state = 'analysing', answers = ?, step_at = ?, error = null, done = 0
                            where account_id = ? and id = ? and state in ('asked', 'ready') returning 1
                        )
                        select count(*) from changed
                        """,
                        json.toJson(answers),
                        now,
                        owner,
                        id)
                == 1;
    }

    /** Writes down what was answered and found, unless it is being applied or was, or was called off. */
    boolean found(UUID owner, UUID id, Answers answers, Findings findings, Instant now) {
        return sql.number(
                        """
                        with changed as (
                            update import set state = ?, answers = ?, findings = ?, step_at = ?, error = null
                            where account_id = ? and id = ? and state in ('analysing', 'asked', 'ready') returning 1
                        )
                        select count(*) from changed
                        """,
                        (findings.isOpen() ? State.ASKED : State.READY).name().toLowerCase(Locale.ROOT),
                        json.toJson(answers),
                        json.toJson(findings),
                        now,
                        owner,
                        id)
                == 1;
    }

    /** It cannot be read; false if nobody wants it any longer. */
    boolean refused(UUID owner, UUID id, String error, Instant now) {
        return sql.number(
                        """
                        with refused as (
                            update import set state = 'refused', error = ?, step_at = ?
                            where account_id = ? and id = ? and state = 'analysing' returning 1
                        )
                        select count(*) from refused
                        """,
                        error,
                        now,
                        owner,
                        id)
                == 1;
    }

    /** From here on nobody sees it; whoever reads it tidies up. */
    boolean cancel(UUID owner, UUID id, Instant now) {
        return sql.number(
                        """
                        with cancelled as (
                            update import set state = 'cancelled', step_at = ?
                            where account_id = ? and id = ? and state = 'analysing' returning 1
                        )
                        select count(*) from cancelled
                        """,
                        now,
                        owner,
                        id)
                == 1;
    }

    /** Whether it can be applied from now on, or is to be applied once more as nobody works on it. */
    boolean begin(UUID owner, UUID id, Instant now) {
        return sql.number(
                        """
                        with begun as (
                            update import
                            set state = 'applying', error = null, done = 0, step_at = ?,
                                total = greatest(
                                    (select coalesce(max(line), 0) from import_value v
                                     where v.account_id = import.account_id and v.import_id = import.id),
                                    (select coalesce(max(line), 0) from import_set s
                                     where s.account_id = import.account_id and s.import_id = import.id))
                            where account_id = ? and id = ? and state in ('ready', 'applying') returning 1
                        )
                        select count(*) from begun
                        """,
                        now,
                        owner,
                        id)
                == 1;
    }

    /** Writes down how far the work is; false if nobody wants it any longer. */
    boolean step(UUID owner, UUID id, int done, Instant now) {
        return sql.number(
                        """
                        with stepped as (
                            update import set done = ?, step_at = ?
                            where account_id = ? and id = ? and state in ('analysing', 'applying') returning 1
                        )
                        select count(*) from stepped
                        """,
                        done,
                        now,
                        owner,
                        id)
                == 1;
    }

    void applied(UUID owner, UUID id, Result result, Instant now) {
        sql.number(
                """
                with applied as (
                    update import set state = 'applied', done = total, result = ?, step_at = ?
                    where account_id = ? and id = ? returning 1
                )
                select count(*) from applied
                """,
                json.toJson(result),
                now,
                owner,
                id);
    }

    /** Nothing was written, so it can be tried again. */
    void failed(UUID owner, UUID id, String error, Instant now) {
        sql.number(
                """
                with failed as (
                    update import set state = 'ready', done = 0, error = ?, step_at = ?
                    where account_id = ? and id = ? and state = 'applying' returning 1
                )
                select count(*) from failed
                """,
                error,
                now,
                owner,
                id);
    }

    void undone(UUID owner, UUID id, Instant now) {
        sql.number(
                """
                with undone as (
                    update import set state = 'undone', step_at = ? where account_id = ? and id = ? returning 1
                )
                select count(*) from undone
                """,
                now,
                owner,
                id);
    }

    /** Removes one that was never applied, with the rows that wait. */
    void delete(UUID owner, UUID id) {
        sql.number(
                """
                with gone as (
                    delete from import
                    where account_id = ? and id = ? and state in ('refused', 'cancelled', 'asked', 'ready') returning 1
                )
                select count(*) from gone
                """,
                owner,
                id);
    }

    void deleteCancelled(UUID owner, UUID id) {
        sql.number(
                """
                with gone as (delete from import where account_id = ? and id = ? and state = 'cancelled' returning 1)
                select count(*) from gone
                """,
                owner,
                id);
    }

    private StoredImport read(ResultSet row) throws SQLException {
        return new StoredImport(
                (UUID) row.getObject(1),
                row.getTimestamp(2).toInstant(),
                ZoneId.of(row.getString(3)),
                row.getString(4),
                State.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                json.fromJson(row.getString(6), Answers.class),
                json.fromJson(row.getString(7), Findings.class),
                Optional.ofNullable(row.getString(8)).map(text -> json.fromJson(text, Result.class)),
                Optional.ofNullable(row.getString(9)),
                row.getInt(10),
                row.getInt(11),
                row.getTimestamp(12).toInstant(),
                Optional.ofNullable(row.getString(13)));
    }
}
