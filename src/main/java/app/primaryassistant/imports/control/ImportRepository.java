package app.primaryassistant.imports.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.imports.control.FileAnalysis.Source;
import app.primaryassistant.imports.entity.Answers;
import app.primaryassistant.imports.entity.Findings;
import app.primaryassistant.imports.entity.StoredImport;
import app.primaryassistant.imports.entity.StoredImport.Result;
import app.primaryassistant.imports.entity.StoredImport.State;
import app.primaryassistant.platform.persistence.Parameters;
import app.primaryassistant.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The imports of an account, without the rows that wait. */
@ApplicationScoped
public class ImportRepository {

    private static final String COLUMNS = """
            select id, created_at, zone, format, state, %s, result, error, done, total, step_at, file_name
            from import where account_id = :owner and state <> 'cancelled'
            """;

    private static final String WHOLE = COLUMNS.formatted("answers, findings");

    /** A list of years of files need not carry the names of their exercises, with all that they may be, over and over. */
    private static final String IN_SHORT = COLUMNS.formatted("""
            jsonb_set(answers, '{names}', '[]') as answers,
            jsonb_set(jsonb_set(jsonb_set(findings, '{names}', '[]', false), '{preview,refusals}', '[]', false),
                      '{preview,changes,first}', '[]', false) as findings
            """);

    /** How many earlier files are asked for what was answered for them; each may have asked for something else. */
    private static final int REMEMBERED = 20;

    private final Jsonb json = JsonbBuilder.create();

    /** The answers, the findings and the result are JSON. */
    private record ImportRow(
            UUID id,
            Instant createdAt,
            String zone,
            String format,
            State state,
            String answers,
            String findings,
            Optional<String> result,
            Optional<String> error,
            int done,
            int total,
            Instant stepAt,
            Optional<String> fileName) {}

    @Inject
    private Sql sql;

    /** The newest first, without their lists of names, of what is refused, and of what differs. */
    public List<StoredImport> newest(UUID owner, int howMany) {
        String statement = IN_SHORT + " order by created_at desc, id desc limit :limit";
        return sql.list(statement, ImportRow.class, with("owner", owner).and("limit", howMany)).stream()
                .map(this::stored)
                .toList();
    }

    public Optional<StoredImport> find(UUID owner, UUID id) {
        return sql.first(
                        WHOLE + " and id = :id",
                        ImportRow.class,
                        with("owner", owner).and("id", id))
                .map(this::stored);
    }

    /** How many of an account are read, or wait to be answered or applied. */
    public long waiting(UUID owner) {
        return sql.one(
                "select count(*) from import where account_id = :owner and state in ('analysing', 'asked', 'ready')",
                Long.class,
                with("owner", owner));
    }

    /** @param lines how many the file has */
    void add(UUID owner, UUID id, @Nullable String fileName, Instant now, ZoneId zone, Source source, long lines) {
        sql.update(
                """
                insert into import (account_id, id, file_name, created_at, zone, format, source, state, answers, findings, total,
                                    step_at)
                values (:owner, :id, :fileName, :now, :zone, :format, :source, 'analysing', :answers, :findings, :total, :now)
                """,
                with("owner", owner)
                        .and("id", id)
                        .and("fileName", fileName)
                        .and("now", now)
                        .and("zone", zone.getId())
                        .and("format", source.format())
                        .and("source", source.key())
                        .and("answers", json.toJson(Answers.NONE))
                        .and("findings", json.toJson(Findings.NONE))
                        .and("total", lines));
    }

    /** What was answered for files from the same source, the last first; what was undone or thrown away is forgotten. */
    List<Answers> answersOfSource(UUID owner, UUID id) {
        return sql.list("""
                        select i.answers from import i
                        join import this on this.account_id = i.account_id and this.source = i.source and this.id <> i.id
                        where i.account_id = :owner and this.id = :id and i.state in ('ready', 'applying', 'applied')
                        order by i.created_at desc, i.id desc limit :limit
                        """, String.class, with("owner", owner).and("id", id).and("limit", REMEMBERED)).stream()
                .map(answers -> json.fromJson(answers, Answers.class))
                .toList();
    }

    /** Has it read anew by what was answered, unless it is being applied or was. */
    boolean readAnew(UUID owner, UUID id, Answers answers, Instant now) {
        return changed("""
                update import set state = 'analysing', answers = :answers, step_at = :now, error = null, done = 0
                where account_id = :owner and id = :id and state in ('asked', 'ready')
                """, at(owner, id, now).and("answers", json.toJson(answers)));
    }

    /** Writes down what was answered and found, unless it is being applied or was, or was called off. */
    boolean found(UUID owner, UUID id, Answers answers, Findings findings, Instant now) {
        return changed(
                """
                update import set state = :state, answers = :answers, findings = :findings, step_at = :now, error = null
                where account_id = :owner and id = :id and state in ('analysing', 'asked', 'ready')
                """,
                at(owner, id, now)
                        .and("state", findings.isOpen() ? State.ASKED : State.READY)
                        .and("answers", json.toJson(answers))
                        .and("findings", json.toJson(findings)));
    }

    /** It cannot be read; false if nobody wants it any longer. */
    boolean refused(UUID owner, UUID id, String error, Instant now) {
        return changed("""
                update import set state = 'refused', error = :error, step_at = :now
                where account_id = :owner and id = :id and state = 'analysing'
                """, at(owner, id, now).and("error", error));
    }

    /** From here on nobody sees it; whoever reads it tidies up. */
    boolean cancel(UUID owner, UUID id, Instant now) {
        return changed("""
                update import set state = 'cancelled', step_at = :now
                where account_id = :owner and id = :id and state = 'analysing'
                """, at(owner, id, now));
    }

    /** Whether it can be applied from now on, or is to be applied once more as nobody works on it. */
    boolean begin(UUID owner, UUID id, Instant now) {
        return changed("""
                update import
                set state = 'applying', error = null, done = 0, step_at = :now,
                    total = greatest(
                        (select coalesce(max(line), 0) from import_value v
                         where v.account_id = import.account_id and v.import_id = import.id),
                        (select coalesce(max(line), 0) from import_set s
                         where s.account_id = import.account_id and s.import_id = import.id))
                where account_id = :owner and id = :id and state in ('ready', 'applying')
                """, at(owner, id, now));
    }

    /** Writes down how far the work is; false if nobody wants it any longer. */
    boolean step(UUID owner, UUID id, int done, Instant now) {
        return changed("""
                update import set done = :done, step_at = :now
                where account_id = :owner and id = :id and state in ('analysing', 'applying')
                """, at(owner, id, now).and("done", done));
    }

    void applied(UUID owner, UUID id, Result result, Instant now) {
        sql.update("""
                update import set state = 'applied', done = total, result = :result, step_at = :now
                where account_id = :owner and id = :id
                """, at(owner, id, now).and("result", json.toJson(result)));
    }

    /** Nothing was written, so it can be tried again. */
    void failed(UUID owner, UUID id, String error, Instant now) {
        sql.update("""
                update import set state = 'ready', done = 0, error = :error, step_at = :now
                where account_id = :owner and id = :id and state = 'applying'
                """, at(owner, id, now).and("error", error));
    }

    void undone(UUID owner, UUID id, Instant now) {
        sql.update(
                "update import set state = 'undone', step_at = :now where account_id = :owner and id = :id",
                at(owner, id, now));
    }

    /** Removes one that was never applied, with the rows that wait. */
    void delete(UUID owner, UUID id) {
        sql.update("""
                delete from import
                where account_id = :owner and id = :id and state in ('refused', 'cancelled', 'asked', 'ready')
                """, with("owner", owner).and("id", id));
    }

    void deleteCancelled(UUID owner, UUID id) {
        sql.update(
                "delete from import where account_id = :owner and id = :id and state = 'cancelled'",
                with("owner", owner).and("id", id));
    }

    private boolean changed(String statement, Parameters parameters) {
        return sql.update(statement, parameters) == 1;
    }

    private static Parameters at(UUID owner, UUID id, Instant now) {
        return with("owner", owner).and("id", id).and("now", now);
    }

    private StoredImport stored(ImportRow row) {
        return new StoredImport(
                row.id,
                row.createdAt,
                ZoneId.of(row.zone),
                row.format,
                row.state,
                json.fromJson(row.answers, Answers.class),
                json.fromJson(row.findings, Findings.class),
                row.result.map(text -> json.fromJson(text, Result.class)),
                row.error,
                row.done,
                row.total,
                row.stepAt,
                row.fileName);
    }
}
