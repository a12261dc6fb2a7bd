-- Accounts with years of data each, out of the demo account: those with the numbers bench.first to bench.last, with bench.years
-- years. Everything an account has follows from its number, so that wrk and pgbench can speak of the same ones: its id, its name,
-- its session and its token.
--
-- Run by a superuser, in one transaction, for 2,000 accounts have 40 million rows: without triggers and foreign keys row by row, and
-- with the indexes of the large tables made again at the end instead of kept up to date meanwhile.
set session_replication_role = replica;
set jit = off;
set work_mem = '128MB';
set maintenance_work_mem = '1GB';

update pg_index set indisready = false
where indrelid in ('workout'::regclass, 'workout_exercise'::regclass, 'workout_set'::regclass, 'observation'::regclass, 'check_in'::regclass);

create function pg_temp.bench_id(n integer) returns uuid language sql immutable as
$$ select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid $$;

-- Ids that rise as rows are added, as the program's own do; random ones would also take a good part of the time.
create temporary sequence bench_row;
create function pg_temp.next_id() returns uuid language sql as
$$ select lpad(to_hex(nextval('bench_row')), 32, '0')::uuid $$;

create temporary table bench on commit drop as
select n, pg_temp.bench_id(n) as id, 'bench-' || n as name, demo.id as demo, demo.password_hash,
       current_setting('bench.years')::integer as years
from account demo, generate_series(current_setting('bench.first')::integer, current_setting('bench.last')::integer) n
where demo.name = 'demo';
analyze bench;

insert into account (id, name, password_hash, role, created_at, version)
select id, name, password_hash, 'member', now() - make_interval(years => years), 1 from bench;

insert into profile (account_id, display_name, zone, locale, mass, length, temperature, glucose, birth_date, height, sex_at_birth, version)
select b.id, b.name, p.zone, p.locale, p.mass, p.length, p.temperature, p.glucose, p.birth_date, p.height, p.sex_at_birth, 1
from bench b join profile p on p.account_id = b.demo;

insert into session (id, account_id, token_hash, device, address, created_at, last_used_at, expires_at)
select gen_random_uuid(), id, sha256(convert_to(name, 'UTF8')), 'wrk', '127.0.0.1', now(), now(), now() + interval '1 day'
from bench;

insert into api_token (id, account_id, name, token_hash, may_write, created_at, last_used_at, expires_at)
select gen_random_uuid(), id, 'wrk', sha256(convert_to(name, 'UTF8')), true, now(), now(), now() + interval '1 day'
from bench;

-- The demo account has three years; older ones repeat them.
create temporary table demo_observation on commit drop as
select o.metric, o.value, o.entered_value, o.entered_unit, o.source, o.zone,
       o.local_date - shift.days as local_date, o.recorded_at - make_interval(days => shift.days) as recorded_at
from observation o
cross join lateral (
    select past * 1095 as days from generate_series(0, current_setting('bench.years')::integer / 3) past
) shift
where o.account_id = (select demo from bench limit 1)
  and o.local_date - shift.days > current_date - make_interval(years => current_setting('bench.years')::integer);
analyze demo_observation;

insert into check_in (account_id, id, local_date, recorded_at, zone, note)
select b.id, md5(b.name || d.local_date)::uuid, d.local_date, d.recorded_at, 'Europe/Berlin',
       case when extract(isodow from d.local_date) = 7 then 'Slept in, walked to the lake' end
from bench b, (select local_date, min(recorded_at) as recorded_at from demo_observation group by local_date) d
order by d.local_date, b.id;

-- Day by day for all accounts, as it comes to pass: one account's rows lie scattered, not side by side.
insert into observation (account_id, id, metric, value, entered_value, entered_unit, local_date, recorded_at, zone, source, check_in_id, version)
select b.id, pg_temp.next_id(), d.metric, d.value, d.entered_value, d.entered_unit, d.local_date, d.recorded_at, d.zone, d.source,
       md5(b.name || d.local_date)::uuid, 1
from bench b, demo_observation d
order by d.local_date, b.id;

-- A year of mistyped passwords, which administrators can page through.
insert into sign_in_failure (id, at, account_id, address, reason)
select gen_random_uuid(), now() - i * interval '5 minutes', b.id, '127.0.0.1', 'password'
from generate_series(1, 100000) i
join bench b on b.n = current_setting('bench.first')::integer + i % (select count(*) from bench);

-- Training, some four workouts a week of five exercises of four sets, day by day for all accounts; and one in progress, which has
-- the id of its account.
create temporary table bench_workout on commit drop as
select b.id as account_id, md5(b.name || day || 'workout')::uuid as id, day, (day + time '16:30') at time zone 'UTC' + i % 60 * interval '1 minute' as started_at,
       (day + time '17:40') at time zone 'UTC' + i % 60 * interval '1 minute' as ended_at, 1 + i % 4 as plan
from bench b
cross join lateral generate_series(1, b.years * 365) i
cross join lateral (select current_date - b.years * 365 - 1 + i as day) d
where (extract(isodow from day)::integer + hashtext(b.name)) % 7 not in (1, 3, 5, -1, -3, -5)
union all
select id, id, current_date - 1, (current_date - 1 + time '20:00') at time zone 'UTC', null, 1 from bench;
analyze bench_workout;

insert into workout (account_id, id, local_date, started_at, zone, ended_at, type, title, duration_s, intensity, source, version)
select account_id, id, day, started_at, 'Europe/Berlin', ended_at, 'strength', 'Day ' || plan,
       case when ended_at is not null then 4200 end, case when ended_at is not null then 6 + plan % 5 * 0.5 end, 'typed', 1
from bench_workout
order by day, account_id;

-- Each of the four days has exercises of its own, the last of which lifts the body.
create temporary table bench_exercise on commit drop as
select w.account_id, pg_temp.next_id() as id, w.id as workout_id, w.day, w.started_at, x.id as exercise_id, p.position
from bench_workout w
join (values (1, 1, 'barbell-squat'), (1, 2, 'barbell-bench-press-medium-grip'), (1, 3, 'bent-over-barbell-row'), (1, 4, 'barbell-curl'), (1, 5, 'pullups'),
             (2, 1, 'barbell-deadlift'), (2, 2, 'standing-military-press'), (2, 3, 'wide-grip-lat-pulldown'), (2, 4, 'dumbbell-lunges'), (2, 5, 'dips-chest-version'),
             (3, 1, 'barbell-squat'), (3, 2, 'barbell-incline-bench-press-medium-grip'), (3, 3, 'leg-press'), (3, 4, 'side-lateral-raise'), (3, 5, 'chin-up'),
             (4, 1, 'front-barbell-squat'), (4, 2, 'barbell-bench-press-medium-grip'), (4, 3, 'standing-calf-raises'), (4, 4, 'triceps-pushdown'), (4, 5, 'pushups'))
    as p(plan, position, slug) on p.plan = w.plan
join exercise x on x.slug = p.slug
order by w.day, w.account_id, p.position;

insert into workout_exercise (account_id, id, workout_id, local_date, started_at, exercise_id, position, rest_s)
select account_id, id, workout_id, day, started_at, exercise_id, position, 120 from bench_exercise;

insert into workout_set (account_id, id, workout_exercise_id, position, kind, reps, weight, entered_weight, entered_unit, rpe, rest_s, done)
select e.account_id, pg_temp.next_id(), e.id, s, case s when 1 then 'warm-up' else 'working' end, 5 + e.position + s % 2, kg, kg, 'kg',
       case when s > 1 then 6.5 + s * 0.5 end, 120, true
from bench_exercise e
cross join generate_series(1, 4) s
cross join lateral (select case e.position when 5 then 5 else 40 + (e.day - current_date + 3660) / 90 * 1.25 + s * 2.5 end as kg) k;

reindex table workout;
reindex table workout_exercise;
reindex table workout_set;
reindex table observation;
reindex table check_in;

-- What the triggers do, which are off here.
analyze workout, workout_exercise, workout_set, observation, exercise;
select count(sum_up_workouts(b.id, array(select w.id from workout w where w.account_id = b.id))) from bench b;
