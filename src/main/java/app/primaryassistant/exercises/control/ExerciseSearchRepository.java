package app.primaryassistant.exercises.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.exercises.control.ExerciseRepository.Known;
import app.primaryassistant.exercises.entity.Trait;
import app.primaryassistant.platform.paging.RankCursor;
import app.primaryassistant.platform.persistence.Parameters;
import app.primaryassistant.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds exercises while somebody types.
 *
 * <p>Each word that was typed is compared with the name by the three-letter pieces they have in common (pg_trgm's word
 * similarity, 0 to 1), so that a missing or a swapped letter and an unfinished word still match; equipment and primary
 * muscles count a little less. Every word has to match somewhere. Among those that do, the words' mean similarity decides,
 * then how much of the name was typed, and a bonus for what the account knows: the search is the same each time, and most
 * people mean what they did last time.
 */
@ApplicationScoped
public class ExerciseSearchRepository {

    /** Words beyond these change nothing that a person would notice, and each costs a comparison with every name. */
    private static final int WORDS = 5;

    /** Below it words have hardly a piece in common: "sqaut" and "squat" reach 0.33. */
    private static final String ALIKE = "0.3";

    private static final String SEARCH = """
            with asked as (
                select cast(:owner as uuid) as owner, cast(:words as text[]) as words, cast(:phrase as text) as phrase,
                       cast(:muscle as text) as muscle, cast(:equipment as text) as equipment,
                       cast(:category as text) as category, cast(:level as text) as level,
                       cast(:mine as boolean) as mine, cast(:favourite as boolean) as favourite
            ), alike as (
                select x.*, f.exercise_id is not null as favourite, m.similarity, asked.owner, asked.phrase
                from asked cross join known_exercise x
                left join favourite_exercise f on f.account_id = asked.owner and f.exercise_id = x.id
                cross join lateral (
                    select avg(w.similarity) as similarity, coalesce(min(w.similarity), 1) as worst
                    from unnest(asked.words) as word cross join lateral (
                        select case when word_similarity(word, x.name) >= 0.9 then word_similarity(word, x.name)
                                    else greatest(word_similarity(word, x.name), 0.9 * word_similarity(
                                         word, concat_ws(' ', x.equipment, array_to_string(x.primary_muscles, ' ')))) end as similarity
                    ) w
                ) m
                where x.deleted_at is null
                  and m.worst >= %s
                  and (asked.muscle is null or asked.muscle = any (x.primary_muscles) or asked.muscle = any (x.secondary_muscles))
                  and (asked.equipment is null or x.equipment = asked.equipment)
                  and (asked.category is null or x.category = asked.category)
                  and (asked.level is null or x.level = asked.level)
                  and (asked.mine is null or (x.account_id is not null) = asked.mine)
                  and (asked.favourite is null or (f.exercise_id is not null) = asked.favourite)
            ), ranked as (
                select alike.*, case when similarity is null then 0 else
                    cast(1000 * similarity + 500 * similarity(phrase, name) + case when favourite then 75 else 0 end
                         + case when exists (select from exercise_uses(owner, alike.id))
                           then 150 else 0 end as integer) end as rank
                from alike
            )
            select id, account_id is not null as own, name, category, equipment, level, mechanic, force, primary_muscles,
                   secondary_muscles, '{}'::text[] as instructions, tracking, version, false as deleted, favourite,
                   (select max(u.local_date) from exercise_uses(owner, ranked.id) u) as last_used,
                   rank
            from ranked
            where (-rank, name, id) > (-cast(:rank as integer), :name, cast(:id as uuid))
            order by -rank, name, id limit :limit
            """.formatted(ALIKE);

    private static final String COUNTS = """
            with known as (select * from exercises_of(:owner) where deleted_at is null)
            select 'CATEGORY' as trait, category as term, count(*) as exercises from known group by 2
            union all select 'EQUIPMENT', equipment, count(*) from known group by 2
            union all select 'LEVEL', level, count(*) from known group by 2
            union all select 'MECHANIC', mechanic, count(*) from known group by 2
            union all select 'FORCE', force, count(*) from known group by 2
            union all select 'TRACKING', tracking, count(*) from known group by 2
            union all select 'MUSCLE', muscle, count(*) from known cross join unnest(primary_muscles) as muscle group by 2
            """;

    /**
     * What is looked for; what is empty does not matter.
     *
     * @param text as far as it is typed
     * @param muscle a primary or a secondary one
     * @param mine whether it is to be of the account's own, or of the library
     */
    public record Wanted(
            String text,
            Optional<String> muscle,
            Optional<String> equipment,
            Optional<String> category,
            Optional<String> level,
            Optional<Boolean> mine,
            Optional<Boolean> favourite) {

        private List<String> words() {
            return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                    .filter(word -> !word.isEmpty())
                    .limit(WORDS)
                    .toList();
        }
    }

    /** An exercise without its instructions, and how well it matches. */
    public record Found(Known known, int rank) {}

    /** How many exercises a term describes; muscles count where they are primary. */
    public record TermCount(Trait trait, @Nullable String term, int exercises) {}

    @Inject
    private Sql sql;

    /** A part of what matches, best first; by name where no text is given. */
    public List<Found> page(UUID owner, Wanted wanted, RankCursor after, int limit) {
        List<String> words = wanted.words();
        return sql.list(
                SEARCH,
                Found.class,
                Parameters.of(wanted)
                        .and("owner", owner)
                        .and("words", words)
                        .and("phrase", String.join(" ", words))
                        .and("rank", after.rank())
                        .and("name", after.name())
                        .and("id", after.id())
                        .and("limit", limit));
    }

    private record CountRow(String trait, @Nullable String term, int exercises) {}

    public List<TermCount> counts(UUID owner) {
        return sql.list(COUNTS, CountRow.class, with("owner", owner)).stream()
                .map(row -> new TermCount(Trait.valueOf(row.trait()), row.term(), row.exercises()))
                .toList();
    }
}
