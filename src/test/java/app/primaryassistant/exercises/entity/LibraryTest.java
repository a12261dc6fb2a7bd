package app.primaryassistant.exercises.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The library as the change log brings it, and the terms that the program knows. */
class LibraryTest {

    private static final String TEXT = "('(?:[^']|'')*'|null)";

    /** An exercise a line: id, slug, name, category, equipment, level, mechanic, force, and last how it is tracked. */
    private static final Pattern LINE = Pattern.compile(
            "^\\('([0-9a-f-]{36})', " + (TEXT + ", ").repeat(7)
                    + "array\\[(.*?)]::text\\[], array\\[(.*?)]::text\\[], .*, " + TEXT + "\\)[,;]$",
            Pattern.MULTILINE);

    private static final Pattern SLUG = Pattern.compile("^    '([a-z0-9-]+)'", Pattern.MULTILINE);

    private final List<MatchResult> exercises =
            LINE.matcher(changeSet("002-library")).results().toList();

    private final List<String> liftingTheBody = SLUG.matcher(changeSet("004-library-with-body-weight"))
            .results()
            .map(slug -> slug.group(1))
            .toList();

    private static String changeSet(String name) {
        try (var file = LibraryTest.class.getResourceAsStream("/db/changelog/exercises/" + name + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void holdsEveryExerciseOfTheDataSet() {
        assertThat(exercises).hasSize(873);
        assertThat(exercises.stream().map(exercise -> exercise.group(1)).distinct())
                .hasSize(873);
        assertThat(exercises.stream().map(exercise -> exercise.group(2)).distinct())
                .hasSize(873);
    }

    @Test
    void itsIdsAreTheLibrarys() {
        assertThat(exercises)
                .allSatisfy(exercise -> assertThat(Exercise.isOfLibrary(UUID.fromString(exercise.group(1))))
                        .isTrue());
        assertThat(Exercise.isOfLibrary(UUID.randomUUID())).isFalse();
    }

    @Test
    void itUsesOnlyTermsThatTheProgramKnowsAndEachOfThem() {
        assertThat(terms(4)).containsExactlyInAnyOrderElementsOf(Trait.CATEGORY.terms());
        assertThat(terms(5)).containsExactlyInAnyOrderElementsOf(Trait.EQUIPMENT.terms());
        assertThat(terms(6)).containsExactlyInAnyOrderElementsOf(Trait.LEVEL.terms());
        assertThat(terms(7)).containsExactlyInAnyOrderElementsOf(Trait.MECHANIC.terms());
        assertThat(terms(8)).containsExactlyInAnyOrderElementsOf(Trait.FORCE.terms());
        assertThat(Stream.concat(terms(11).stream(), Stream.of("bodyweight-reps")))
                .containsExactlyInAnyOrderElementsOf(Trait.TRACKING.terms());
        assertThat(terms(9)).containsExactlyInAnyOrderElementsOf(Trait.MUSCLE.terms());
        assertThat(Trait.MUSCLE.terms()).containsAll(terms(10));
    }

    @Test
    void whereTheArmsCarryTheBodyItIsLifted() {
        assertThat(exercises.stream().map(exercise -> text(exercise.group(2)))).containsAll(liftingTheBody);
        assertThat(liftingTheBody)
                .doesNotHaveDuplicates()
                .contains(
                        "pullups",
                        "weighted-pull-ups",
                        "chin-up",
                        "dips-chest-version",
                        "parallel-bar-dip",
                        "pushups",
                        "muscle-up")
                .contains("inverted-row", "bodyweight-mid-row")
                .doesNotContain(
                        "gorilla-chin-crunch",
                        "dip-machine",
                        "jerk-dip-squat",
                        "scapular-pull-up",
                        "plyo-kettlebell-pushups")
                .doesNotContain("bodyweight-squat", "hanging-leg-raise");
    }

    private List<String> terms(int group) {
        return exercises.stream()
                .flatMap(exercise ->
                        Pattern.compile(TEXT).matcher(exercise.group(group)).results())
                .map(MatchResult::group)
                .filter(term -> !term.equals("null"))
                .map(LibraryTest::text)
                .distinct()
                .toList();
    }

    private static String text(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }
}
