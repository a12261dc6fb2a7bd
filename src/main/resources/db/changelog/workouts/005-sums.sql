--liquibase formatted sql

--changeset primary-assistant:workouts-005-columns splitStatements:false
--comment What lists and statistics show of a workout is kept with it. Decision 013 says why, and what keeps it true.
alter table workout
    add column exercises                uuid[]  not null default '{}',
    add column sets                     integer not null default 0,
    add column volume                   numeric not null default 0,
    add column sets_without_body_weight integer not null default 0,
    add column body_weight              numeric(8, 3),
    add column weighed_on               date;
comment on column workout.exercises is 'In their order; one that is done twice stands here twice';
comment on column workout.sets is 'Those that were done, warm-ups too';
comment on column workout.volume is 'Repetitions times what they lifted, in kg, over the sets that were done but for warm-ups';
comment on column workout.sets_without_body_weight is 'Of those, the ones that lifted the body, of which nobody said what it weighed: they add no volume';
comment on column workout.body_weight is 'In kg, by the last measurement of its day and the 28 days before';
comment on column workout.weighed_on is 'The day of that measurement';
--rollback alter table workout drop column exercises, drop column sets, drop column volume, drop column sets_without_body_weight, drop column body_weight, drop column weighed_on;

--changeset primary-assistant:workouts-005-sum splitStatements:false rollbackSplitStatements:false
--comment What the columns are to hold, by the rows that they follow from.
create view workout_sum with (security_invoker = true) as
select w.account_id, w.id, content.exercises, content.sets, content.volume, content.sets_without_body_weight,
       b.kilograms as body_weight, b.measured_on as weighed_on
from workout w
left join lateral body_lifted(w.account_id, 'bodyweight-reps', w.local_date) b on true
cross join lateral (
    select coalesce(array_agg(e.exercise_id order by e.position, e.id), '{}') as exercises,
           coalesce(sum(s.sets), 0)::integer as sets, coalesce(sum(s.volume), 0) as volume,
           coalesce(sum(s.without_body_weight), 0)::integer as sets_without_body_weight
    from workout_exercise e
    join exercises_of(e.account_id) x on x.id = e.exercise_id
    cross join lateral (
        select count(*) filter (where s.done) as sets,
               sum(s.reps * lifted(x.tracking, b.kilograms, s.weight)) filter (where s.done and s.kind <> 'warm-up') as volume,
               count(*) filter (where x.tracking = 'bodyweight-reps' and b.kilograms is null
                                  and s.done and s.kind <> 'warm-up' and s.reps > 0) as without_body_weight
        from workout_set s where s.account_id = e.account_id and s.workout_exercise_id = e.id
    ) s
    where e.account_id = w.account_id and e.workout_id = w.id
) content;
grant select on workout_sum to ${applicationRole};

create function sum_up_workouts(owner uuid, workouts uuid[]) returns void
    language plpgsql set plan_cache_mode = force_generic_plan as
$$
begin
    update workout w
    set exercises = s.exercises, sets = s.sets, volume = s.volume, sets_without_body_weight = s.sets_without_body_weight,
        body_weight = s.body_weight, weighed_on = s.weighed_on
    from workout_sum s
    where w.account_id = owner and w.id = any (workouts) and s.account_id = owner and s.id = w.id
      and (w.exercises, w.sets, w.volume, w.sets_without_body_weight, w.body_weight, w.weighed_on)
          is distinct from (s.exercises, s.sets, s.volume, s.sets_without_body_weight, s.body_weight, s.weighed_on);
end
$$;
comment on function sum_up_workouts(uuid, uuid[]) is 'Writes what workouts of an account add up to into their columns, where it stands otherwise there';

create function sum_up_workout() returns trigger
    language plpgsql as
$$
begin
    perform sum_up_workouts(new.account_id, array[new.id]);
    return null;
end
$$;
--rollback drop function sum_up_workout();
--rollback drop function sum_up_workouts(uuid, uuid[]);
--rollback drop view workout_sum;

--changeset primary-assistant:workouts-005-present splitStatements:false
--comment Those that are there already.
update workout w
set exercises = s.exercises, sets = s.sets, volume = s.volume, sets_without_body_weight = s.sets_without_body_weight,
    body_weight = s.body_weight, weighed_on = s.weighed_on
from workout_sum s where s.account_id = w.account_id and s.id = w.id;
--rollback empty

--changeset primary-assistant:workouts-005-kept splitStatements:false rollbackSplitStatements:false
--comment Summed up at the commit, when all of a workout is there, however many statements brought it: whoever changes what is in one raises its version. An import sums up all that it brought by one statement. The weight of a day counts for the workouts of four weeks.
create constraint trigger workout_made after insert on workout
    deferrable initially deferred for each row when (new.import_id is null) execute function sum_up_workout();
create constraint trigger workout_changed after update of version, local_date, deleted_at on workout
    deferrable initially deferred for each row when (new.deleted_at is null) execute function sum_up_workout();

create or replace function weights_changed(owner uuid, first_day date, last_day date) returns void
    language plpgsql as
$$
begin
    perform sum_up_workouts(owner, array(select id from workout
                                         where account_id = owner and local_date between first_day and last_day + 28));
end
$$;

create or replace function tracking_changed(owner uuid, exercise uuid) returns void
    language plpgsql as
$$
begin
    perform sum_up_workouts(owner, array(select workout_id from workout_exercise where account_id = owner and exercise_id = exercise));
end
$$;
--rollback create or replace function tracking_changed(owner uuid, exercise uuid) returns void language plpgsql as $$ begin end $$;
--rollback create or replace function weights_changed(owner uuid, first_day date, last_day date) returns void language plpgsql as $$ begin end $$;
--rollback drop trigger workout_changed on workout;
--rollback drop trigger workout_made on workout;

--changeset primary-assistant:workouts-005-published splitStatements:false rollbackSplitStatements:false
--comment The body's weight is read where it is kept.
create or replace view logged_workout with (security_invoker = true) as
select account_id, id, local_date, started_at, ended_at, zone, type, title, duration_s, intensity, fatigue, soreness, note,
       coach_note, enrolment_id, program_place, body_weight, weighed_on
from workout
where deleted_at is null;
--rollback drop view logged_workout;
--rollback create view logged_workout with (security_invoker = true) as
--rollback select account_id, id, local_date, started_at, ended_at, zone, type, title, duration_s, intensity, fatigue, soreness, note,
--rollback        coach_note, enrolment_id, program_place
--rollback from workout
--rollback where deleted_at is null;
--rollback grant select on logged_workout to ${applicationRole};

--changeset primary-assistant:workouts-005-content splitStatements:false
--comment Records and muscles read all the sets of an account. In these indexes they lie side by side, with all that is asked of them; in the tables each workout's lie on a page of their own.
create index workout_set_content on workout_set (account_id, workout_exercise_id, position) include (kind, reps, weight, rpe, rir, done);
drop index workout_set_of_exercise;
create index workout_exercise_content on workout_exercise (account_id, exercise_id, local_date desc, started_at desc, id desc) include (workout_id);
drop index workout_exercise_history;
--rollback create index workout_exercise_history on workout_exercise (account_id, exercise_id, local_date desc, started_at desc, id desc);
--rollback drop index workout_exercise_content;
--rollback create index workout_set_of_exercise on workout_set (account_id, workout_exercise_id, position);
--rollback drop index workout_set_content;
