--liquibase formatted sql

--changeset primary-assistant:transfer-004-purge splitStatements:false runOnChange:true
--comment Files that were uploaded and not applied within a week.
drop function if exists purge_imports();
create or replace function purge_imports(deleted_before timestamptz) returns bigint
    language sql security definer set search_path = public, pg_temp as
$$
    with gone as (
        delete from import
        where state in ('analysing', 'refused', 'cancelled', 'asked', 'ready') and created_at < server_now() - interval '7 days'
        returning 1
    )
    select count(*) from gone;
$$;
revoke all on function purge_imports(timestamptz) from public;
grant execute on function purge_imports(timestamptz) to ${applicationRole};
--rollback drop function purge_imports(timestamptz);
