--liquibase formatted sql

--changeset primary-assistant:platform-002-purge splitStatements:false runOnChange:true
--comment What was deleted 30 days ago can no longer be restored. One caller at a time; the others have nothing to do.
create or replace function purge() returns integer
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    purged integer := 0;
    removed   integer;
begin
    if not pg_try_advisory_xact_lock(hashtext('purge')) then
        return 0;
    end if;
    delete from observation where deleted_at < server_now() - interval '30 days';
    get diagnostics removed = row_count; purged := purged + removed;
    delete from check_in where deleted_at < server_now() - interval '30 days';
    get diagnostics removed = row_count; purged := purged + removed;
    delete from workout where deleted_at < server_now() - interval '30 days';
    get diagnostics removed = row_count; purged := purged + removed;
    delete from program where deleted_at < server_now() - interval '30 days';
    get diagnostics removed = row_count; purged := purged + removed;
    -- An exercise that somebody has done, or is to do by a program, is kept for as long as that is.
    delete from own_exercise x
    where deleted_at < server_now() - interval '30 days'
      and not exists (select from workout_exercise e where e.account_id = x.account_id and e.own_exercise_id = x.id)
      and not exists (select from enrolment n where n.account_id = x.account_id and n.ended_at is null and n.program::text like '%' || x.id || '%');
    get diagnostics removed = row_count; purged := purged + removed;
    -- What a file brought and nobody took over within a week.
    delete from import where state in ('analysing', 'refused', 'cancelled', 'asked', 'ready') and created_at < server_now() - interval '7 days';
    get diagnostics removed = row_count; purged := purged + removed;
    delete from session where expires_at < server_now() or last_used_at < server_now() - interval '30 days';
    get diagnostics removed = row_count; purged := purged + removed;
    delete from api_token where expires_at < server_now() - interval '30 days';
    get diagnostics removed = row_count; purged := purged + removed;
    delete from invitation where expires_at < server_now() - interval '30 days';
    get diagnostics removed = row_count; purged := purged + removed;
    delete from account_link where expires_at < server_now();
    get diagnostics removed = row_count; purged := purged + removed;
    delete from device where last_used_at < server_now() - interval '1 year';
    get diagnostics removed = row_count; purged := purged + removed;
    delete from sign_in_throttle where attempted_at < server_now() - interval '1 day' and coalesce(locked_until, server_now()) <= server_now();
    get diagnostics removed = row_count; purged := purged + removed;
    delete from sign_in_failure where at < server_now() - interval '90 days';
    get diagnostics removed = row_count; purged := purged + removed;
    -- Whoever wished to go, with all that is theirs; but one administrator stays, whatever was wished.
    delete from account a
    where deletion_at < server_now()
      and (role <> 'admin' or exists (select from account o where o.role = 'admin' and o.status = 'active' and o.deletion_at is null));
    get diagnostics removed = row_count; purged := purged + removed;
    return purged;
end
$$;
revoke all on function purge() from public;
grant execute on function purge() to ${applicationRole};
--rollback drop function purge();
