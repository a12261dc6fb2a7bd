--liquibase formatted sql

--changeset primary-assistant:metrics-001-metric splitStatements:false
--comment An account's own metrics. The built-in ones are code, because their units and formulas are.
create table metric (
    account_id uuid          not null references account on delete cascade,
    key        text          not null check (key ~ '^x-[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 70),
    id         uuid          not null,
    name       text          not null check (length(name) between 1 and 60),
    unit       text          not null check (length(unit) <= 20),
    decimals   integer       not null check (decimals between 0 and 4),
    low        numeric(14, 6) not null,
    high       numeric(14, 6) not null,
    created_at timestamptz   not null,
    primary key (account_id, key),
    check (low < high)
);
alter table metric enable row level security;
create policy metric_owner on metric using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, delete on metric to ${applicationRole};
--rollback drop table metric;

--changeset primary-assistant:metrics-001-check-in splitStatements:false
--comment Keys begin with the account, so that an id somebody chose can neither meet nor reveal another account's.
create table check_in (
    account_id  uuid        not null references account on delete cascade,
    id          uuid        not null,
    local_date  date        not null check (local_date >= date '1900-01-01'),
    recorded_at timestamptz not null,
    zone        text        not null,
    note        text check (length(note) <= 2000),
    deleted_at  timestamptz,
    primary key (account_id, id)
);
create index check_in_deleted on check_in (deleted_at) where deleted_at is not null;
alter table check_in enable row level security;
create policy check_in_owner on check_in using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, update, delete on check_in to ${applicationRole};
--rollback drop table check_in;

--changeset primary-assistant:metrics-001-observation splitStatements:false
create table observation (
    account_id    uuid           not null references account on delete cascade,
    id            uuid           not null,
    metric        text           not null,
    own_metric    text generated always as (case when metric like 'x-%' then metric end) stored,
    value         numeric(14, 6) not null,
    entered_value numeric(14, 6) not null,
    entered_unit  text           not null,
    local_date    date           not null,
    recorded_at   timestamptz    not null,
    zone          text           not null,
    source        text           not null check (source in ('typed', 'file', 'device', 'assistant')),
    content_key   text,
    note          text check (length(note) <= 2000),
    check_in_id   uuid,
    deleted_at    timestamptz,
    version       integer        not null,
    primary key (account_id, id),
    unique (account_id, content_key),
    foreign key (account_id, own_metric) references metric (account_id, key),
    foreign key (account_id, check_in_id) references check_in (account_id, id) on delete cascade,
    check (local_date between date '1900-01-01' and (recorded_at at time zone 'UTC')::date + 1)
);
comment on column observation.value is 'In the canonical unit of the metric';
comment on column observation.entered_value is 'As it was typed, in entered_unit: what was entered is shown again to the digit';
create index observation_timeline on observation (account_id, local_date desc, recorded_at desc, id desc) where deleted_at is null;
create index observation_metric_timeline on observation (account_id, metric, local_date desc, recorded_at desc, id desc) where deleted_at is null;
create index observation_check_in on observation (account_id, check_in_id) where check_in_id is not null;
create index observation_deleted on observation (deleted_at) where deleted_at is not null;
alter table observation enable row level security;
create policy observation_owner on observation using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, update, delete on observation to ${applicationRole};
--rollback drop table observation;
