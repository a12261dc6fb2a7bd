package app.primaryassistant.support;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's past workouts, written straight into the database, so that a test says only what it is about. */
public final class Gym {

    private static final Database DATABASE = Application.running().database();

    /** A set such as {@code 100x5}, {@code warm-up:60x8}, {@code 100x5@8} (RPE), {@code 100x5r2} (reserve), {@code 100x5!} (planned). */
    private static final Pattern SET = Pattern.compile(
            "(?:(?<kind>[a-z-]+):)?(?<weight>[\\d.]+)x(?<reps>\\d+)(?:@(?<rpe>[\\d.]+))?(?:r(?<rir>\\d+))?(?<planned>!)?");

    private final Api person;
    private int hour;

    public Gym(Api person) {
        this.person = person;
    }

    /** A finished workout without sets, later than those before it on the same day. */
    public UUID workout(LocalDate day) throws SQLException {
        return workout(day, "strength", 60, new BigDecimal("6"));
    }

    /** One of a type, with minutes and intensity, each of which may be missing. */
    public UUID workout(LocalDate day, String type, Integer minutes, BigDecimal intensity) throws SQLException {
        UUID id = UUID.randomUUID();
        DATABASE.change(
                """
                insert into workout (account_id, id, local_date, started_at, zone, ended_at, type, duration_s, intensity,
                                     source, version)
                values (?, ?, ?, cast(? as date) + make_interval(mins => ?), 'UTC', cast(? as date) + interval '20 hours', ?, ?,
                        ?, 'typed', 1)
                """,
                person.account(),
                id,
                day,
                day.toString(),
                hour++,
                day.toString(),
                type,
                minutes == null ? null : 60 * minutes,
                intensity);
        return id;
    }

    /** Sets of an exercise of the library or of one's own, in order. */
    public void sets(UUID workout, UUID exercise, String... sets) throws SQLException {
        UUID entry = UUID.randomUUID();
        DATABASE.change(
                """
                insert into workout_exercise (account_id, id, workout_id, local_date, started_at, exercise_id, position)
                select account_id, ?, id, local_date, started_at, ?, 1 from workout where account_id = ? and id = ?
                """,
                entry,
                exercise,
                person.account(),
                workout);
        for (int index = 0; index < sets.length; index++) {
            Matcher set = SET.matcher(sets[index]);
            if (!set.matches()) {
                throw new IllegalArgumentException(sets[index]);
            }
            BigDecimal weight = new BigDecimal(set.group("weight"));
            BigDecimal lifted = weight.signum() == 0 ? null : weight;
            DATABASE.change(
                    """
                    insert into workout_set (account_id, id, workout_exercise_id, position, kind, reps, weight, entered_weight,
                                             entered_unit, rpe, rir, done)
                    values (?, gen_random_uuid(), ?, ?, coalesce(?, 'working'), ?, ?, ?, ?, ?, ?, ?)
                    """,
                    person.account(),
                    entry,
                    index + 1,
                    set.group("kind"),
                    Integer.valueOf(set.group("reps")),
                    lifted,
                    lifted,
                    lifted == null ? null : "kg",
                    set.group("rpe") == null ? null : new BigDecimal(set.group("rpe")),
                    set.group("rir") == null ? null : Integer.valueOf(set.group("rir")),
                    set.group("planned") == null);
        }
    }

    /** A workout with one exercise. */
    public UUID workout(LocalDate day, UUID exercise, String... sets) throws SQLException {
        UUID workout = workout(day);
        sets(workout, exercise, sets);
        return workout;
    }

    /** An exercise of the library. */
    public static UUID library(String slug) throws SQLException {
        try (var connection = DATABASE.asOwner();
                var statement = connection.prepareStatement("select id from exercise where slug = ?")) {
            statement.setString(1, slug);
            var row = statement.executeQuery();
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    /** An exercise of one's own, recorded by weight and repetitions, that trains the chest first and the triceps second. */
    public UUID own(String name) throws SQLException {
        UUID id = UUID.randomUUID();
        DATABASE.change(
                """
                insert into own_exercise (account_id, id, name, category, level, primary_muscles, secondary_muscles, instructions,
                                          tracking, version)
                values (?, ?, ?, 'strength', 'beginner', '{chest}', '{triceps}', '{}', 'weight-reps', 1)
                """,
                person.account(),
                id,
                name);
        return id;
    }
}
