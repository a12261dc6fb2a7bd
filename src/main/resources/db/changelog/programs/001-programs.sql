--liquibase formatted sql

--changeset primary-assistant:programs-001-program splitStatements:false
--comment An account's own programs. Those that come with the program are resources, because they change with the code that follows them.
create table program (
    account_id uuid        not null references account on delete cascade,
    id         uuid        not null check (uuid_extract_version(id) is distinct from 5),
    document   jsonb       not null,
    created_at timestamptz not null,
    deleted_at timestamptz,
    version    integer     not null,
    primary key (account_id, id)
);
comment on column program.document is 'Phases, weeks, days and exercises, as the API takes them';
create index program_deleted on program (deleted_at) where deleted_at is not null;
alter table program enable row level security;
create policy program_owner on program using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, update, delete on program to ${applicationRole};
--rollback drop table program;

--changeset primary-assistant:programs-001-enrolment splitStatements:false
--comment It keeps the program as it was when it was begun, so that a change of the program moves nobody in mid-course. One at a time is going on.
create table enrolment (
    account_id   uuid          not null references account on delete cascade,
    id           uuid          not null,
    program_id   uuid          not null,
    program      jsonb         not null,
    start_on     date          not null check (start_on >= date '1900-01-01'),
    days_of_week smallint[]    not null check (cardinality(days_of_week) between 1 and 7 and days_of_week <@ '{1,2,3,4,5,6,7}'),
    unit         text          not null check (unit in ('kg', 'lb')),
    step         numeric(6, 3) not null check (step > 0),
    starts       jsonb         not null,
    created_at   timestamptz   not null,
    paused_at    timestamptz,
    ended_at     timestamptz,
    version      integer       not null,
    primary key (account_id, id)
);
comment on column enrolment.days_of_week is 'By ISO 8601, from 1 for Monday';
comment on column enrolment.step is 'The smallest difference that plates make, in unit';
comment on column enrolment.starts is 'What each lift begins with, in unit';
create unique index enrolment_going_on on enrolment (account_id) where ended_at is null;
alter table enrolment enable row level security;
create policy enrolment_owner on enrolment using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, update on enrolment to ${applicationRole};
--rollback drop table enrolment;

--changeset primary-assistant:programs-001-skipped-session splitStatements:false
create table skipped_session (
    account_id   uuid        not null references account on delete cascade,
    enrolment_id uuid        not null,
    place        text        not null check (place ~ '^[1-9][0-9]{0,2}(\.[1-9][0-9]{0,2}){3}$'),
    skipped_at   timestamptz not null,
    primary key (account_id, enrolment_id, place),
    foreign key (account_id, enrolment_id) references enrolment (account_id, id) on delete cascade
);
comment on column skipped_session.place is 'Phase, round, week and day, each from 1';
alter table skipped_session enable row level security;
create policy skipped_session_owner on skipped_session using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, delete on skipped_session to ${applicationRole};
--rollback drop table skipped_session;

--changeset primary-assistant:programs-001-workout-of-a-program splitStatements:false
--comment A workout knows its place in a program, so that finishing it moves on. Two of one place would move on once and count twice.
alter table workout
    add column enrolment_id  uuid,
    add column program_place text check (program_place ~ '^[1-9][0-9]{0,2}(\.[1-9][0-9]{0,2}){3}$'),
    add foreign key (account_id, enrolment_id) references enrolment (account_id, id),
    add check (num_nonnulls(enrolment_id, program_place) in (0, 2));
comment on column workout.program_place is 'Phase, round, week and day, each from 1';
create unique index workout_of_program on workout (account_id, enrolment_id, program_place)
    where enrolment_id is not null and deleted_at is null;
--rollback alter table workout drop column enrolment_id, drop column program_place;
