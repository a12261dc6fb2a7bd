--liquibase formatted sql

--changeset primary-assistant:accounts-007-email splitStatements:false
--comment An address that its owner has confirmed. It is not unique: a refusal would tell whoever tries one that somebody else here has it.
alter table account add column email text check (length(email) between 3 and 254);
create index account_email on account (lower(email)) where email is not null;
grant update (email) on account to ${applicationRole};
--rollback alter table account drop column email;

--changeset primary-assistant:accounts-007-account-link splitStatements:false
--comment Links that are good once: for another password, and to confirm an address. Their secret is in the link alone. A person makes those for their own address; those for a password are made by the functions below.
create table account_link (
    id         uuid primary key,
    account_id uuid        not null references account on delete cascade,
    token_hash bytea       not null unique,
    purpose    text        not null check (purpose in ('password', 'email')),
    email      text check (length(email) between 3 and 254),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    check ((purpose = 'email') = (email is not null))
);
comment on column account_link.email is 'The address that is to be confirmed';
create index account_link_account on account_link (account_id);
alter table account_link enable row level security;
create policy account_link_owner on account_link
    using (account_id = current_account() and purpose = 'email')
    with check (account_id = current_account() and purpose = 'email');
grant select, insert, delete on account_link to ${applicationRole};
--rollback drop table account_link;

--changeset primary-assistant:accounts-007-password-link splitStatements:false
--comment Each function is one step of a stranger's or an administrator's way to a new password. The moments are the program's, which made the links.
create function accounts_to_recover(the_text text) returns table (account_id uuid, name text, email text)
    language plpgsql stable security definer set search_path = public, pg_temp as
$$
begin
    return query select a.id, a.name, a.email from account a
                 where a.status = 'active' and a.email is not null and (lower(a.name) = lower(the_text) or lower(a.email) = lower(the_text))
                 order by a.created_at limit 3;
end
$$;

create function open_password_link(the_id uuid, the_account uuid, the_hash bytea, the_moment timestamptz, the_end timestamptz) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    -- Three an hour: enough for somebody who waits for an e-mail, too few to fill a mailbox.
    perform pg_advisory_xact_lock(hashtextextended('password link ' || the_account, 0));
    if (select count(*) from account_link l
        where l.account_id = the_account and purpose = 'password' and created_at > the_moment - interval '1 hour') >= 3 then
        return false;
    end if;
    insert into account_link (id, account_id, token_hash, purpose, created_at, expires_at)
    values (the_id, the_account, the_hash, 'password', the_moment, the_end);
    return true;
end
$$;

create function issue_password_link(the_id uuid, the_account uuid, the_hash bytea, the_moment timestamptz, the_end timestamptz) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    if not is_administrator() or the_account = current_account() then
        raise insufficient_privilege using message = 'only an administrator may make a link for somebody else''s password';
    end if;
    if not exists (select from account a where a.id = the_account and a.status = 'active') then
        return false;
    end if;
    delete from account_link l where l.account_id = the_account and purpose = 'password';
    insert into account_link (id, account_id, token_hash, purpose, created_at, expires_at)
    values (the_id, the_account, the_hash, 'password', the_moment, the_end);
    return true;
end
$$;

create function find_password_link(the_hash bytea, the_moment timestamptz) returns table (account_id uuid, name text, display_name text, email text)
    language plpgsql stable security definer set search_path = public, pg_temp as
$$
begin
    return query select a.id, a.name, p.display_name, a.email
                 from account_link l join account a on a.id = l.account_id join profile p on p.account_id = a.id
                 where l.token_hash = the_hash and l.purpose = 'password' and l.expires_at > the_moment and a.status = 'active';
end
$$;

create function use_password_link(the_hash bytea, the_moment timestamptz) returns uuid
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    the_account uuid;
begin
    -- Deleting it is the race: of many requests with one link one deletes it, the others find nothing.
    delete from account_link l using account a
    where l.token_hash = the_hash and l.purpose = 'password' and l.expires_at > the_moment and a.id = l.account_id and a.status = 'active'
    returning l.account_id into the_account;
    -- Nor is any other link good any more, least of all one that confirms a stranger's address.
    delete from account_link l where l.account_id = the_account;
    return the_account;
end
$$;

revoke all on function accounts_to_recover(text), open_password_link(uuid, uuid, bytea, timestamptz, timestamptz),
    issue_password_link(uuid, uuid, bytea, timestamptz, timestamptz), find_password_link(bytea, timestamptz),
    use_password_link(bytea, timestamptz) from public;
grant execute on function accounts_to_recover(text), open_password_link(uuid, uuid, bytea, timestamptz, timestamptz),
    issue_password_link(uuid, uuid, bytea, timestamptz, timestamptz), find_password_link(bytea, timestamptz),
    use_password_link(bytea, timestamptz) to ${applicationRole};
--rollback drop function accounts_to_recover(text); drop function open_password_link(uuid, uuid, bytea, timestamptz, timestamptz); drop function issue_password_link(uuid, uuid, bytea, timestamptz, timestamptz); drop function find_password_link(bytea, timestamptz); drop function use_password_link(bytea, timestamptz);
