\set n random(1, 50)
select token_id, account_id, name, zone, may_write from resume_token(sha256(convert_to('bench-' || :n, 'UTF8')));
begin;
select set_config('app.account', md5('bench-' || :n)::uuid::text, true);
with entry as (
    select gen_random_uuid() as id, * from jsonb_to_recordset(cast('[
        {"metric": "weight", "value": 81.4, "entered_unit": "kg"}, {"metric": "body-fat", "value": 22.5, "entered_unit": "%"},
        {"metric": "waist", "value": 0.87884, "entered_unit": "in"}, {"metric": "resting-heart-rate", "value": 55, "entered_unit": "bpm"},
        {"metric": "systolic", "value": 118, "entered_unit": "mmHg"}, {"metric": "diastolic", "value": 76, "entered_unit": "mmHg"},
        {"metric": "sleep-duration", "value": 7.5, "entered_unit": "h"}, {"metric": "mood", "value": 8, "entered_unit": "/10"}]' as jsonb))
        as e(metric text, value numeric, entered_unit text)
), day as (
    insert into check_in (account_id, id, local_date, recorded_at, zone)
    values (md5('bench-' || :n)::uuid, gen_random_uuid(), current_date - 1, now(), 'Europe/Berlin')
    returning id
)
insert into observation (account_id, id, metric, value, entered_value, entered_unit,
                         local_date, recorded_at, zone, source, check_in_id, version)
select md5('bench-' || :n)::uuid, e.id, e.metric, e.value, e.value, coalesce(e.entered_unit, m.unit),
       current_date - 1, now(), 'Europe/Berlin', 'typed', day.id, 1
from day, entry e
left join metric m on m.account_id = md5('bench-' || :n)::uuid and m.key = e.metric
where e.metric not like 'x-%' or (e.value between m.low and m.high and coalesce(e.entered_unit, m.unit) = m.unit);
commit;
