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
