--liquibase formatted sql

--changeset primary-assistant:accounts-001-account splitStatements:false
--comment Sign-in identities. The application may change a password and a version; role and status change only through functions that ask who is calling.
create table account (
    id            uuid primary key,
    name          text        not null check (length(name) between 2 and 64),
    password_hash text        not null,
    role          text        not null check (role in ('member', 'admin')),
    status        text        not null default 'active' check (status in ('active', 'locked')),
    created_at    timestamptz not null,
    last_seen_at  timestamptz,
    version       integer     not null
);
create unique index account_name_key on account (lower(name));

create function is_administrator() returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as
$$
begin
    return exists (select from account where id = current_account() and role = 'admin' and status = 'active');
end
$$;
revoke all on function is_administrator() from public;
grant execute on function is_administrator() to ${applicationRole};

alter table account enable row level security;
create policy account_read on account for select
    using (id = current_account() or (select is_administrator()));
create policy account_sign_up on account for insert
    with check (id = current_account() and role = 'member' and status = 'active');
create policy account_change on account for update
    using (id = current_account()) with check (id = current_account());
create policy account_delete on account for delete
    using (id <> current_account() and (select is_administrator()));
grant select, insert, delete, update (password_hash, version) on account to ${applicationRole};
--rollback drop table account cascade; drop function is_administrator();

--changeset primary-assistant:accounts-001-profile splitStatements:false
create table profile (
    account_id   uuid primary key references account on delete cascade,
    display_name text    not null check (length(display_name) between 1 and 100),
    zone         text    not null,
    locale       text    not null,
    mass         text    not null check (mass in ('kg', 'lb')),
    length       text    not null check (length in ('cm', 'in')),
    temperature  text    not null check (temperature in ('°C', '°F')),
    glucose      text    not null check (glucose in ('mmol/L', 'mg/dL')),
    birth_date   date check (birth_date >= date '1900-01-01'),
    height       numeric(5, 4) check (height between 0.5 and 2.75),
    sex_at_birth text check (sex_at_birth in ('female', 'male')),
    version      integer not null
);
alter table profile enable row level security;
create policy profile_owner on profile using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, update, delete on profile to ${applicationRole};
--rollback drop table profile;

--changeset primary-assistant:accounts-001-session splitStatements:false
create table session (
    id           uuid primary key,
    account_id   uuid        not null references account on delete cascade,
    token_hash   bytea       not null unique,
    device       text        not null check (length(device) <= 200),
    address      text check (length(address) <= 45),
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    expires_at   timestamptz not null
);
create index session_account on session (account_id, last_used_at desc);
alter table session enable row level security;
create policy session_owner on session using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, update, delete on session to ${applicationRole};
--rollback drop table session;

--changeset primary-assistant:accounts-001-api-token splitStatements:false
create table api_token (
    id           uuid primary key,
    account_id   uuid        not null references account on delete cascade,
    name         text        not null check (length(name) between 1 and 100),
    token_hash   bytea       not null unique,
    may_write    boolean     not null,
    created_at   timestamptz not null,
    last_used_at timestamptz,
    expires_at   timestamptz not null
);
create index api_token_account on api_token (account_id, created_at desc);
alter table api_token enable row level security;
create policy api_token_owner on api_token using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, update, delete on api_token to ${applicationRole};
--rollback drop table api_token;

--changeset primary-assistant:accounts-001-invitation splitStatements:false
create table invitation (
    id         uuid primary key,
    account_id uuid        not null references account on delete cascade,
    code_hash  bytea       not null unique,
    note       text check (length(note) <= 100),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
comment on column invitation.account_id is 'The administrator who invited';
alter table invitation enable row level security;
create policy invitation_administrators on invitation
    using ((select is_administrator())) with check ((select is_administrator()) and account_id = current_account());
grant select, insert, delete on invitation to ${applicationRole};
--rollback drop table invitation;
