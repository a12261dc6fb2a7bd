\set n random(1, 50)
select token_id, account_id, name, zone, may_write from resume_token(sha256(convert_to('bench-' || :n, 'UTF8')));
begin;
select set_config('app.account', md5('bench-' || :n)::uuid::text, true);
with year as (
    select metric,
           array_agg(value order by local_date desc, recorded_at desc, id desc) as value,
           array_agg(local_date order by local_date desc, recorded_at desc, id desc) as day,
           array_agg(entered_value order by local_date desc, recorded_at desc, id desc) as entered_value,
           array_agg(entered_unit order by local_date desc, recorded_at desc, id desc) as entered_unit,
           count(*) filter (where local_date > current_date - 1 - 7) as n7,
           avg(value) filter (where local_date > current_date - 1 - 7) as mean7,
           count(*) filter (where local_date > current_date - 1 - 30) as n30,
           avg(value) filter (where local_date > current_date - 1 - 30) as mean30,
           count(*) filter (where local_date > current_date - 1 - 90) as n90,
           avg(value) filter (where local_date > current_date - 1 - 90) as mean90,
           count(*) as n365,
           avg(value) as mean365
    from observation
    where account_id = md5('bench-' || :n)::uuid and deleted_at is null
      and local_date > current_date - 1 - 365 and local_date <= current_date - 1
    group by metric
)
select metric, days, n, round(mean, 6), case when day[n] < day[1] then value[1] - value[n] end,
       value[1], day[1], entered_value[1], entered_unit[1]
from year
cross join lateral (values (7, n7, mean7), (30, n30, mean30), (90, n90, mean90), (365, n365, mean365))
    as span(days, n, mean)
where n > 0
order by metric, days;
commit;
