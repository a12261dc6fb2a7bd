package app.primaryassistant.programs.boundary;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import groovy.json.JsonOutput;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** Sessions of a program, done as they are prescribed. */
public final class ProgramSessions {

    private ProgramSessions() {}

    /** Does the next session with so many repetitions in each set, and finishes it. */
    public static UUID finish(Api person, UUID enrolment, int reps) throws SQLException {
        UUID id = UUID.randomUUID();
        Response next = person.get("enrolments/" + enrolment + "/next");
        Map<String, Object> workout = next.path("session.workout");
        String json = JsonOutput.toJson(workout);
        var database = Application.running().database();
        database.change(
                """
                insert into workout (account_id, id, local_date, started_at, zone, ended_at, type, title, source, version,
                                     enrolment_id, program_place)
                select ?, ?, (d ->> 'localDate')::date, (d ->> 'startedAt')::timestamptz, d ->> 'zone',
                       (d ->> 'startedAt')::timestamptz + interval '1 hour', d ->> 'type', d ->> 'title', 'typed', 1,
                       (d #>> '{program,enrolmentId}')::uuid, d #>> '{program,place}'
                from (select ?::jsonb) as document(d)
                """,
                person.account(),
                id,
                json);
        database.change(
                """
                insert into workout_exercise (account_id, id, workout_id, local_date, started_at, exercise_id, position)
                select ?, (x ->> 'id')::uuid, ?, (d ->> 'localDate')::date, (d ->> 'startedAt')::timestamptz,
                       (x ->> 'exerciseId')::uuid, position
                from (select ?::jsonb) as document(d), jsonb_array_elements(d -> 'exercises') with ordinality as e(x, position)
                """,
                person.account(),
                id,
                json);
        database.change(
                """
                insert into workout_set (account_id, id, workout_exercise_id, position, kind, reps, weight, entered_weight,
                                         entered_unit, done)
                select ?, (s ->> 'id')::uuid, (x ->> 'id')::uuid, position, s ->> 'kind', ?,
                       (s ->> 'weight')::numeric * case s ->> 'unit' when 'lb' then 0.45359237 else 1 end,
                       (s ->> 'weight')::numeric, s ->> 'unit', true
                from (select ?::jsonb) as document(d), jsonb_array_elements(d -> 'exercises') as e(x),
                     jsonb_array_elements(x -> 'sets') with ordinality as t(s, position)
                """,
                person.account(),
                reps,
                json);
        return id;
    }
}
