\set n random(1, 50)
select token_id, account_id, name, zone, may_write from resume_token(sha256(convert_to('bench-' || :n, 'UTF8')));
begin;
select set_config('app.account', md5('bench-' || :n)::uuid::text, true);
with recent as (
    select metric, value, entered_value, entered_unit, local_date,
           row_number() over (partition by metric order by local_date desc, recorded_at desc, id desc) as nth
    from observation
    where account_id = md5('bench-' || :n)::uuid and deleted_at is null
      and local_date > current_date - 1 - 365 and local_date <= current_date - 1
)
select metric, days, count(*), round(avg(value), 6),
       case when count(distinct local_date) > 1
            then (array_agg(value order by nth))[1] - (array_agg(value order by nth desc))[1] end,
       (array_agg(value order by nth))[1],
       max(local_date),
       (array_agg(entered_value order by nth))[1],
       (array_agg(entered_unit order by nth))[1]
from recent join (values (365), (90), (30), (7)) as span(days) on local_date > current_date - 1 - days
group by metric, days order by metric, days;
commit;
