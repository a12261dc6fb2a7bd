package app.primaryassistant.platform.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.exercises.entity.Trait;
import app.primaryassistant.imports.entity.DateOrder;
import app.primaryassistant.imports.entity.DecimalMark;
import app.primaryassistant.platform.unit.Dimension;
import app.primaryassistant.platform.unit.Unit;
import app.primaryassistant.progress.entity.RecordKind;
import app.primaryassistant.support.Application;
import app.primaryassistant.workouts.entity.SetKind;
import app.primaryassistant.workouts.entity.WeightUnit;
import app.primaryassistant.workouts.entity.WorkoutType;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** A vocabulary is defined in Java; the checks of the tables and the document of the API say the same. */
class VocabularyIT {

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    static Stream<Arguments> columns() {
        return Stream.of(
                Arguments.of(keys(WorkoutType.class), "workout", "type"),
                Arguments.of(keys(SetKind.class), "workout_set", "kind"),
                Arguments.of(keys(WeightUnit.class), "workout_set", "entered_unit"),
                Arguments.of(keys(WeightUnit.class), "enrolment", "unit"),
                Arguments.of(symbols(Dimension.MASS), "profile", "mass"),
                Arguments.of(symbols(Dimension.LENGTH), "profile", "length"),
                Arguments.of(symbols(Dimension.TEMPERATURE), "profile", "temperature"),
                Arguments.of(symbols(Dimension.GLUCOSE), "profile", "glucose"));
    }

    static Stream<Arguments> schemas() {
        return Stream.of(
                Arguments.of(keys(WorkoutType.class), "WorkoutType"),
                Arguments.of(keys(SetKind.class), "WorkoutSet.kind"),
                Arguments.of(keys(WeightUnit.class), "WorkoutSet.unit"),
                Arguments.of(keys(RecordKind.class), "RecordKind"),
                Arguments.of(symbols(Dimension.MASS), "Units.mass"),
                Arguments.of(symbols(Dimension.LENGTH), "Units.length"),
                Arguments.of(symbols(Dimension.TEMPERATURE), "Units.temperature"),
                Arguments.of(symbols(Dimension.GLUCOSE), "Units.glucose"),
                Arguments.of(keys(DateOrder.class), "ImportAnswers.dates"),
                Arguments.of(keys(DecimalMark.class), "ImportAnswers.decimals"),
                Arguments.of(Trait.MUSCLE.terms(), "Muscle"),
                Arguments.of(Trait.EQUIPMENT.terms(), "Equipment"),
                Arguments.of(Trait.CATEGORY.terms(), "ExerciseCategory"),
                Arguments.of(Trait.LEVEL.terms(), "Level"));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aColumnAllowsWhatTheVocabularyHas(List<String> keys, String table, String column) throws SQLException {
        try (var connection = Application.running().database().asOwner();
                var statement = connection.prepareStatement(
                        "select pg_get_constraintdef(oid) from pg_constraint where conrelid = ?::regclass and conname = ?")) {
            statement.setString(1, table);
            statement.setString(2, table + "_" + column + "_check");
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(QUOTED.matcher(rows.getString(1))
                                .results()
                                .map(MatchResult::group)
                                .map(term -> term.replace("'", "")))
                        .containsExactlyInAnyOrderElementsOf(keys);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theDocumentListsWhatTheVocabularyHas(List<String> keys, String schema) throws IOException {
        Map<String, Object> document;
        try (InputStream in = Keyed.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            document = new Yaml().load(in);
        }
        Object node = inside(document, "components", "schemas");
        String[] path = schema.split("[.]");
        node = path.length == 1 ? inside(node, schema) : inside(node, path[0], "properties", path[1]);

        assertThat(inside(node, "enum"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEqualTo(keys);
    }

    private static Object inside(Object document, String... names) {
        Object node = document;
        for (String name : names) {
            node = Objects.requireNonNull(((Map<?, ?>) node).get(name), name);
        }
        return node;
    }

    private static List<String> symbols(Dimension dimension) {
        return dimension.preferences().stream().map(Unit::symbol).toList();
    }

    private static List<String> keys(Class<? extends Keyed> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants()).map(Keyed::key).toList();
    }
}
