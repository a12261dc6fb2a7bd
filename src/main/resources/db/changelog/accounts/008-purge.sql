--liquibase formatted sql

--changeset primary-assistant:accounts-008-purge splitStatements:false runOnChange:true
--comment What has expired, and the accounts whose owners wished to go, with all that is theirs; but one administrator stays.
drop function if exists purge_accounts();
create or replace function purge_accounts(deleted_before timestamptz) returns bigint
    language sql security definer set search_path = public, pg_temp as
$$
    with sessions as (
        delete from session where expires_at < server_now() or last_used_at < server_now() - interval '30 days' returning 1
    ), tokens as (
        delete from api_token where expires_at < deleted_before returning 1
    ), invitations as (
        delete from invitation where expires_at < deleted_before returning 1
    ), links as (
        delete from account_link where expires_at < server_now() returning 1
    ), devices as (
        delete from device where last_used_at < server_now() - interval '1 year' returning 1
    ), throttles as (
        delete from sign_in_throttle
        where attempted_at < server_now() - interval '1 day' and coalesce(locked_until, server_now()) <= server_now() returning 1
    ), failures as (
        delete from sign_in_failure where at < server_now() - interval '90 days' returning 1
    ), accounts as (
        delete from account a
        where deletion_at < server_now()
          and (role <> 'admin'
               or exists (select from account o where o.role = 'admin' and o.status = 'active' and o.deletion_at is null))
        returning 1
    )
    select (select count(*) from sessions) + (select count(*) from tokens) + (select count(*) from invitations)
         + (select count(*) from links) + (select count(*) from devices) + (select count(*) from throttles)
         + (select count(*) from failures) + (select count(*) from accounts);
$$;
revoke all on function purge_accounts(timestamptz) from public;
grant execute on function purge_accounts(timestamptz) to ${applicationRole};
--rollback drop function purge_accounts(timestamptz);
