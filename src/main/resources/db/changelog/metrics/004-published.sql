--liquibase formatted sql

--changeset primary-assistant:metrics-004-recorded-value splitStatements:false
--comment What was recorded and not deleted, for the rooms that read measurements. It shows each caller what the table shows them.
create view recorded_value with (security_invoker = true) as
select account_id, id, metric, value, entered_value, entered_unit, local_date, recorded_at, zone, source, note
from observation
where deleted_at is null;
grant select on recorded_value to ${applicationRole};
--rollback drop view recorded_value;

--changeset primary-assistant:metrics-004-purge splitStatements:false runOnChange:true
--comment What was deleted before that moment can no longer be restored.
drop function if exists purge_metrics();
create or replace function purge_metrics(deleted_before timestamptz) returns bigint
    language sql security definer set search_path = public, pg_temp as
$$
    with observations as (delete from observation where deleted_at < deleted_before returning 1),
         check_ins as (delete from check_in where deleted_at < deleted_before returning 1)
    select (select count(*) from observations) + (select count(*) from check_ins);
$$;
revoke all on function purge_metrics(timestamptz) from public;
grant execute on function purge_metrics(timestamptz) to ${applicationRole};
--rollback drop function purge_metrics(timestamptz);
