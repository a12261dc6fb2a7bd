-- Three years of one person's measurements: a slow loss with plateaus, holidays without entries, and daily noise.
-- The noise is a hash of the day, so that every run makes the same data.
insert into profile (account_id, display_name, zone, locale, mass, length, temperature, glucose, birth_date, height, sex_at_birth, version)
select id, 'Robin', current_setting('demo.zone'), 'en-GB', 'kg', 'cm', '°C', 'mmol/L', date '1988-04-12', 1.76, 'female', 1
from account where name = 'demo';

create function pg_temp.noise(day date, salt text) returns numeric language sql immutable as
$$ select (hashtext(day::text || salt) % 1000)::numeric / 1000 + (hashtext(salt || day::text) % 1000)::numeric / 1000 $$;

insert into observation (account_id, id, metric, value, entered_value, entered_unit, local_date, recorded_at, zone, source, version)
select a.id, gen_random_uuid(), v.metric, round(v.canonical, 6), v.entered, v.unit, d.day,
       (d.day + time '06:40') at time zone current_setting('demo.zone') + make_interval(secs => v.place), current_setting('demo.zone'), 'typed', 1
from account a
cross join lateral (
    select day::date as day, extract(epoch from day - (current_setting('demo.today')::date - 1095)) / 86400 as n
    from generate_series(current_setting('demo.today')::date - 1095, current_setting('demo.today')::date - 1, interval '1 day') day
) d
cross join lateral (
    select 78.5 - 9.5 * (1 - exp(-d.n / 420.0)) + 0.9 * sin(d.n / 58.0) as kg
) w
cross join lateral (values
    (1, 'weight', round((w.kg + 0.55 * pg_temp.noise(d.day, 'w'))::numeric, 1), 1.0, 'kg', 1),
    (2, 'body-fat', round((33 - 0.55 * (78.5 - w.kg) + 0.8 * pg_temp.noise(d.day, 'f'))::numeric, 1), 1.0, '%', 2),
    (3, 'waist', round((84 - 0.8 * (78.5 - w.kg) + 0.6 * pg_temp.noise(d.day, 'waist'))::numeric, 1), 0.01, 'cm', 7),
    (4, 'hips', round((101 - 0.6 * (78.5 - w.kg) + 0.6 * pg_temp.noise(d.day, 'hips'))::numeric, 1), 0.01, 'cm', 7),
    (5, 'neck', round((34 - 0.1 * (78.5 - w.kg) + 0.2 * pg_temp.noise(d.day, 'neck'))::numeric, 1), 0.01, 'cm', 14),
    (6, 'resting-heart-rate', round((66 - 7 * d.n / 1095 + 3 * pg_temp.noise(d.day, 'rhr'))::numeric), 1.0, 'bpm', 1),
    (7, 'systolic', round((124 - 7 * d.n / 1095 + 5 * pg_temp.noise(d.day, 'sys'))::numeric), 1.0, 'mmHg', 3),
    (8, 'diastolic', round((79 - 4 * d.n / 1095 + 4 * pg_temp.noise(d.day, 'dia'))::numeric), 1.0, 'mmHg', 3),
    (9, 'hrv', round((42 + 14 * d.n / 1095 + 8 * pg_temp.noise(d.day, 'hrv'))::numeric), 1.0, 'ms', 1),
    (10, 'sleep-duration', round((7.1 + 0.8 * pg_temp.noise(d.day, 'sleep'))::numeric, 2), 1.0, 'h', 1),
    (11, 'energy', greatest(1, least(10, round((6.5 + 1.6 * pg_temp.noise(d.day, 'energy'))::numeric))), 1.0, '/10', 1),
    (12, 'steps', round((7800 + 1200 * d.n / 1095 + 3600 * pg_temp.noise(d.day, 'steps'))::numeric), 1.0, 'steps', 1)
) as v0(place, metric, entered, factor, unit, every)
cross join lateral (select v0.place, v0.metric, v0.entered, v0.entered * v0.factor as canonical, v0.unit) v
where a.name = 'demo'
  and d.n::integer % v0.every = 0
  and (d.day = current_setting('demo.today')::date - 1           -- yesterday is there, whatever day it was
       or abs(hashtext(d.day::text || 'kept')) % 12 > 0           -- a day in twelve is forgotten
          and not (extract(month from d.day) = 8 and extract(day from d.day) between 3 and 21)); -- and holidays are holidays
