package app.primaryassistant.platform.persistence;

import static app.primaryassistant.platform.persistence.Parameters.none;
import static app.primaryassistant.platform.persistence.Parameters.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.local.Database;
import app.primaryassistant.platform.vocabulary.Keyed;
import app.primaryassistant.support.Application;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parameters by name and rows by the names of their columns, as PostgreSQL takes and gives them. */
class StatementsIT {

    private static final Database DATABASE = Application.running().database();

    private final DirectConnection sql = owner();

    private static DirectConnection owner() {
        return new Login(DATABASE.url(), Database.OWNER, Database.PASSWORD, "none").connect();
    }

    @AfterEach
    void close() {
        sql.close();
    }

    private enum Side implements Keyed {
        LEFT,
        RIGHT_HAND;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // they are compared field by field
    private record Values(
            UUID id,
            String text,
            BigDecimal mass,
            boolean yes,
            int count,
            long big,
            double ratio,
            LocalDate localDate,
            Instant recordedAt,
            Side side,
            byte[] hash) {}

    @Test
    void eachTypeComesBackAsItWasGiven() {
        var values = new Values(
                UUID.randomUUID(),
                "it's :fine",
                new BigDecimal("82.50"),
                true,
                -3,
                1L << 40,
                0.25,
                LocalDate.of(2024, 2, 29),
                Instant.parse("2024-03-31T01:30:00.123456Z"),
                Side.RIGHT_HAND,
                new byte[] {0, -1, 39});

        Values read = sql.one("""
                select :hash as hash, cast(:side as text) as side, :recordedAt as recorded_at, :localDate as local_date,
                       :ratio as ratio, :big as big, :count as count, :yes as yes, :mass as mass,
                       cast(:text as text) as text, :id as id
                """, Values.class, Parameters.of(values));

        assertThat(read).usingRecursiveComparison().isEqualTo(values);
    }

    private record Maybe(
            Optional<LocalDate> day,
            @Nullable Integer count,
            @Nullable Instant at,
            Optional<Side> side) {}

    @Test
    void whatMayBeNullIsNullOrEmpty() {
        String query = """
                select cast(:day as date) as day, cast(:count as integer) as count, cast(:at as timestamptz) as at,
                       cast(:side as text) as side
                """;
        var nothing = new Maybe(Optional.empty(), null, null, Optional.empty());
        var something = new Maybe(Optional.of(LocalDate.EPOCH), 0, Instant.EPOCH, Optional.of(Side.LEFT));

        assertThat(sql.list(query, Maybe.class, Parameters.of(nothing))).containsExactly(nothing);
        assertThat(sql.list(query, Maybe.class, Parameters.of(something))).containsExactly(something);
    }

    private record Person(String name, Address address) {}

    private record Address(String street, Optional<String> floor) {}

    @Test
    void aRecordInARecordIsReadFromTheSameRow() {
        assertThat(sql.one("select null as floor, 'A' as name, 'Elm St' as street", Person.class, none()))
                .isEqualTo(new Person("A", new Address("Elm St", Optional.empty())));
    }

    private record Guest(String name, Optional<Address> address) {}

    @Test
    void aRecordThatARowLacksIsEmpty() {
        String query = "select 'A' as name, cast(:street as text) as street, '2nd' as floor";

        assertThat(sql.one(query, Guest.class, with("street", null))).isEqualTo(new Guest("A", Optional.empty()));
        assertThat(sql.one(query, Guest.class, with("street", "Elm St")))
                .isEqualTo(new Guest("A", Optional.of(new Address("Elm St", Optional.of("2nd")))));
    }

    private record Lists(
            List<String> names, List<UUID> ids, List<Integer> numbers, List<LocalDate> days, List<Side> sides) {}

    @Test
    void arraysAreLists() {
        var lists = new Lists(
                List.of("a", "b,c"),
                List.of(UUID.randomUUID()),
                List.of(1, 2),
                List.of(LocalDate.EPOCH),
                List.of(Side.RIGHT_HAND, Side.LEFT));
        String query = "select :names as names, :ids as ids, :numbers as numbers, :days as days, :sides as sides";

        assertThat(sql.one(query, Lists.class, Parameters.of(lists))).isEqualTo(lists);
        assertThat(sql.one("select array[timestamptz 'epoch'] as moments", Moments.class, none())
                        .moments())
                .containsExactly(Instant.EPOCH);
    }

    private record Moments(List<Instant> moments) {}

    private record Names(List<String> names) {}

    @Test
    void noArrayIsAnEmptyList() {
        assertThat(sql.one("select cast(null as text[]) as names", Names.class, none())
                        .names())
                .isEmpty();
        assertThat(sql.one("select :names as names", Names.class, with("names", List.of()))
                        .names())
                .isEmpty();
        assertThat(sql.one("select 1 = any (cast(:none as integer[]))", Boolean.class, with("none", List.of())))
                .isFalse();
    }

    @Test
    void nullWhereItIsNotAllowedFailsWithTheColumn() {
        String query = "select 'A' as name, cast(null as text) as street, null as floor";

        assertThatThrownBy(() -> sql.list(query, Person.class, none())).hasMessage("Null in street");
        assertThatThrownBy(() -> sql.one("select cast(null as integer)", Integer.class, none()))
                .hasMessage("Null in the only column");
    }

    @Test
    void aTermThatIsNotInTheVocabularyFailsWithTheColumn() {
        record Turn(Side side) {}

        assertThatThrownBy(() -> sql.list("select 'up' as side", Turn.class, none()))
                .hasMessage("Null in side");
    }

    @Test
    void aMissingColumnFailsWithItsName() {
        assertThatThrownBy(() -> sql.list("select 'A' as name, 'Elm St' as street", Person.class, none()))
                .hasMessageContaining("No column floor for " + Address.class);
    }

    @Test
    void aTypeThatIsNotKnownFailsWithItsName() {
        assertThatThrownBy(() -> sql.list("select 'a'", StringBuilder.class, none()))
                .hasMessage("No column can be read as java.lang.StringBuilder");
    }

    @Test
    void aMissingParameterFailsWithItsName() {
        assertThatThrownBy(() -> sql.list("select :there, :missing", String.class, with("there", null)))
                .hasMessage("No value for the parameter missing");
    }

    @Test
    void aStatementMayBeReadInSeveralWays() {
        record Plain(String name) {}
        String query = "select 'A' as name, 'Elm St' as street, null as floor";

        assertThat(sql.one(query, Plain.class, none()).name()).isEqualTo("A");
        assertThat(sql.one(query, Person.class, none()).address().street()).isEqualTo("Elm St");
    }

    @Test
    void aWriteSaysHowManyRowsItChanged() {
        sql.execute("create temporary table thing (id integer primary key)");

        assertThat(sql.update("insert into thing select generate_series(1, :last)", with("last", 3)))
                .isEqualTo(3);
        assertThat(sql.update("insert into thing values (:id) on conflict do nothing", with("id", 3)))
                .isZero();
        assertThat(sql.first("delete from thing where id = :id returning id", Integer.class, with("id", 2)))
                .contains(2);
        assertThat(sql.first("delete from thing where id = :id returning id", Integer.class, with("id", 2)))
                .isEmpty();
        assertThatThrownBy(() -> sql.update("insert into thing values (:id)", with("id", 3)))
                .isInstanceOfSatisfying(
                        DatabaseUnavailable.class,
                        failed -> assertThat(failed.hasState("23505")).isTrue())
                .satisfies(
                        failed -> assertThat(UniqueViolation.isCauseOf(failed)).isTrue());
    }

    @Test
    void aFunctionIsCalledForWhatItDoes() {
        sql.call("select set_config('app.called', :value, false)", with("value", "yes"));

        assertThat(sql.one("select current_setting('app.called')", String.class, none()))
                .isEqualTo("yes");
    }

    @Test
    void aTransactionThatIsNotCommittedIsUndone() {
        sql.execute("create table statements_it (id integer)");
        try {
            insert(false);
            assertThat(sql.one("select count(*) from statements_it", Long.class, none()))
                    .isZero();

            insert(true);
            assertThat(sql.one("select count(*) from statements_it", Long.class, none()))
                    .isEqualTo(1);
        } finally {
            sql.execute("drop table statements_it");
        }
    }

    private static void insert(boolean commit) {
        try (var other = owner()) {
            other.begin();
            other.update("insert into statements_it values (:id)", with("id", 1));
            if (commit) {
                other.commit();
            }
        }
    }

    @Test
    void aLongAnswerIsReadRowByRow() {
        List<TextRows.Column> columns = new ArrayList<>();
        List<@Nullable String> values = new ArrayList<>();

        sql.read(
                "select n, 'it''s ' || n as text, null::date as day from generate_series(1, :last) n",
                with("last", 2),
                rows -> {
                    columns.addAll(rows.columns());
                    rows.forEach(row -> values.addAll(Arrays.asList(row)));
                });

        assertThat(columns)
                .containsExactly(
                        new TextRows.Column("n", false),
                        new TextRows.Column("text", true),
                        new TextRows.Column("day", false));
        assertThat(values).containsExactly("1", "it's 1", null, "2", "it's 2", null);
    }

    @Test
    void rowsAreCopiedOutInAndAcross() throws IOException {
        sql.execute("create temporary table thing (id integer, name text)");
        String copyOut = "copy (table thing order by id) to stdout";
        var in = new ByteArrayInputStream("1\tone\n2\ttwo\n".getBytes(StandardCharsets.UTF_8));
        var out = new ByteArrayOutputStream();
        var seen = new ByteArrayOutputStream();
        try (var other = owner()) {
            other.execute("create temporary table thing (id integer, name text)");

            assertThat(sql.copyIn("copy thing from stdin", in)).isEqualTo(2);
            assertThat(sql.copyAcross(copyOut, other, "copy thing from stdin", seen))
                    .isEqualTo(2);
            assertThat(other.copyOut(copyOut, out)).isEqualTo(2);
        }
        assertThat(seen.toString(StandardCharsets.UTF_8)).isEqualTo("1\tone\n2\ttwo\n");
        assertThat(out.toByteArray()).isEqualTo(seen.toByteArray());
    }
}
