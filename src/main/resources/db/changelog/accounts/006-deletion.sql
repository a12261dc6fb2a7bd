--liquibase formatted sql

--changeset primary-assistant:accounts-006-deletion splitStatements:false
--comment An account whose owner wishes to go. The nightly purge removes it after that moment; until then its owner can sign in and take it back.
alter table account add column deletion_at timestamptz;
create index account_deletion on account (deletion_at) where deletion_at is not null;
grant update (deletion_at) on account to ${applicationRole};
--rollback alter table account drop column deletion_at;

--changeset primary-assistant:accounts-006-leaving-administrator splitStatements:false rollbackSplitStatements:false
--comment Whoever is leaving administers nothing meanwhile: so the one who stays is not the one who goes.
create or replace function is_administrator() returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as
$$
begin
    return exists (select from account where id = current_account() and role = 'admin' and status = 'active' and deletion_at is null);
end
$$;

create function another_administrator_stays() returns boolean
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    -- Two who leave at the same instant would each count on the other.
    perform pg_advisory_xact_lock(hashtext('leaving administrators'));
    return exists (select from account where id <> current_account() and role = 'admin' and status = 'active' and deletion_at is null);
end
$$;
revoke all on function another_administrator_stays() from public;
grant execute on function another_administrator_stays() to ${applicationRole};
--rollback drop function another_administrator_stays();
--rollback create or replace function is_administrator() returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$ begin return exists (select from account where id = current_account() and role = 'admin' and status = 'active'); end $$;

--changeset primary-assistant:accounts-006-resume splitStatements:false rollbackSplitStatements:false
--comment The tokens of an account that is to be deleted rest at once: no program knows that it is leaving, and nobody would see one that goes on.
create or replace function resume_session(the_hash bytea)
    returns table (session_id uuid, account_id uuid, name text, role text, zone text)
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    s session;
begin
    select * into s from session
    where token_hash = the_hash and expires_at > server_now() and last_used_at > server_now() - interval '30 days';
    if not found then
        return;
    end if;
    if s.last_used_at < server_now() - interval '1 minute' then
        update session set last_used_at = server_now() where id = s.id;
        update account set last_seen_at = server_now() where id = s.account_id;
    end if;
    return query select s.id, a.id, a.name, case when a.deletion_at is null then a.role else 'member' end, p.zone
                 from account a join profile p on p.account_id = a.id
                 where a.id = s.account_id and a.status = 'active';
end
$$;

create or replace function resume_token(the_hash bytea)
    returns table (token_id uuid, account_id uuid, name text, may_write boolean, zone text)
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    t api_token;
begin
    select * into t from api_token where token_hash = the_hash and expires_at > server_now();
    if not found then
        return;
    end if;
    if t.last_used_at is null or t.last_used_at < server_now() - interval '1 minute' then
        update api_token set last_used_at = server_now() where id = t.id;
        update account set last_seen_at = server_now() where id = t.account_id;
    end if;
    return query select t.id, a.id, a.name, t.may_write, p.zone
                 from account a join profile p on p.account_id = a.id
                 where a.id = t.account_id and a.status = 'active' and a.deletion_at is null;
end
$$;
--rollback create or replace function resume_session(the_hash bytea)
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
--rollback     return query select s.id, a.id, a.name, a.role, p.zone
--rollback                  from account a join profile p on p.account_id = a.id
--rollback                  where a.id = s.account_id and a.status = 'active';
--rollback end
--rollback $$;
--rollback create or replace function resume_token(the_hash bytea)
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
--rollback                  where a.id = t.account_id and a.status = 'active';
--rollback end
--rollback $$;
