--liquibase formatted sql

--changeset primary-assistant:transfer-001-import splitStatements:false
--comment A file that somebody brought: what was found in it, what was asked and answered, and what came of it.
create table import (
    account_id uuid        not null references account on delete cascade,
    id         uuid        not null,
    created_at timestamptz not null,
    zone       text        not null,
    format     text        not null check (length(format) <= 20),
    state      text        not null check (state in ('asked', 'ready', 'applying', 'applied', 'undone')),
    answers    jsonb       not null,
    findings   jsonb       not null,
    result     jsonb,
    error      text check (length(error) <= 500),
    done       integer     not null default 0,
    total      integer     not null default 0,
    step_at    timestamptz not null,
    primary key (account_id, id)
);
comment on column import.zone is 'Where the person was, for times that came without a zone';
comment on column import.done is 'Lines of the file written so far, of total';
create index import_timeline on import (account_id, created_at desc, id desc);
create index import_waiting on import (created_at) where state in ('asked', 'ready');
alter table import enable row level security;
create policy import_owner on import using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, update, delete on import to ${applicationRole};
--rollback drop table import;

--changeset primary-assistant:transfer-001-import-value splitStatements:false
--comment Values that wait for somebody to say yes. They are here and not in the memory of the program, and not among the observations.
create table import_value (
    account_id    uuid           not null,
    import_id     uuid           not null,
    id            uuid           not null,
    line          integer        not null,
    wanted_id     uuid,
    content_key   text           not null,
    metric        text           not null,
    value         numeric(14, 6) not null,
    entered_value numeric(14, 6) not null,
    entered_unit  text           not null,
    local_date    date           not null,
    recorded_at   timestamptz    not null,
    zone          text           not null,
    note          text,
    primary key (account_id, import_id, id),
    foreign key (account_id, import_id) references import (account_id, id) on delete cascade
);
comment on column import_value.wanted_id is 'The id it had where it was exported, if that was this program';
alter table import_value enable row level security;
create policy import_value_owner on import_value using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, delete on import_value to ${applicationRole};
--rollback drop table import_value;

--changeset primary-assistant:transfer-001-import-set splitStatements:false
--comment Sets that wait, each with its workout and its exercise, as a row of a file has them.
create table import_set (
    account_id     uuid        not null,
    import_id      uuid        not null,
    id             uuid        not null,
    line           integer     not null,
    workout_id     uuid        not null,
    wanted_id      uuid,
    content_key    text        not null,
    local_date     date        not null,
    started_at     timestamptz not null,
    ended_at       timestamptz not null,
    zone           text        not null,
    type           text,
    title          text,
    duration_s     integer,
    intensity      numeric(3, 1),
    fatigue        smallint,
    soreness       smallint,
    note           text,
    coach_note     text,
    entry          integer,
    entry_id       uuid,
    exercise_id    uuid,
    exercise       text,
    superset       smallint,
    entry_rest_s   integer,
    entry_note     text,
    place          smallint,
    kind           text,
    reps           smallint,
    weight         numeric(8, 3),
    entered_weight numeric(8, 3),
    entered_unit   text,
    rpe            numeric(3, 1),
    rir            smallint,
    set_duration_s integer,
    distance_m     numeric(9, 2),
    set_rest_s     integer,
    done           boolean,
    primary key (account_id, import_id, id),
    foreign key (account_id, import_id) references import (account_id, id) on delete cascade
);
comment on column import_set.exercise is 'Its name in the file; what exercise that is stands among the findings';
alter table import_set enable row level security;
create policy import_set_owner on import_set using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, delete on import_set to ${applicationRole};
--rollback drop table import_set;

--changeset primary-assistant:transfer-001-where-rows-came-from splitStatements:false
--comment A whole import can be undone, so each row says which one brought it.
alter table observation add column import_id uuid;
alter table observation add constraint observation_import foreign key (account_id, import_id) references import (account_id, id);
create index observation_import on observation (account_id, import_id) where import_id is not null;
alter table own_exercise add column import_id uuid;
alter table own_exercise add constraint own_exercise_import foreign key (account_id, import_id) references import (account_id, id);
create index own_exercise_import on own_exercise (account_id, import_id) where import_id is not null;
alter table workout add constraint workout_import foreign key (account_id, import_id) references import (account_id, id);
create index workout_import on workout (account_id, import_id) where import_id is not null;
--rollback alter table observation drop column import_id; alter table own_exercise drop column import_id; alter table workout drop constraint workout_import; drop index workout_import;
