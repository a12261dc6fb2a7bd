--liquibase formatted sql

--changeset primary-assistant:accounts-005-device splitStatements:false rollbackSplitStatements:false
--comment Browsers that somebody has signed in with. Each has attempts of its own, so that a stranger's guesses keep nobody out.
create table device (
    account_id   uuid        not null references account on delete cascade,
    token_hash   bytea       not null,
    created_at   timestamptz not null default server_now(),
    last_used_at timestamptz not null default server_now(),
    primary key (token_hash, account_id)
);
create index device_account on device (account_id, last_used_at desc);
alter table device enable row level security;
create policy device_owner on device using (account_id = current_account()) with check (account_id = current_account());
grant select, delete on device to ${applicationRole};

-- A browser keeps the secret that it was once given here, whoever signs in with it; a secret of its own making is worth nothing.
create function trust_device(the_shown bytea, the_fresh bytea) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    known boolean := exists (select from device where token_hash = the_shown and last_used_at > server_now() - interval '1 year');
begin
    insert into device (account_id, token_hash)
    values (current_account(), case when known then the_shown else the_fresh end)
    on conflict (token_hash, account_id) do update set last_used_at = server_now();
    delete from device
    where account_id = current_account()
      and token_hash in (select d.token_hash from device d where d.account_id = current_account()
                         order by d.last_used_at desc, d.token_hash offset 20);
    return known;
end
$$;
revoke all on function trust_device(bytea, bytea) from public;
grant execute on function trust_device(bytea, bytea) to ${applicationRole};
--rollback drop function trust_device(bytea, bytea); drop table device;

--changeset primary-assistant:accounts-005-attempts splitStatements:false rollbackSplitStatements:false
--comment Attempts are counted by name, by device or by session, each with a lock of its own. Only what the last 100,000 attempts were about is kept, whether the names exist or not, so that made-up names fill nothing and tell nothing.
create sequence sign_in_attempt as bigint;
alter table sign_in_throttle add column attempt bigint not null default nextval('sign_in_attempt');
create index sign_in_throttle_attempt on sign_in_throttle (attempt);
comment on column sign_in_throttle.name_hash is 'SHA-256 of what has attempts of its own: a name, a device with a name, a session';

create function count_attempt(the_key bytea) returns integer
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    throttle sign_in_throttle;
begin
    insert into sign_in_throttle as t (name_hash, failures, attempted_at, attempt)
    values (the_key, 1, server_now(), 0)
    on conflict (name_hash) do update
        set failures     = case when t.locked_until > server_now() then t.failures
                                when t.attempted_at < server_now() - interval '1 day' then 1
                                else t.failures + 1 end,
            attempted_at = case when t.locked_until > server_now() then t.attempted_at else server_now() end
    returning t.* into throttle;

    if throttle.locked_until > server_now() then
        return ceil(extract(epoch from throttle.locked_until - server_now()))::integer;
    end if;

    -- From the fifth attempt on each one locks the door behind it: 30 s, then twice as long each time, an hour at most.
    update sign_in_throttle
    set attempt      = nextval('sign_in_attempt'),
        locked_until = case when failures >= 5 then server_now() + least(interval '30 seconds' * 2 ^ least(failures - 5, 10), interval '1 hour') end
    where name_hash = the_key
    returning * into throttle;

    -- What somebody else is counting at this moment is left to the next attempt, or two could wait for each other.
    delete from sign_in_throttle
    where name_hash in (select old.name_hash from sign_in_throttle old where old.attempt <= throttle.attempt - 100000
                        order by old.attempt limit 100 for update skip locked);
    return null;
end
$$;

-- A name is text, so no name begins with the bytes 0 or 1.
create function sign_in_key(the_name text, the_device bytea) returns bytea
    language plpgsql stable security definer set search_path = public, pg_temp as
$$
declare
    of_name bytea := sha256(convert_to(lower(the_name), 'UTF8'));
begin
    if exists (select from device d join account a on a.id = d.account_id
               where d.token_hash = the_device and d.last_used_at > server_now() - interval '1 year' and lower(a.name) = lower(the_name)) then
        return sha256('\x00'::bytea || the_device || of_name);
    end if;
    return of_name;
end
$$;

create function begin_sign_in(the_name text, the_device bytea)
    returns table (account_id uuid, password_hash text, active boolean, locked_for integer)
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    locked integer := count_attempt(sign_in_key(the_name, the_device));
begin
    return query select a.id, case when locked is null then a.password_hash end, a.status = 'active', locked
                 from (select) one left join account a on lower(a.name) = lower(the_name);
end
$$;

-- As the version before calls it, which serves on while this one begins.
create or replace function begin_sign_in(the_name text)
    returns table (account_id uuid, password_hash text, active boolean, locked_for integer)
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    return query select * from begin_sign_in(the_name, null);
end
$$;

create function forget_sign_in_failures(the_name text, the_device bytea) returns void
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    delete from sign_in_throttle where name_hash = sign_in_key(the_name, the_device);
end
$$;

-- Who is signed in and is asked for the password again is counted by session: neither strangers nor other sessions lock it.
create function begin_confirmation(the_session uuid)
    returns table (password_hash text, locked_for integer)
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    locked integer;
begin
    if not exists (select from session s where s.id = the_session and s.account_id = current_account()) then
        return;
    end if;
    locked := count_attempt(sha256('\x01'::bytea || uuid_send(the_session)));
    return query select case when locked is null then a.password_hash end, locked from account a where a.id = current_account();
end
$$;

create function forget_confirmation_failures(the_session uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    delete from sign_in_throttle
    where name_hash = sha256('\x01'::bytea || uuid_send(the_session))
      and exists (select from session s where s.id = the_session and s.account_id = current_account());
end
$$;

revoke all on function count_attempt(bytea), sign_in_key(text, bytea), begin_sign_in(text, bytea), forget_sign_in_failures(text, bytea),
    begin_confirmation(uuid), forget_confirmation_failures(uuid) from public;
grant execute on function begin_sign_in(text, bytea), forget_sign_in_failures(text, bytea), begin_confirmation(uuid),
    forget_confirmation_failures(uuid) to ${applicationRole};
--rollback drop function begin_confirmation(uuid); drop function forget_confirmation_failures(uuid);
--rollback drop function begin_sign_in(text, bytea); drop function forget_sign_in_failures(text, bytea);
--rollback drop function sign_in_key(text, bytea); drop function count_attempt(bytea);
--rollback alter table sign_in_throttle drop column attempt; drop sequence sign_in_attempt;
--rollback create or replace function begin_sign_in(the_name text)
--rollback     returns table (account_id uuid, password_hash text, active boolean, locked_for integer)
--rollback     language plpgsql security definer set search_path = public, pg_temp as
--rollback $$
--rollback declare
--rollback     the_hash bytea := sha256(convert_to(lower(the_name), 'UTF8'));
--rollback     throttle sign_in_throttle;
--rollback begin
--rollback     insert into sign_in_throttle as t (name_hash, failures, attempted_at)
--rollback     values (the_hash, 1, server_now())
--rollback     on conflict (name_hash) do update
--rollback         set failures     = case when t.locked_until > server_now() then t.failures
--rollback                                 when t.attempted_at < server_now() - interval '1 day' then 1
--rollback                                 else t.failures + 1 end,
--rollback             attempted_at = case when t.locked_until > server_now() then t.attempted_at else server_now() end
--rollback     returning t.* into throttle;
--rollback     if throttle.locked_until > server_now() then
--rollback         return query select a.id, null::text, a.status = 'active',
--rollback                             ceil(extract(epoch from throttle.locked_until - server_now()))::integer
--rollback                      from (select) one left join account a on lower(a.name) = lower(the_name);
--rollback         return;
--rollback     end if;
--rollback     if throttle.failures >= 5 then
--rollback         update sign_in_throttle
--rollback         set locked_until = server_now() + least(interval '30 seconds' * 2 ^ least(throttle.failures - 5, 10), interval '1 hour')
--rollback         where name_hash = the_hash;
--rollback     end if;
--rollback     return query select a.id, a.password_hash, a.status = 'active', null::integer
--rollback                  from (select) one left join account a on lower(a.name) = lower(the_name);
--rollback end
--rollback $$;

--changeset primary-assistant:accounts-005-failures splitStatements:false rollbackSplitStatements:false
--comment What is kept of failed sign-ins is bounded too: the last 1,000 of each account, and the last 5,000 of names that are nobody's.
create index sign_in_failure_of_account on sign_in_failure (account_id, at desc, id desc) where account_id is not null;
create index sign_in_failure_of_nobody on sign_in_failure (at desc, id desc) where account_id is null;
drop index sign_in_failure_account;

create function forget_old_sign_in_failures() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    the_account uuid;
begin
    for the_account in select distinct added.account_id from added where added.account_id is not null loop
        delete from sign_in_failure
        where id in (select f.id from sign_in_failure f
                     where f.account_id = the_account
                       and (f.at, f.id) <= (select o.at, o.id from sign_in_failure o where o.account_id = the_account
                                            order by o.at desc, o.id desc offset 1000 limit 1)
                     for update skip locked);
    end loop;
    if exists (select from added where added.account_id is null) then
        delete from sign_in_failure
        where id in (select f.id from sign_in_failure f
                     where f.account_id is null
                       and (f.at, f.id) <= (select o.at, o.id from sign_in_failure o where o.account_id is null
                                            order by o.at desc, o.id desc offset 5000 limit 1)
                     for update skip locked);
    end if;
    return null;
end
$$;
revoke all on function forget_old_sign_in_failures() from public;

create trigger sign_in_failures_kept after insert on sign_in_failure
    referencing new table as added for each statement execute function forget_old_sign_in_failures();
--rollback drop trigger sign_in_failures_kept on sign_in_failure; drop function forget_old_sign_in_failures();
--rollback create index sign_in_failure_account on sign_in_failure (account_id) where account_id is not null;
--rollback drop index sign_in_failure_of_account; drop index sign_in_failure_of_nobody;
