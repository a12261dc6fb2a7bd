package app.primaryassistant.imports.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.imports.entity.Answers;
import app.primaryassistant.imports.entity.Findings.Candidate;
import app.primaryassistant.imports.entity.Findings.FoundName;
import app.primaryassistant.imports.entity.Findings.Match;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the exercises that a file's names stand for. Trigrams do not mind the order of words or brackets: "Bench Press
 * (Barbell)" and "Barbell Bench Press" are the same to them.
 */
@ApplicationScoped
public class ExerciseNameRepository {

    /** From here on a name is taken for another, if no other one is as near. */
    private static final BigDecimal SURE = new BigDecimal("0.8");

    private static final int MOST_NAMES = 1000;

    private static final String CANDIDATES = """
            with named as (
                select exercise as name, count(kind) as sets, min(line) as line,
                       (array_agg(exercise_id) filter (where exercise_id is not null))[1] as wanted,
                       regexp_replace(lower(exercise), '[^[:alnum:]]+', '', 'g') as letters
                from import_set where account_id = :owner and import_id = :import and exercise is not null group by exercise
            ), known as materialized (
                select id, name, account_id is not null as own,
                       regexp_replace(lower(name), '[^[:alnum:]]+', '', 'g') as letters
                from known_exercise where deleted_at is null
            )
            select n.name as named, n.sets, k.id, k.name, k.own, round(k.similarity::numeric, 2) as similarity,
                   coalesce(k.same, false) as same
            from named n left join lateral (
                select id, name, own, coalesce(id = n.wanted, false) or letters = n.letters as same,
                       coalesce(id = n.wanted, false) as meant, similarity(name, n.name) as similarity
                from known
                where id = n.wanted or letters = n.letters or similarity(name, n.name) >= 0.3
                order by meant desc, same desc, similarity desc, own desc, name limit 5
            ) k on true
            order by n.line, k.meant desc, k.same desc, k.similarity desc, k.own desc, k.name
            """;

    /** What was answered for earlier files that were not taken back, the last answer to each name. */
    private static final String REMEMBERED = """
            select distinct on (n.name) n.name, n.exercise
            from import i
            cross join lateral jsonb_to_recordset(i.answers -> 'names') as n(name text, exercise uuid)
            left join known_exercise k on k.id = n.exercise and k.deleted_at is null
            where i.account_id = :owner and i.id <> :import and (n.exercise is null or k.id is not null)
              and i.state in ('ready', 'applying', 'applied')
            order by n.name, i.created_at desc
            """;

    private static final String KNOWN =
            "select count(*) from known_exercise where id = any (:ids) and deleted_at is null";

    private static final String NAME = "select name from known_exercise where id = :id and deleted_at is null";

    private record CandidateRow(String named, long sets, Optional<Candidate> candidate, boolean same) {}

    @Inject
    private Sql sql;

    /** @throws Problem if an answer names no exercise, or the file too many */
    List<FoundName> names(UUID owner, UUID id, Answers answers) {
        Map<String, List<CandidateRow>> rows = new LinkedHashMap<>();
        sql.list(CANDIDATES, CandidateRow.class, with("owner", owner).and("import", id))
                .forEach(row -> rows.computeIfAbsent(row.named(), name -> new ArrayList<>())
                        .add(row));
        if (rows.size() > MOST_NAMES) {
            throw Problem.invalid(Violation.body("file", "names more than 1,000 different exercises"));
        }
        Map<String, Answers.NamedExercise> given = rows.isEmpty() ? Map.of() : given(owner, id, answers, rows);
        return rows.values().stream()
                .map(of -> name(of, Optional.ofNullable(given.get(of.getFirst().named()))))
                .toList();
    }

    /** @throws Problem if an answer names no exercise */
    void check(Answers answers) {
        List<UUID> named = answers.names().stream()
                .flatMap(name -> Optional.ofNullable(name.exercise()).stream())
                .distinct()
                .toList();
        if (!named.isEmpty() && sql.one(KNOWN, Long.class, with("ids", named)) < named.size()) {
            throw notThere();
        }
    }

    /** The answers for this file and, where it has none, those for earlier ones. */
    private Map<String, Answers.NamedExercise> given(
            UUID owner, UUID id, Answers answers, Map<String, List<CandidateRow>> rows) {
        Map<String, Answers.NamedExercise> given = new HashMap<>();
        sql.list(REMEMBERED, Answers.NamedExercise.class, with("owner", owner).and("import", id)).stream()
                .filter(answer -> answer.exercise() != null || !isKnown(rows.get(answer.name())))
                .forEach(answer -> given.put(answer.name(), answer));
        answers.names().forEach(answer -> given.put(answer.name(), answer));
        return given;
    }

    /** An own exercise that was made of a name is there now. */
    private static boolean isKnown(@Nullable List<CandidateRow> rows) {
        return rows != null && rows.getFirst().same();
    }

    private FoundName name(List<CandidateRow> rows, Optional<Answers.NamedExercise> answer) {
        CandidateRow first = rows.getFirst();
        List<Candidate> candidates =
                rows.stream().flatMap(row -> row.candidate().stream()).toList();
        if (answer.isPresent()) {
            return Optional.ofNullable(answer.get().exercise())
                    .map(exercise -> new FoundName(
                            first.named(), first.sets(), Match.ANSWERED, exercise, nameOf(exercise), candidates))
                    .orElseGet(() -> new FoundName(first.named(), first.sets(), Match.OWN, null, null, candidates));
        }
        if (first.same()) {
            return recognised(first, Match.SAME, candidates);
        }
        boolean isSure = !candidates.isEmpty()
                && candidates.getFirst().similarity().compareTo(SURE) >= 0
                && (candidates.size() == 1
                        || candidates
                                        .get(1)
                                        .similarity()
                                        .compareTo(candidates.getFirst().similarity())
                                < 0);
        return isSure
                ? recognised(first, Match.SIMILAR, candidates)
                : new FoundName(first.named(), first.sets(), Match.OPEN, null, null, candidates);
    }

    private static FoundName recognised(CandidateRow row, Match match, List<Candidate> candidates) {
        Candidate best = candidates.getFirst();
        return new FoundName(row.named(), row.sets(), match, best.id(), best.name(), candidates);
    }

    private String nameOf(UUID exercise) {
        return sql.first(NAME, String.class, with("id", exercise)).orElseThrow(ExerciseNameRepository::notThere);
    }

    private static Problem notThere() {
        return Problem.invalid(Violation.body("exercises", "names an exercise that does not exist"));
    }
}
