-- Fifty accounts with three years of measurements each, out of the demo account. Everything an account has follows from its
-- number, so that wrk and pgbench can speak of the same ones: its id, its name, its session and its token.
insert into account (id, name, password_hash, role, created_at, version)
select md5('bench-' || n)::uuid, 'bench-' || n, demo.password_hash, 'member', now() - interval '3 years' + n * interval '1 day', 1
from account demo, generate_series(1, 50) n
where demo.name = 'demo';

insert into profile (account_id, display_name, zone, locale, mass, length, temperature, glucose, birth_date, height, sex_at_birth, version)
select b.id, b.name, p.zone, p.locale, p.mass, p.length, p.temperature, p.glucose, p.birth_date, p.height, p.sex_at_birth, 1
from account b, profile p join account demo on demo.id = p.account_id
where b.name like 'bench-%' and demo.name = 'demo';

insert into session (id, account_id, token_hash, device, address, created_at, last_used_at, expires_at)
select gen_random_uuid(), id, sha256(convert_to(name, 'UTF8')), 'wrk', '127.0.0.1', now(), now(), now() + interval '1 day'
from account where name like 'bench-%';

insert into api_token (id, account_id, name, token_hash, may_write, created_at, last_used_at, expires_at)
select gen_random_uuid(), id, 'wrk', sha256(convert_to(name, 'UTF8')), true, now(), now(), now() + interval '1 day'
from account where name like 'bench-%';

insert into check_in (account_id, id, local_date, recorded_at, zone, note)
select b.id, md5(b.name || d.local_date)::uuid, d.local_date, min(d.recorded_at), 'Europe/Berlin',
       case when extract(isodow from d.local_date) = 7 then 'Slept in, walked to the lake' end
from account b, observation d join account demo on demo.id = d.account_id
where b.name like 'bench-%' and demo.name = 'demo'
group by b.id, b.name, d.local_date;

-- Day by day for all accounts, as it comes to pass: one account's rows lie scattered, not side by side.
insert into observation (account_id, id, metric, value, entered_value, entered_unit, local_date, recorded_at, zone, source, check_in_id, version)
select b.id, gen_random_uuid(), d.metric, d.value, d.entered_value, d.entered_unit, d.local_date, d.recorded_at, d.zone, d.source,
       md5(b.name || d.local_date)::uuid, 1
from account b, observation d join account demo on demo.id = d.account_id
where b.name like 'bench-%' and demo.name = 'demo'
order by d.local_date, b.id;

-- A year of mistyped passwords, which administrators can page through.
insert into sign_in_failure (id, at, account_id, address, reason)
select gen_random_uuid(), now() - n * interval '5 minutes', b.id, '127.0.0.1', 'password'
from generate_series(1, 100000) n join account b on b.name = 'bench-' || 1 + n % 50;

-- Three years of training each, some four workouts a week of five exercises of four sets, day by day for all accounts.
insert into workout (account_id, id, local_date, started_at, zone, ended_at, type, title, duration_s, intensity, source, version)
select b.id, md5(b.name || day || 'workout')::uuid, day, day + time '16:30' + n % 60 * interval '1 minute', 'Europe/Berlin',
       day + time '17:40' + n % 60 * interval '1 minute', 'strength', 'Day ' || 1 + n % 4, 4200, 6 + n % 5 * 0.5, 'typed', 1
from generate_series(1, 1095) n
cross join lateral (select current_date - 1096 + n as day) d
join account b on b.name like 'bench-%' and (extract(isodow from day)::integer + hashtext(b.name)) % 7 not in (1, 3, 5, -1, -3, -5)
order by day, b.id;

-- Each of the four days has exercises of its own, the last of which lifts the body.
insert into workout_exercise (account_id, id, workout_id, local_date, started_at, exercise_id, position, rest_s)
select w.account_id, gen_random_uuid(), w.id, w.local_date, w.started_at, x.id, p.position, 120
from workout w join account b on b.id = w.account_id and b.name like 'bench-%'
join (values (1, 1, 'barbell-squat'), (1, 2, 'barbell-bench-press-medium-grip'), (1, 3, 'bent-over-barbell-row'), (1, 4, 'barbell-curl'), (1, 5, 'pullups'),
             (2, 1, 'barbell-deadlift'), (2, 2, 'standing-military-press'), (2, 3, 'wide-grip-lat-pulldown'), (2, 4, 'dumbbell-lunges'), (2, 5, 'dips-chest-version'),
             (3, 1, 'barbell-squat'), (3, 2, 'barbell-incline-bench-press-medium-grip'), (3, 3, 'leg-press'), (3, 4, 'side-lateral-raise'), (3, 5, 'chin-up'),
             (4, 1, 'front-barbell-squat'), (4, 2, 'barbell-bench-press-medium-grip'), (4, 3, 'standing-calf-raises'), (4, 4, 'triceps-pushdown'), (4, 5, 'pushups'))
    as p(day, position, slug) on 'Day ' || p.day = w.title
join exercise x on x.slug = p.slug
order by w.local_date, w.account_id, p.position;

insert into workout_set (account_id, id, workout_exercise_id, position, kind, reps, weight, entered_weight, entered_unit, rpe, rest_s, done)
select e.account_id, gen_random_uuid(), e.id, s, case s when 1 then 'warm-up' else 'working' end, 5 + e.position + s % 2, kg, kg, 'kg',
       case when s > 1 then 6.5 + s * 0.5 end, 120, true
from workout_exercise e join account b on b.id = e.account_id and b.name like 'bench-%'
cross join generate_series(1, 4) s
cross join lateral (select case e.position when 5 then 5 else 40 + (e.local_date - current_date + 1096) / 30 * 1.25 + s * 2.5 end as kg) k
order by e.local_date, e.account_id, e.position, s;
