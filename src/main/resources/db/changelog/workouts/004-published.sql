--liquibase formatted sql

--changeset primary-assistant:workouts-004-logged splitStatements:false
--comment What was trained, for the rooms that read workouts. The views show each caller what the tables show them.
create view logged_workout with (security_invoker = true) as
select account_id, id, local_date, started_at, ended_at, zone, type, title, duration_s, intensity, fatigue, soreness, note,
       coach_note, enrolment_id, program_place
from workout
where deleted_at is null;
comment on view logged_workout is 'Those that are not deleted';

create view logged_exercise with (security_invoker = true) as
select account_id, id, workout_id, local_date, started_at, exercise_id, own_exercise_id, position, superset, rest_s, note
from workout_exercise;
comment on view logged_exercise is 'Those of deleted workouts too: join logged_workout';

create view logged_set with (security_invoker = true) as
select account_id, id, workout_exercise_id, position, kind, reps, weight, entered_weight, entered_unit, rpe, rir, duration_s,
       distance_m, rest_s, done
from workout_set;
comment on view logged_set is 'Those of deleted workouts too: join logged_workout';

grant select on logged_workout, logged_exercise, logged_set to ${applicationRole};
--rollback drop view logged_set; drop view logged_exercise; drop view logged_workout;

--changeset primary-assistant:workouts-004-body-lifted splitStatements:false rollbackSplitStatements:false
--comment It reads what the room of metrics publishes.
create or replace function body_lifted(account uuid, way text, day date) returns table (kilograms numeric, measured_on date)
    language sql stable parallel safe as $$
    select round(o.value, 3), o.local_date
    from recorded_value o
    where way = 'bodyweight-reps' and o.account_id = account and o.metric = 'weight'
      and o.local_date between day - 28 and day
    order by o.local_date desc, o.recorded_at desc, o.id desc limit 1
$$;
--rollback create or replace function body_lifted(account uuid, way text, day date) returns table (kilograms numeric, measured_on date)
--rollback     language sql stable parallel safe as $$
--rollback     select round(o.value, 3), o.local_date
--rollback     from observation o
--rollback     where way = 'bodyweight-reps' and o.account_id = account and o.metric = 'weight' and o.deleted_at is null
--rollback       and o.local_date between day - 28 and day
--rollback     order by o.local_date desc, o.recorded_at desc, o.id desc limit 1
--rollback $$;

--changeset primary-assistant:workouts-004-uses splitStatements:false rollbackSplitStatements:false
--comment Tells the room of exercises when one was done.
create or replace function exercise_uses(owner uuid, exercise uuid) returns table (local_date date)
    language sql stable parallel safe as
$$
    select e.local_date
    from workout_exercise e
    join workout w on w.account_id = e.account_id and w.id = e.workout_id and w.deleted_at is null
    where e.account_id = owner and e.exercise_id = exercise;
$$;
--rollback create or replace function exercise_uses(owner uuid, exercise uuid) returns table (local_date date) language sql stable parallel safe as $$ select null::date where false; $$;

--changeset primary-assistant:workouts-004-purge splitStatements:false runOnChange:true
--comment What was deleted before that moment can no longer be restored.
drop function if exists purge_workouts();
create or replace function purge_workouts(deleted_before timestamptz) returns bigint
    language sql security definer set search_path = public, pg_temp as
$$
    with gone as (delete from workout where deleted_at < deleted_before returning 1)
    select count(*) from gone;
$$;
revoke all on function purge_workouts(timestamptz) from public;
grant execute on function purge_workouts(timestamptz) to ${applicationRole};
--rollback drop function purge_workouts(timestamptz);
