--liquibase formatted sql

--changeset primary-assistant:accounts-002-tables splitStatements:false
--comment What happens before anybody is known. The application has no right on the first two tables and reads the third only for an administrator.
create table setup_code (
    code_hash bytea primary key
);
alter table setup_code enable row level security;

create table sign_in_throttle (
    name_hash    bytea primary key,
    failures     integer     not null,
    attempted_at timestamptz not null,
    locked_until timestamptz
);
alter table sign_in_throttle enable row level security;

create table sign_in_failure (
    id         uuid primary key,
    at         timestamptz not null default now(),
    account_id uuid references account on delete cascade,
    address    text check (length(address) <= 45),
    reason     text        not null check (reason in ('unknown', 'password', 'throttled', 'locked'))
);
create index sign_in_failure_at on sign_in_failure (at desc, id desc);
alter table sign_in_failure enable row level security;
create policy sign_in_failure_administrators on sign_in_failure for select using ((select is_administrator()));
create policy sign_in_failure_record on sign_in_failure for insert with check (true);
grant select, insert on sign_in_failure to ${applicationRole};
--rollback drop table setup_code; drop table sign_in_throttle; drop table sign_in_failure;

--changeset primary-assistant:accounts-002-installation splitStatements:false
create function is_set_up() returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as
$$
begin
    return exists (select from account where role = 'admin');
end
$$;

create function create_first_administrator(the_code bytea, the_id uuid, the_name text, the_password_hash text) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    -- Deleting the code is the race: of many requests with the right code one deletes it, the others find nothing.
    delete from setup_code where code_hash = the_code;
    if not found or exists (select from account where role = 'admin') then
        return false;
    end if;
    delete from setup_code;
    insert into account (id, name, password_hash, role, created_at, version)
    values (the_id, the_name, the_password_hash, 'admin', now(), 1);
    return true;
end
$$;

revoke all on function is_set_up(), create_first_administrator(bytea, uuid, text, text) from public;
grant execute on function is_set_up(), create_first_administrator(bytea, uuid, text, text) to ${applicationRole};
--rollback drop function is_set_up(); drop function create_first_administrator(bytea, uuid, text, text);

--changeset primary-assistant:accounts-002-attempts splitStatements:false
--comment An attempt counts before its password is looked at, so that many at once cannot slip past the limit; and it counts by name whether or not such an account exists, so that the answer tells a stranger nothing.
create function begin_sign_in(the_name text)
    returns table (account_id uuid, password_hash text, active boolean, locked_for integer)
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    the_hash bytea := sha256(convert_to(lower(the_name), 'UTF8'));
    throttle sign_in_throttle;
begin
    insert into sign_in_throttle as t (name_hash, failures, attempted_at)
    values (the_hash, 1, now())
    on conflict (name_hash) do update
        set failures     = case when t.locked_until > now() then t.failures
                                when t.attempted_at < now() - interval '1 day' then 1
                                else t.failures + 1 end,
            attempted_at = case when t.locked_until > now() then t.attempted_at else now() end
    returning t.* into throttle;

    if throttle.locked_until > now() then
        return query select a.id, null::text, a.status = 'active',
                            ceil(extract(epoch from throttle.locked_until - now()))::integer
                     from (select) one left join account a on lower(a.name) = lower(the_name);
        return;
    end if;

    -- From the fifth attempt on each one locks the door behind it: 30 s, then twice as long each time, an hour at most.
    if throttle.failures >= 5 then
        update sign_in_throttle
        set locked_until = now() + least(interval '30 seconds' * 2 ^ least(throttle.failures - 5, 10), interval '1 hour')
        where name_hash = the_hash;
    end if;
    return query select a.id, a.password_hash, a.status = 'active', null::integer
                 from (select) one left join account a on lower(a.name) = lower(the_name);
end
$$;

create function forget_sign_in_failures(the_name text) returns void
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    delete from sign_in_throttle where name_hash = sha256(convert_to(lower(the_name), 'UTF8'));
end
$$;

create function accept_invitation(the_code bytea) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    update invitation set used_at = now() where code_hash = the_code and used_at is null and expires_at > now();
    return found;
end
$$;

revoke all on function begin_sign_in(text), forget_sign_in_failures(text), accept_invitation(bytea) from public;
grant execute on function begin_sign_in(text), forget_sign_in_failures(text), accept_invitation(bytea) to ${applicationRole};
--rollback drop function begin_sign_in(text); drop function forget_sign_in_failures(text); drop function accept_invitation(bytea);

--changeset primary-assistant:accounts-002-resume splitStatements:false
--comment One round trip says who a request is from. The time of last use is kept to the minute, so that reading does not mean writing.
create function resume_session(the_hash bytea)
    returns table (session_id uuid, account_id uuid, name text, role text, zone text)
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    s session;
begin
    select * into s from session
    where token_hash = the_hash and expires_at > now() and last_used_at > now() - interval '30 days';
    if not found then
        return;
    end if;
    if s.last_used_at < now() - interval '1 minute' then
        update session set last_used_at = now() where id = s.id;
        update account set last_seen_at = now() where id = s.account_id;
    end if;
    return query select s.id, a.id, a.name, a.role, p.zone
                 from account a join profile p on p.account_id = a.id
                 where a.id = s.account_id and a.status = 'active';
end
$$;

create function resume_token(the_hash bytea)
    returns table (token_id uuid, account_id uuid, name text, may_write boolean, zone text)
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    t api_token;
begin
    select * into t from api_token where token_hash = the_hash and expires_at > now();
    if not found then
        return;
    end if;
    if t.last_used_at is null or t.last_used_at < now() - interval '1 minute' then
        update api_token set last_used_at = now() where id = t.id;
        update account set last_seen_at = now() where id = t.account_id;
    end if;
    return query select t.id, a.id, a.name, t.may_write, p.zone
                 from account a join profile p on p.account_id = a.id
                 where a.id = t.account_id and a.status = 'active';
end
$$;

revoke all on function resume_session(bytea), resume_token(bytea) from public;
grant execute on function resume_session(bytea), resume_token(bytea) to ${applicationRole};
--rollback drop function resume_session(bytea); drop function resume_token(bytea);

--changeset primary-assistant:accounts-002-status splitStatements:false
create function set_account_status(the_id uuid, the_status text) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    if not is_administrator() or the_id = current_account() then
        raise insufficient_privilege using message = 'only an administrator may lock or unlock somebody else';
    end if;
    update account set status = the_status, version = version + 1 where id = the_id;
    if not found then
        return false;
    end if;
    if the_status = 'locked' then
        delete from session where account_id = the_id;
    else
        delete from sign_in_throttle
        where name_hash = (select sha256(convert_to(lower(name), 'UTF8')) from account where id = the_id);
    end if;
    return true;
end
$$;
revoke all on function set_account_status(uuid, text) from public;
grant execute on function set_account_status(uuid, text) to ${applicationRole};
--rollback drop function set_account_status(uuid, text);
