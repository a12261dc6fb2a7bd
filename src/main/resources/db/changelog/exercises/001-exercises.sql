--liquibase formatted sql

--changeset primary-assistant:exercises-001-trigrams splitStatements:false
--comment For a search that forgives typing errors. The extension is trusted, so whoever owns the database may make it there: also in a scratch database, and where the program is installed already.
create extension if not exists pg_trgm schema public;
--rollback drop extension pg_trgm;

--changeset primary-assistant:exercises-001-exercise splitStatements:false
--comment The library. It belongs to nobody and changes only with the program; every account reads it, a visitor does not.
create table exercise (
    id                uuid primary key check (uuid_extract_version(id) = 5),
    slug              text   not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name              text   not null check (length(name) between 1 and 100),
    category          text   not null,
    equipment         text,
    level             text   not null,
    mechanic          text,
    force             text,
    primary_muscles   text[] not null,
    secondary_muscles text[] not null,
    instructions      text[] not null,
    tracking          text   not null check (tracking in ('weight-reps', 'reps', 'duration', 'distance-duration'))
);
comment on column exercise.tracking is 'What a set of it is written down as';
alter table exercise enable row level security;
create policy exercise_accounts on exercise for select using (current_account() is not null);
grant select on exercise to ${applicationRole};
--rollback drop table exercise;

--changeset primary-assistant:exercises-001-own-exercise splitStatements:false
--comment An account's own exercises. The version of an id says which of the two tables it is of, so no own one may look like one of the library.
create table own_exercise (
    account_id        uuid    not null references account on delete cascade,
    id                uuid    not null check (uuid_extract_version(id) is distinct from 5),
    name              text    not null check (length(name) between 1 and 100),
    category          text    not null,
    equipment         text,
    level             text,
    mechanic          text,
    force             text,
    primary_muscles   text[]  not null,
    secondary_muscles text[]  not null,
    instructions      text[]  not null,
    tracking          text    not null check (tracking in ('weight-reps', 'reps', 'duration', 'distance-duration')),
    deleted_at        timestamptz,
    version           integer not null,
    primary key (account_id, id)
);
create index own_exercise_deleted on own_exercise (deleted_at) where deleted_at is not null;
alter table own_exercise enable row level security;
create policy own_exercise_owner on own_exercise using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, update, delete on own_exercise to ${applicationRole};
--rollback drop table own_exercise;

--changeset primary-assistant:exercises-001-favourite splitStatements:false
create table favourite_exercise (
    account_id          uuid not null references account on delete cascade,
    exercise_id         uuid not null,
    library_exercise_id uuid generated always as (case when uuid_extract_version(exercise_id) = 5 then exercise_id end) stored
        references exercise,
    own_exercise_id     uuid generated always as (case when uuid_extract_version(exercise_id) is distinct from 5 then exercise_id end) stored,
    primary key (account_id, exercise_id),
    foreign key (account_id, own_exercise_id) references own_exercise (account_id, id) on delete cascade
);
create index favourite_exercise_own on favourite_exercise (account_id, own_exercise_id) where own_exercise_id is not null;
alter table favourite_exercise enable row level security;
create policy favourite_exercise_owner on favourite_exercise using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, delete on favourite_exercise to ${applicationRole};
--rollback drop table favourite_exercise;

--changeset primary-assistant:exercises-001-known-exercise splitStatements:false
--comment The library and the own exercises as one, for whoever only needs to know what an id means. It shows each caller what the tables show them.
create view known_exercise with (security_invoker = true) as
select null::uuid as account_id, id, name, category, equipment, level, mechanic, force, primary_muscles, secondary_muscles,
       instructions, tracking, null::timestamptz as deleted_at, 0 as version
from exercise
union all
select account_id, id, name, category, equipment, level, mechanic, force, primary_muscles, secondary_muscles,
       instructions, tracking, deleted_at, version
from own_exercise;
comment on view known_exercise is 'Without an account_id: of the library';
grant select on known_exercise to ${applicationRole};
--rollback drop view known_exercise;
