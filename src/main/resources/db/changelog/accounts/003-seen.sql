--liquibase formatted sql

--changeset primary-assistant:accounts-003-seen splitStatements:false
--comment Whoever begins a session is there. Resuming one says so only after its first minute, so that setting up, registering and signing in would leave an account never seen.
create function see_account() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    update account set last_seen_at = now() where id = new.account_id;
    return null;
end
$$;
revoke all on function see_account() from public;

create trigger session_begun after insert on session for each row execute function see_account();
--rollback drop trigger session_begun on session; drop function see_account();
