\set n random(1, 50)
select token_id, account_id, name, zone, may_write from resume_token(sha256(convert_to('bench-' || :n, 'UTF8')));
begin;
select set_config('app.account', md5('bench-' || :n)::uuid::text, true);
select o.id, o.metric, o.value, o.entered_value, o.entered_unit, o.local_date, o.recorded_at, o.zone, o.source,
       o.note, c.note, o.check_in_id, o.version
from observation o left join check_in c on c.account_id = o.account_id and c.id = o.check_in_id
where o.account_id = md5('bench-' || :n)::uuid and o.deleted_at is null and o.local_date between '1900-01-01' and '9999-01-01'
  and (o.local_date, o.recorded_at, o.id) < ('9999-01-01', '9999-01-01', 'ffffffff-ffff-ffff-ffff-ffffffffffff')
order by o.local_date desc, o.recorded_at desc, o.id desc limit 21;
commit;
