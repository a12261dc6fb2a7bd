--liquibase formatted sql

--changeset primary-assistant:workouts-002-assistance splitStatements:false
--comment What a machine or a band takes from the body's weight is a weight below zero.
alter table workout_set drop constraint workout_set_weight_check;
alter table workout_set add constraint workout_set_weight_check check (weight between -300 and 1000);
comment on column workout_set.weight is 'In kg; what is added to the body where the exercise lifts the body, below zero what helps it';
--rollback update workout_set set weight = null, entered_weight = null, entered_unit = null where weight < 0; alter table workout_set drop constraint workout_set_weight_check; alter table workout_set add constraint workout_set_weight_check check (weight between 0 and 1000);

--changeset primary-assistant:workouts-002-body-lifted splitStatements:false
--comment What the body weighs on the day of a set, said once for all questions. PostgreSQL puts the functions' text in the place of their calls, so they read what the caller may read and use the caller's indices.
create function body_lifted(account uuid, way text, day date) returns table (kilograms numeric, measured_on date)
    language sql stable parallel safe as $$
    select round(o.value, 3), o.local_date
    from observation o
    where way = 'bodyweight-reps' and o.account_id = account and o.metric = 'weight' and o.deleted_at is null
      and o.local_date between day - 28 and day
    order by o.local_date desc, o.recorded_at desc, o.id desc limit 1
$$;
comment on function body_lifted is 'For a way of writing sets down that lifts the body: the last weight of the 28 days before a day, and of that day. No row for other ways, or where there is none.';

create function lifted(way text, body numeric, weight numeric) returns numeric
    language sql immutable parallel safe
    return case when way = 'bodyweight-reps' then body + greatest(coalesce(weight, 0), -body) else coalesce(weight, 0) end;
comment on function lifted is 'What a set lifts in kg; null where that is the body, and what it weighs is not known. Help cannot lift more than the body weighs.';
--rollback drop function lifted(text, numeric, numeric); drop function body_lifted(uuid, text, date);
