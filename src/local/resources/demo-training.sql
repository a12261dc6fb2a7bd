-- Three years of the same person's training: strength three to four times a week, a run or a ride besides, a light week in
-- eight, holidays without any. The noise is a hash of the day, so that every run makes the same data.
create function pg_temp.chance(day date, salt text) returns numeric language sql immutable as
$$ select (hashtext(salt || day::text) & 1023)::numeric / 1023 $$;

create temporary table training_day on commit drop as
select a.id as account_id, gen_random_uuid() as id, d.day, d.n, d.kind,
       (d.day + time '17:30' + make_interval(mins => (pg_temp.chance(d.day, 'begin') * 90)::integer)) at time zone current_setting('demo.zone') as started_at,
       case d.kind when 'run' then 1700 + (pg_temp.chance(d.day, 'long') * 2000)::integer
                   when 'ride' then 3000 + (pg_temp.chance(d.day, 'long') * 4500)::integer
                   else 2900 + (pg_temp.chance(d.day, 'long') * 1500)::integer end as duration_s,
       -- Every eighth week is a light one.
       case when (d.n / 7) % 8 = 7 then 0.88 else 1.0 end as share
from account a
cross join lateral (
    select day::date as day, (day::date - (current_setting('demo.today')::date - 1095)) as n,
           case extract(isodow from day)::integer
               when 1 then 'A' when 3 then 'B' when 5 then 'C'
               when 6 then case when pg_temp.chance(day::date, 'saturday') < 0.4 then 'A' end
               when 7 then case when pg_temp.chance(day::date, 'sunday') < 0.3 then 'ride'
                                when pg_temp.chance(day::date, 'sunday') < 0.75 then 'run' end
           end as kind
    from generate_series(current_setting('demo.today')::date - 1095, current_setting('demo.today')::date - 1, interval '1 day') day
) d
where a.name = 'demo' and d.kind is not null
  and pg_temp.chance(d.day, 'kept') > 0.08
  and not (extract(month from d.day) = 8 and extract(day from d.day) between 3 and 21);

insert into workout (account_id, id, local_date, started_at, zone, ended_at, type, title, duration_s, intensity, fatigue, soreness,
                     note, source, version)
select account_id, id, day, started_at, current_setting('demo.zone'), started_at + make_interval(secs => duration_s),
       case when kind in ('run', 'ride') then 'cardio' else 'strength' end,
       case kind when 'run' then 'Run' when 'ride' then 'Ride' else 'Full body ' || kind end, duration_s,
       round((5.5 + 3 * pg_temp.chance(day, 'hard') - case when share < 1 then 1.5 else 0 end) * 2) / 2,
       2 + (pg_temp.chance(day, 'tired') * 5)::integer, 1 + (pg_temp.chance(day, 'sore') * 5)::integer,
       case when pg_temp.chance(day, 'said') > 0.93 then 'Felt strong today' when share < 1 then 'Light week' end, 'typed', 1
from training_day;

create temporary table training_plan (kind text, position smallint, slug text, start_kg numeric, gain_kg numeric, reps integer, step numeric)
on commit drop;
insert into training_plan values
    ('A', 1, 'barbell-squat', 45, 50, 5, 2.5), ('A', 2, 'barbell-bench-press-medium-grip', 30, 25, 6, 2.5),
    ('A', 3, 'bent-over-barbell-row', 32.5, 25, 8, 2.5), ('A', 4, 'barbell-curl', 15, 10, 10, 2.5), ('A', 5, 'plank', null, null, null, null),
    ('B', 1, 'barbell-deadlift', 55, 65, 5, 2.5), ('B', 2, 'standing-military-press', 20, 17.5, 6, 2.5),
    ('B', 3, 'wide-grip-lat-pulldown', 32.5, 22.5, 9, 2.5), ('B', 4, 'dumbbell-lunges', 10, 10, 10, 2), ('B', 5, 'triceps-pushdown', 15, 12.5, 11, 2.5),
    ('C', 1, 'leg-press', 80, 100, 8, 5), ('C', 2, 'barbell-incline-bench-press-medium-grip', 25, 20, 8, 2.5),
    ('C', 3, 'pullups', 0, 10, 5, 1.25), ('C', 4, 'side-lateral-raise', 5, 5, 12, 1), ('C', 5, 'standing-calf-raises', 40, 40, 12, 5),
    ('run', 1, 'trail-running-walking', null, null, null, null), ('ride', 1, 'bicycling', null, null, null, null);

create temporary table training_entry on commit drop as
select d.*, gen_random_uuid() as entry_id, x.id as exercise_id, p.position, p.reps, p.step,
       (p.start_kg + p.gain_kg * (1 - exp(-d.n / 420.0))::numeric) * d.share as kg
from training_day d join training_plan p on p.kind = d.kind join exercise x on x.slug = p.slug;

insert into workout_exercise (account_id, id, workout_id, local_date, started_at, exercise_id, position, rest_s)
select account_id, entry_id, id, day, started_at, exercise_id, position, case when reps is not null then 120 end
from training_entry;

-- One set to warm up with and three that count, of which the last gets hard.
insert into workout_set (account_id, id, workout_exercise_id, position, kind, reps, weight, entered_weight, entered_unit, rpe, rest_s, done)
select e.account_id, gen_random_uuid(), e.entry_id, s.nth, case when s.nth = 1 then 'warm-up' else 'working' end,
       e.reps + case when s.nth = 1 then 2 else (pg_temp.chance(e.day, 'reps' || e.position || s.nth) * 3)::integer - (s.nth - 2) end,
       w.kg, w.kg, 'kg',
       case when s.nth > 1 and pg_temp.chance(e.day, 'rated' || e.position) > 0.25
            then 6.5 + (s.nth - 2) * 0.5 + round(pg_temp.chance(e.day, 'rpe' || e.position || s.nth) * 3) / 2 end,
       case when s.nth < 4 then 90 + (pg_temp.chance(e.day, 'rest' || e.position || s.nth) * 90)::integer end,
       pg_temp.chance(e.day, 'done' || e.position || s.nth) > 0.02
from training_entry e cross join generate_series(1, 4) as s(nth)
cross join lateral (select greatest(round(e.kg * case when s.nth = 1 then 0.6 else 1 end / e.step) * e.step, 0) as kg) w
where e.reps is not null;

insert into workout_set (account_id, id, workout_exercise_id, position, kind, duration_s, distance_m, done)
select e.account_id, gen_random_uuid(), e.entry_id, s.nth, 'working',
       case when e.kind in ('run', 'ride') then e.duration_s else 40 + (e.n / 20) + (pg_temp.chance(e.day, 'held' || s.nth) * 20)::integer end,
       case e.kind when 'run' then round(e.duration_s / (360 - 40 * (1 - exp(-e.n / 500.0)))::numeric * 1000)
                   when 'ride' then round(e.duration_s / 155.0 * 1000) end,
       true
from training_entry e cross join lateral generate_series(1, case when e.kind in ('run', 'ride') then 1 else 3 end) as s(nth)
where e.reps is null;

insert into favourite_exercise (account_id, exercise_id)
select a.id, x.id from account a cross join exercise x
where a.name = 'demo' and x.slug in ('barbell-squat', 'barbell-bench-press-medium-grip', 'barbell-deadlift', 'pullups');
