package app.primaryassistant.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Ten years of training of one person among others, as many as make an index worth its while. */
public final class TrainingHistory {

    private static final Database DATABASE = Application.running().database();
    private static final int OTHERS = 20;
    private static final int WORKOUTS = 300;

    /** Five exercises of four sets each, the first of them a warm-up, in turn from thirty of the library. */
    private static final String FILL =
            """
            with done as (
                insert into workout (account_id, id, local_date, started_at, zone, ended_at, type, duration_s, intensity, source, version)
                select ?, gen_random_uuid(), day, day + interval '17 hours', 'UTC', day + interval '18 hours', 'strength', 3600, 6,
                       'typed', 1
                from (select date '2016-01-01' + 3650 * n / ? as day from generate_series(1, ?) as n) as days
                returning account_id, id, local_date, started_at
            ), known as (
                select id, row_number() over (order by slug) - 1 as number from exercise where tracking = 'weight-reps' limit 30
            ), entry as (
                insert into workout_exercise (account_id, id, workout_id, local_date, started_at, exercise_id, position)
                select account_id, gen_random_uuid(), done.id, local_date, started_at, known.id, place
                from done cross join generate_series(1, 5) as place
                join known on known.number = (extract(doy from local_date)::int * 5 + place) % 30
                returning account_id, id, local_date
            )
            insert into workout_set (account_id, id, workout_exercise_id, position, kind, reps, weight, entered_weight, entered_unit,
                                     rpe, done)
            select account_id, gen_random_uuid(), entry.id, place, case place when 1 then 'warm-up' else 'working' end, 8 - place,
                   40 + place + (local_date - date '2016-01-01') / 60, 40, 'kg', 8, true
            from entry cross join generate_series(1, 4) as place
            """;

    private static TrainingHistory filled;

    private final Api person = Api.signedUp();

    private TrainingHistory() throws SQLException {
        fill(person.account());
        for (int other = 0; other < OTHERS; other++) {
            fill(Api.signedUp().account());
        }
        try (var owner = DATABASE.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("analyze workout, workout_exercise, workout_set, exercise, own_exercise");
        }
    }

    private static void fill(UUID account) throws SQLException {
        DATABASE.change(FILL, account, WORKOUTS, WORKOUTS);
    }

    /** Filled once for all tests. */
    public static synchronized TrainingHistory filled() {
        try {
            if (filled == null) {
                filled = new TrainingHistory();
            }
            return filled;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public Api person() {
        return person;
    }

    /** An exercise that was done often. */
    public UUID exercise() throws SQLException {
        return id("select exercise_id from workout_exercise where account_id = ? group by 1 order by count(*) desc, 1 limit 1");
    }

    /** The last workout. */
    public UUID workout() throws SQLException {
        return id("select id from workout where account_id = ? order by local_date desc limit 1");
    }

    private UUID id(String query) throws SQLException {
        try (var owner = DATABASE.asOwner();
                var statement = owner.prepareStatement(query)) {
            statement.setObject(1, person.account());
            var row = statement.executeQuery();
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    /**
     * Requires that the program's role runs a statement for the person without reading a whole table of everybody's training.
     *
     * @param others its parameters ?2, ?3 and so on; ?1 is the person
     */
    public void assertReadsByIndex(String sql, Object... others) throws SQLException {
        String bound = sql.replace("?1", "'" + person.account() + "'");
        for (int index = others.length - 1; index >= 0; index--) {
            bound = bound.replace("?" + (index + 2), "'" + others[index] + "'");
        }
        assertThat(plan(bound)).contains("actual time").doesNotContainPattern("Seq Scan on workout");
    }

    private String plan(String sql) throws SQLException {
        try (var connection = DATABASE.asApplication();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.account', '" + person.account() + "', true)");
            List<String> lines = new ArrayList<>();
            var rows = statement.executeQuery("explain (analyze, buffers) " + sql);
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return String.join("\n", lines);
        }
    }
}
