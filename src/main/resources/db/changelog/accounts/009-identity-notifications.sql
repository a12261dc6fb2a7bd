--liquibase formatted sql

--changeset primary-assistant:accounts-009-resume splitStatements:false rollbackSplitStatements:false
--comment Their answers say when the credential expires, for those who cache them.
drop function resume_session(bytea);
create function resume_session(the_hash bytea)
    returns table (session_id uuid, account_id uuid, name text, role text, zone text, expires_at timestamptz)
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    s session;
begin
    select * into s from session x
    where x.token_hash = the_hash and x.expires_at > server_now() and x.last_used_at > server_now() - interval '30 days';
    if not found then
        return;
    end if;
    if s.last_used_at < server_now() - interval '1 minute' then
        update session set last_used_at = server_now() where id = s.id;
        update account set last_seen_at = server_now() where id = s.account_id;
    end if;
    return query select s.id, a.id, a.name, case when a.deletion_at is null then a.role else 'member' end, p.zone, s.expires_at
                 from account a join profile p on p.account_id = a.id
                 where a.id = s.account_id and a.status = 'active';
end
$$;

drop function resume_token(bytea);
create function resume_token(the_hash bytea)
    returns table (token_id uuid, account_id uuid, name text, may_write boolean, zone text, expires_at timestamptz)
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    t api_token;
begin
    select * into t from api_token x where x.token_hash = the_hash and x.expires_at > server_now();
    if not found then
        return;
    end if;
    if t.last_used_at is null or t.last_used_at < server_now() - interval '1 minute' then
        update api_token set last_used_at = server_now() where id = t.id;
        update account set last_seen_at = server_now() where id = t.account_id;
    end if;
    return query select t.id, a.id, a.name, t.may_write, p.zone, t.expires_at
                 from account a join profile p on p.account_id = a.id
                 where a.id = t.account_id and a.status = 'active' and a.deletion_at is null;
end
$$;
revoke all on function resume_session(bytea), resume_token(bytea) from public;
grant execute on function resume_session(bytea), resume_token(bytea) to ${applicationRole};
--rollback drop function resume_session(bytea);
--rollback create function resume_session(the_hash bytea)
--rollback     returns table (session_id uuid, account_id uuid, name text, role text, zone text)
--rollback     language plpgsql security definer set search_path = public, pg_temp as
--rollback $$
--rollback declare
--rollback     s session;
--rollback begin
--rollback     select * into s from session
--rollback     where token_hash = the_hash and expires_at > server_now() and last_used_at > server_now() - interval '30 days';
--rollback     if not found then
--rollback         return;
--rollback     end if;
--rollback     if s.last_used_at < server_now() - interval '1 minute' then
--rollback         update session set last_used_at = server_now() where id = s.id;
--rollback         update account set last_seen_at = server_now() where id = s.account_id;
--rollback     end if;
--rollback     return query select s.id, a.id, a.name, case when a.deletion_at is null then a.role else 'member' end, p.zone
--rollback                  from account a join profile p on p.account_id = a.id
--rollback                  where a.id = s.account_id and a.status = 'active';
--rollback end
--rollback $$;
--rollback drop function resume_token(bytea);
--rollback create function resume_token(the_hash bytea)
--rollback     returns table (token_id uuid, account_id uuid, name text, may_write boolean, zone text)
--rollback     language plpgsql security definer set search_path = public, pg_temp as
--rollback $$
--rollback declare
--rollback     t api_token;
--rollback begin
--rollback     select * into t from api_token where token_hash = the_hash and expires_at > server_now();
--rollback     if not found then
--rollback         return;
--rollback     end if;
--rollback     if t.last_used_at is null or t.last_used_at < server_now() - interval '1 minute' then
--rollback         update api_token set last_used_at = server_now() where id = t.id;
--rollback         update account set last_seen_at = server_now() where id = t.account_id;
--rollback     end if;
--rollback     return query select t.id, a.id, a.name, t.may_write, p.zone
--rollback                  from account a join profile p on p.account_id = a.id
--rollback                  where a.id = t.account_id and a.status = 'active' and a.deletion_at is null;
--rollback end
--rollback $$;
--rollback revoke all on function resume_session(bytea), resume_token(bytea) from public;
--rollback grant execute on function resume_session(bytea), resume_token(bytea) to ${applicationRole};

--changeset primary-assistant:accounts-009-notify splitStatements:false rollbackSplitStatements:false
--comment Notifies every replica, at the commit, of the accounts whose cached credentials are stale.
create function notify_identity_changed() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    perform pg_notify('identity_changed', coalesce(to_jsonb(old) ->> 'account_id', to_jsonb(old) ->> 'id'));
    return null;
end
$$;
revoke all on function notify_identity_changed() from public;

create trigger session_ended after delete or update of expires_at, token_hash on session
    for each row execute function notify_identity_changed();
create trigger token_revoked after delete or update of expires_at, token_hash, may_write on api_token
    for each row execute function notify_identity_changed();
create trigger account_changed after update of name, role, status, deletion_at on account
    for each row when ((old.name, old.role, old.status, old.deletion_at) is distinct from (new.name, new.role, new.status, new.deletion_at))
    execute function notify_identity_changed();
create trigger zone_changed after update of zone on profile
    for each row when (old.zone is distinct from new.zone) execute function notify_identity_changed();
--rollback drop trigger zone_changed on profile;
--rollback drop trigger account_changed on account;
--rollback drop trigger token_revoked on api_token;
--rollback drop trigger session_ended on session;
--rollback drop function notify_identity_changed();
